/** One setting: its name, the control that fits its kind, one sentence of help, and the way back. */
import { useId } from 'react';
import type { ConflictId } from '../../engine/conflicts.ts';
import type { SettingValue } from '../../engine/settings.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText } from '../../i18n/settings/types.ts';
import type { Setting } from '../../scenarios/settings.ts';
import { SettingInput } from './SettingInput.tsx';
import css from './settings.module.css';
import { useRefusal } from './useRefusal.tsx';

interface Props {
  setting: Setting;
  words: SettingText;
  panel: SettingsWords['panel'];
  value: SettingValue;
  /** Can only a new run have another value? */
  fixed: boolean;
  /** What it was before anybody changed it. */
  initial: SettingValue;
  /** A value in words. */
  describe(value: SettingValue): string;
  /** The words of a choice. */
  choiceName(choice: string): string;
  /** What a value would contradict, if anything: then it is refused with the reason. */
  conflict(value: SettingValue): ConflictId | null;
  onChange(value: SettingValue): void;
}

export function SettingRow(props: Props) {
  const { words, panel, value, initial, describe } = props;
  const id = useId();
  const [onChange, refused] = useRefusal(props.conflict, props.onChange);
  const changed = JSON.stringify(value) !== JSON.stringify(initial);
  return (
    <div className={css.row} data-changed={changed}>
      <div className={css.rowHead}>
        <span className={css.name} id={id}>
          {words.name}
        </span>
        {props.fixed && <span className={css.tag}>{panel.atStart}</span>}
        {changed && (
          <button type="button" className={css.undo} onClick={() => onChange(initial)}>
            {panel.undo({ value: describe(initial) })}
          </button>
        )}
      </div>
      <SettingInput {...props} field={props.setting.field} onChange={onChange} helpId={`${id}-help`} />
      {refused !== null && (
        <small className={css.wrong} role="alert">
          {panel.conflicts[refused]}
        </small>
      )}
      <small id={`${id}-help`} className={css.help}>
        {words.help}
      </small>
    </div>
  );
}
