/** "This run, but with …": what could be different, one press each; and any other setting. */
import { useEffect, useId, useState } from 'react';
import { choiceName } from '../controls/settings/choiceName.ts';
import { SettingRow } from '../controls/settings/SettingRow.tsx';
import { partOf } from '../controls/settings/search.ts';
import { conflictWith } from '../engine/conflicts.ts';
import { POLICIES, POLICY_IDS } from '../engine/policies/index.ts';
import { FAMILIES } from '../engine/policies/policy.ts';
import type { Scenario } from '../engine/scenario.ts';
import { type SettingPath, settingOf } from '../engine/settings.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import type { CompareWords } from '../i18n/compare/types.ts';
import type { SettingText, SettingTexts } from '../i18n/settings/types.ts';
import { useWords } from '../i18n/Words.tsx';
import { describeValue } from '../player/describeSetting.ts';
import { usePlayerState } from '../player/hooks.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { MOST_SERVERS, MOST_WORKERS } from '../scenarios/limits.ts';
import { SETTINGS, settingAt } from '../scenarios/settings.ts';
import css from './compare.module.css';
import { setting } from './core/ready/ready.ts';
import { useCompareWords } from './useCompareWords.tsx';

interface Props {
  /** The scenario that the run begins with. */
  start: Scenario;
  onChoose(changes: StartSetting[]): void;
}

export function ButWithMenu({ start, onChoose }: Props) {
  const { t } = useWords();
  const words = useCompareWords();
  const strategy = usePlayerState((s) => s.view.strategy);
  const policy = usePlayerState((s) => s.view.policy);
  if (words === null) return null;
  const { count, workers, vcpus } = start.servers;
  const machines: [string, StartSetting[], boolean][] = [
    [words.menu.moreServers, [setting('servers.count', count + 1)], count < MOST_SERVERS],
    [words.menu.fewerServers, [setting('servers.count', count - 1)], count > 1],
    [
      words.menu.biggerServers,
      [
        setting('servers.workers', 2 * workers),
        // A machine of a given size would have more workers on as many processors.
        setting('servers.size', null),
        ...(vcpus === null ? [] : [setting('servers.vcpus', 2 * vcpus)]),
      ].filter(({ enginePath, value }) => value !== settingOf(start, enginePath)),
      2 * workers <= MOST_WORKERS,
    ],
  ];
  return (
    <div className={css.menu}>
      <p className={css.help}>{words.menu.help}</p>
      <Group title={t.strategy.label}>
        {STRATEGY_IDS.filter((id) => id !== strategy).map((id) => (
          <Choice
            key={id}
            text={t.strategy[id].name}
            onChoose={() => onChoose([setting('sessions.strategy', id)])}
          />
        ))}
      </Group>
      <Group title={words.menu.machines}>
        {machines.map(
          ([text, changes, isPossible]) =>
            isPossible && <Choice key={text} text={text} onChoose={() => onChoose(changes)} />,
        )}
      </Group>
      <Group title={t.policy.label}>
        {FAMILIES.flatMap((family) =>
          POLICY_IDS.filter((id) => POLICIES[id].family === family && id !== policy).map((id) => (
            <Choice
              key={id}
              text={t.policy[id].name}
              onChoose={() => onChoose([setting('balancer.policy', id)])}
            />
          )),
        )}
      </Group>
      <AnySetting words={words} start={start} onChoose={onChoose} />
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form part
    <div role="group" aria-labelledby={id} className={css.group}>
      <span className={css.legend} id={id}>
        {title}
      </span>
      <div className={css.choices}>{children}</div>
    </div>
  );
}

function Choice({ text, onChoose }: { text: string; onChoose(): void }) {
  return (
    <button type="button" className={`button ${css.choice}`} onClick={onChoose}>
      {text}
    </button>
  );
}

/** Every setting there is: choosing another value begins the comparison. */
function AnySetting({ words, start, onChoose }: Props & { words: CompareWords }) {
  const { t, f, settingsWords, needSettings } = useWords();
  const [path, setPath] = useState('');
  const id = useId();
  useEffect(needSettings, [needSettings]);
  if (settingsWords === null) return null;
  const texts: SettingTexts = settingsWords.settings;
  const parts = [...new Set(SETTINGS.map((one) => partOf(one.path)))];
  const chosen = settingAt(path);
  const own = texts[path];
  const enginePath = chosen?.enginePath as SettingPath | undefined;
  return (
    <div className={css.group}>
      <label className={css.legend} htmlFor={id}>
        {words.menu.any}
      </label>
      <select
        id={id}
        className={`button ${css.select}`}
        value={path}
        onChange={(event) => setPath(event.target.value)}
      >
        <option value="">{words.menu.choose}</option>
        {parts.map((part) => (
          <optgroup key={part} label={(texts[part] as SettingText).name}>
            {SETTINGS.filter((one) => partOf(one.path) === part).map((one) => (
              <option key={one.path} value={one.path}>
                {(texts[one.path] as SettingText).name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {chosen !== undefined && enginePath !== undefined && own !== undefined && (
        <>
          <small className={css.help}>{words.menu.anyHelp}</small>
          <SettingRow
            key={path}
            setting={chosen}
            words={own}
            panel={settingsWords.panel}
            value={settingOf(start, enginePath)}
            fixed={false}
            initial={settingOf(start, enginePath)}
            describe={(some) => describeValue(f, chosen.field.kind === 'duration', some, own)}
            choiceName={(choice) => choiceName(t, path, choice, own)}
            conflict={(value) => conflictWith(start, enginePath, value)}
            onChange={(value) => onChoose([{ path, enginePath, value }])}
          />
        </>
      )}
    </div>
  );
}
