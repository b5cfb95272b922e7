/** Lets the balancer behave as a product does out of the box, and shows which numbers that means and who says so. */
import { useId } from 'react';
import type { SettingPath, SettingValue } from '../../engine/settings.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText, SettingTexts } from '../../i18n/settings/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { describeValue } from '../../player/describeSetting.ts';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { actionFor } from '../../player/settingAction.ts';
import { settingNow } from '../../player/settingNow.ts';
import type { MomentView } from '../../player/view.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import type { Preset } from '../../scenarios/presets/preset.ts';
import { type Setting, settingAt } from '../../scenarios/settings.ts';
import { choiceName } from './choiceName.ts';
import css from './settings.module.css';

export function Presets({ words }: { words: SettingsWords }) {
  const { panel } = words;
  const id = useId();
  const player = usePlayer();
  const currentId = usePlayerState(
    (s) => PRESETS.find((preset) => differing(preset, s.view).length === 0)?.id ?? '',
  );
  const current = PRESETS.find(({ id: one }) => one === currentId);
  const choose = (chosen: string) => {
    const { view } = player.store.getState();
    const preset = PRESETS.find(({ id: one }) => one === chosen);
    for (const { setting, value } of preset ? differing(preset, view) : []) {
      const action = actionFor(setting, value, settingNow(view, setting.enginePath as SettingPath));
      if (action) player.act(action);
    }
  };
  return (
    <div className={css.presets}>
      <label className={css.name} htmlFor={id}>
        {panel.presets.label}
      </label>
      <select
        id={id}
        className={css.input}
        aria-describedby={`${id}-help`}
        value={currentId}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{panel.presets.none}</option>
        {PRESETS.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {preset.name}
          </option>
        ))}
      </select>
      <small id={`${id}-help`} className={css.help}>
        {panel.presets.help}
      </small>
      {current && <Numbers preset={current} words={words} />}
    </div>
  );
}

/** The settings that are not as the product has them. */
function differing({ settings }: Preset, view: MomentView): { setting: Setting; value: SettingValue }[] {
  return Object.entries(settings).flatMap(([path, { value }]) => {
    const setting = settingAt(path);
    const isSame = setting === undefined || settingNow(view, setting.enginePath as SettingPath) === value;
    return isSame ? [] : [{ setting, value }];
  });
}

function Numbers({ preset, words }: { preset: Preset; words: SettingsWords }) {
  const { t, f } = useWords();
  const texts: SettingTexts = words.settings;
  return (
    <table className={css.numbers}>
      <caption>{words.panel.presets.caption({ product: preset.name })}</caption>
      <tbody>
        {Object.entries(preset.settings).map(([path, { value, source }]) => {
          const text = texts[path] as SettingText;
          const kind = settingAt(path)?.field.kind;
          const shown =
            kind === 'choice'
              ? choiceName(t, path, String(value), text)
              : kind && describeValue(f, kind === 'duration', value, text);
          return (
            <tr key={path}>
              <th scope="row">{text.name}</th>
              <td>{shown}</td>
              <td>
                <a href={source} target="_blank" rel="noopener noreferrer">
                  {words.panel.presets.source}
                  <span className="visually-hidden">: {text.name}</span>
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
