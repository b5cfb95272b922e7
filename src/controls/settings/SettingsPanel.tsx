/** Every setting of the scenario, by part, with a way to find one by its words. */
import { useId, useState } from 'react';
import { conflictWith } from '../../engine/conflicts.ts';
import type { Scenario } from '../../engine/scenario.ts';
import { type SettingPath, type SettingValue, settingOf } from '../../engine/settings.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText, SettingTexts } from '../../i18n/settings/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { describeValue } from '../../player/describeSetting.ts';
import { useOpen, usePlayer, usePlayerState } from '../../player/hooks.ts';
import type { StartSetting } from '../../player/link/startSettings.ts';
import { actionFor } from '../../player/settingAction.ts';
import { settingNow } from '../../player/settingNow.ts';
import { SETTINGS, type Setting } from '../../scenarios/settings.ts';
import { choiceName } from './choiceName.ts';
import { Presets } from './Presets.tsx';
import { SettingRow } from './SettingRow.tsx';
import { StorePresets } from './StorePresets.tsx';
import { partOf, search } from './search.ts';
import css from './settings.module.css';
import { Ways } from './Ways.tsx';

interface Props {
  words: SettingsWords;
  base: Scenario;
  /** Gives settings of the start other values and begins the run anew. */
  onStartWith(changes: StartSetting[]): void;
}

export function SettingsPanel({ words, base, onStartWith }: Props) {
  const { panel } = words;
  const [wanted, setWanted] = useState('');
  const id = useId();
  const { t } = useWords();
  const isSearched = wanted.trim() !== '';
  const { sections, settings: found } = search(t, words, wanted);
  const parts = [...new Set(SETTINGS.map(({ path }) => partOf(path)))];
  return (
    <div className={css.panel}>
      <p className={css.help}>{panel.help}</p>
      <label className={css.find} htmlFor={id}>
        {panel.find}
      </label>
      <input
        id={id}
        type="search"
        className={css.input}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <p className="visually-hidden" role="status">
        {isSearched ? panel.found({ count: sections.length + found.length }) : ''}
      </p>
      {sections.includes('presets') && <Presets words={words} />}
      {sections.includes('stores') && <StorePresets words={words} onStartWith={onStartWith} />}
      {sections.includes('ways') && <Ways words={words} isOpen={isSearched} />}
      {sections.length + found.length === 0 && <p className={css.help}>{panel.foundNone}</p>}
      {parts.map((part) => (
        <Part
          key={part}
          part={part}
          settings={found.filter(({ path }) => partOf(path) === part)}
          words={words}
          base={base}
          isOpen={isSearched}
          onStartWith={onStartWith}
        />
      ))}
    </div>
  );
}

interface PartProps extends Props {
  part: string;
  settings: Setting[];
  isOpen: boolean;
}

function Part({ part, settings, words, base, isOpen, onStartWith }: PartProps) {
  const { t, f } = useWords();
  const player = usePlayer();
  // As text, so that a row is drawn anew when a setting changes and not ten times a second.
  const values = usePlayerState((s) =>
    JSON.stringify(settings.map(({ enginePath }) => settingNow(s.view, enginePath as SettingPath))),
  );
  const valuesNow: SettingValue[] = JSON.parse(values);
  const [shown, setShown] = useOpen(`settings~${part}`);
  const texts: SettingTexts = words.settings;
  const text = texts[part] as SettingText;
  if (settings.length === 0) return null;
  return (
    <details
      className={css.part}
      open={isOpen || shown}
      onToggle={(event) => !isOpen && setShown(event.currentTarget.open)}
    >
      <summary>
        {text.name} <span>{words.panel.found({ count: settings.length })}</span>
      </summary>
      <p className={css.help}>{text.help}</p>
      {settings.map((setting, i) => {
        const path = setting.enginePath as SettingPath;
        const own = texts[setting.path] as SettingText;
        const value = valuesNow[i];
        const fixed = actionFor(setting, value, value) === null;
        return (
          <SettingRow
            key={setting.path}
            setting={setting}
            words={own}
            panel={words.panel}
            value={value}
            fixed={fixed}
            initial={settingOf(base, path)}
            describe={(some) =>
              typeof some === 'string'
                ? choiceName(t, setting.path, some, own)
                : describeValue(f, setting.field.kind === 'duration', some, own)
            }
            choiceName={(choice) => choiceName(t, setting.path, choice, own)}
            conflict={(next) =>
              conflictWith(fixed ? base : player.store.getState().view.scenario, path, next)
            }
            onChange={(next) => {
              const action = actionFor(setting, next, value);
              if (action === null) onStartWith([{ path: setting.path, enginePath: path, value: next }]);
              else player.act(action);
            }}
          />
        );
      })}
    </details>
  );
}
