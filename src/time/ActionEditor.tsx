/** What was done, done another way: to whom, how, or to which value. */
import { useEffect, useId } from 'react';
import { choiceName } from '../controls/settings/choiceName.ts';
import { SettingInput } from '../controls/settings/SettingInput.tsx';
import { useRefusal } from '../controls/settings/useRefusal.tsx';
import type { ConflictId } from '../engine/conflicts.ts';
import type { Intervention } from '../engine/intervention.ts';
import type { SettingText, SettingTexts } from '../i18n/settings/types.ts';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { describeAction } from '../player/describeAction.ts';
import { serverLabel } from '../player/names.ts';
import { type ActionPart, actionParts, type Cast, withPart } from './actionParts.ts';
import css from './time.module.css';

interface Props {
  action: Intervention;
  cast: Cast;
  /** What it would contradict at its time, if anything: then it is refused with the reason. */
  conflict(action: Intervention): ConflictId | null;
  onChange(action: Intervention): void;
}

export function ActionEditor({ action, cast, conflict, onChange }: Props) {
  const [change, refused] = useRefusal(conflict, onChange);
  const { settingsWords, needSettings } = useWords();
  useEffect(needSettings, [needSettings]);
  if (settingsWords === null) return null;
  return (
    <div className={css.editor}>
      {actionParts(action, cast).map((part) => (
        <Part
          key={part.key}
          part={part}
          action={action}
          storeNodes={cast.storeNodes}
          panel={settingsWords.panel}
          texts={settingsWords.settings}
          onChange={change}
        />
      ))}
      {refused !== null && <small role="alert">{settingsWords.panel.conflicts[refused]}</small>}
    </div>
  );
}

interface PartProps {
  part: ActionPart;
  action: Intervention;
  storeNodes: number;
  panel: NonNullable<ReturnType<typeof useWords>['settingsWords']>['panel'];
  texts: SettingTexts;
  onChange(action: Intervention): void;
}

function Part({ part, action, storeNodes, panel, texts, onChange }: PartProps) {
  const words = useWords();
  const t = timeWords[words.locale];
  const id = useId();
  const { key, field, value, likeSetting } = part;
  const own: Pick<SettingText, 'name' | 'none' | 'choices'> =
    likeSetting === undefined ? { name: partName(t.changes.parts, action, key) } : texts[likeSetting];
  const choice = (of: string) => {
    if (key === 'server') return serverLabel(words, Number(of));
    if (key === 'do') return describeAction({ ...words, stores: storeNodes }, t, withPart(action, 'do', of));
    return likeSetting === undefined ? of : choiceName(words.t, likeSetting, of, own as SettingText);
  };
  return (
    <div className={css.part}>
      <span id={id}>{own.name}</span>
      <SettingInput
        field={field}
        words={own}
        panel={panel}
        value={value}
        initial={value}
        helpId={undefined}
        choiceName={choice}
        onChange={(next) => onChange(withPart(action, key, next))}
      />
    </div>
  );
}

type PartNames = (typeof timeWords)['en']['changes']['parts'];

/** New keys and a restart are both graceful or not, and mean something else by it. */
function partName(names: PartNames, action: Intervention, key: string): string {
  if (key === 'graceful' && action.do === 'rotate-keys') return names.keepKeys;
  return names[key as keyof PartNames];
}
