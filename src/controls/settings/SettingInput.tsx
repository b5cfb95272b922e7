/** The control that fits the kind of a field: a list, a box to tick, a number, a spread. */
import type { Distribution } from '../../engine/random/distributions.ts';
import type { SettingValue } from '../../engine/settings.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText } from '../../i18n/settings/types.ts';
import type { DurationField, NumberField, SingleField } from '../../scenarios/fields/field.ts';
import { DistributionInput } from './DistributionInput.tsx';
import { NumberInput } from './NumberInput.tsx';
import css from './settings.module.css';

interface Props {
  field: SingleField;
  /** Its name, and what null means where it may be null. */
  words: Pick<SettingText, 'name' | 'none'>;
  panel: SettingsWords['panel'];
  value: SettingValue;
  /** The number to begin with where the value is null. */
  initial: SettingValue;
  /** The element that explains it. */
  helpId: string | undefined;
  /** The words of a choice. */
  choiceName(choice: string): string;
  onChange(value: SettingValue): void;
}

export function SettingInput(props: Props) {
  const { field, words, panel, value, helpId, choiceName, onChange } = props;
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
}: Props & { field: DurationField | NumberField }) {
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
