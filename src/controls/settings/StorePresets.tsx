/** Builds the store as it is commonly built; single settings of that would contradict each other on the way. */
import { useId } from 'react';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText } from '../../i18n/settings/types.ts';
import { usePlayerState } from '../../player/hooks.ts';
import type { StartSetting } from '../../player/link/startSettings.ts';
import { STORE_PRESETS, storePresetOf } from '../../scenarios/presets/stores.ts';
import css from './settings.module.css';

interface Props {
  words: SettingsWords;
  onStartWith(changes: StartSetting[]): void;
}

export function StorePresets({ words, onStartWith }: Props) {
  const { panel } = words;
  const id = useId();
  const current = usePlayerState((s) => storePresetOf(s.view.scenario)?.kind ?? '');
  const kind: SettingText = words.settings['store.kind'];
  const choose = (chosen: string) => {
    const preset = STORE_PRESETS.find((one) => one.kind === chosen);
    if (!preset) return;
    onStartWith(
      (['kind', 'replicas', 'shards'] as const).map((name) => {
        const path = `store.${name}` as const;
        return { path, enginePath: path, value: preset[name] };
      }),
    );
  };
  return (
    <div className={css.presets}>
      <label className={css.name} htmlFor={id}>
        {panel.stores.label}
      </label>
      <select
        id={id}
        className={css.input}
        aria-describedby={`${id}-help`}
        value={current}
        onChange={(event) => choose(event.target.value)}
      >
        {current === '' && <option value="">{panel.presets.none}</option>}
        {STORE_PRESETS.map((preset) => (
          <option key={preset.kind} value={preset.kind}>
            {kind.choices?.[preset.kind]}
          </option>
        ))}
      </select>
      <small id={`${id}-help`} className={css.help}>
        {panel.stores.help}
      </small>
    </div>
  );
}
