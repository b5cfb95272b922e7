/** One setting: its name, the control that fits its kind, one sentence of help, and the way back. */
import { useId } from 'react';
import type { Distribution } from '../../engine/random/distributions.ts';
import type { SettingValue } from '../../engine/settings.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText } from '../../i18n/settings/types.ts';
import type { Setting } from '../../scenarios/settings.ts';
import { DistributionInput } from './DistributionInput.tsx';
import { NumberInput } from './NumberInput.tsx';
import css from './settings.module.css';

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
  onChange(value: SettingValue): void;
}

export function SettingRow(props: Props) {
  const { words, panel, value, initial, describe, onChange } = props;
  const id = useId();
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
      <Input {...props} helpId={`${id}-help`} />
      <small id={`${id}-help`} className={css.help}>
        {words.help}
      </small>
    </div>
  );
}

function Input(props: Props & { helpId: string }) {
  const { setting, words, panel, value, helpId, choiceName, onChange } = props;
  const { field } = setting;
  switch (field.kind) {
    case 'choice':
      return (
        <select
          className={css.input}
          aria-label={words.name}
          aria-describedby={helpId}
          value={value === null ? '' : String(value)}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          {field.orNull && <option value="">{words.none}</option>}
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceName(choice)}
            </option>
          ))}
        </select>
      );
    case 'yes-or-no':
      return (
        <label className={css.check}>
          <input
            type="checkbox"
            aria-label={words.name}
            aria-describedby={helpId}
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {value === true ? panel.yes : panel.no}
        </label>
      );
    case 'distribution':
      return (
        <DistributionInput
          label={words.name}
          field={field}
          value={value as Distribution}
          describedBy={helpId}
          panel={panel}
          onChange={onChange}
        />
      );
    default:
      return <NumberOrNone {...props} field={field} />;
  }
}

/** A number; where it may be null, a box to tick that says what null means. */
function NumberOrNone({
  field,
  words,
  panel,
  value,
  initial,
  helpId,
  onChange,
}: Props & { field: Extract<Setting['field'], { kind: 'duration' | 'whole' | 'decimal' }>; helpId: string }) {
  const least = field.kind === 'duration' ? Math.max(field.leastMs, 1000) : Math.max(field.least, 1);
  const number = typeof value === 'number' ? value : typeof initial === 'number' ? initial : least;
  return (
    <div className={css.numberOrNone}>
      <NumberInput
        label={words.name}
        field={field}
        value={number}
        disabled={value === null}
        describedBy={helpId}
        panel={panel}
        onChange={onChange}
      />
      {field.orNull && (
        <label className={css.check}>
          <input
            type="checkbox"
            checked={value === null}
            onChange={(event) => onChange(event.target.checked ? null : number)}
          />
          {words.none}
        </label>
      )}
    </div>
  );
}
