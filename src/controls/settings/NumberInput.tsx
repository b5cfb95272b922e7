/** A number or a duration as text: typed freely, taken when the field is left or Enter is pressed. */
import { useId, useState } from 'react';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { DurationField, NumberField } from '../../scenarios/fields/field.ts';
import { durationText, readNumber, valueText } from './readValue.ts';
import css from './settings.module.css';

interface Props {
  label: string;
  /** Shown beside the field; else the label is only heard. */
  labelShown?: boolean;
  field: DurationField | NumberField;
  value: number;
  disabled?: boolean;
  describedBy?: string | undefined;
  panel: SettingsWords['panel'];
  onChange(value: number): void;
}

export function NumberInput({
  label,
  labelShown,
  field,
  value,
  disabled,
  describedBy,
  panel,
  onChange,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const text = draft ?? valueText(field, value, panel.units);
  const wrong = draft !== null && Number.isNaN(readNumber(field, draft, panel.units));
  const commit = () => {
    if (draft === null || wrong) return;
    const next = readNumber(field, draft, panel.units);
    setDraft(null);
    if (next !== value) onChange(next);
  };
  return (
    <span className={css.number}>
      {labelShown && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        type="text"
        inputMode={field.kind === 'duration' ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        className={css.input}
        {...(labelShown ? {} : { 'aria-label': label })}
        aria-invalid={wrong}
        aria-describedby={[describedBy, wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined}
        disabled={disabled}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            // The value may lead to another page: the rest of the press is nothing to what has the focus there.
            event.preventDefault();
            commit();
          }
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation();
            setDraft(null);
          }
        }}
      />
      {wrong && (
        <span id={`${id}-wrong`} className={css.wrong} role="alert">
          {expected(panel, field)}
        </span>
      )}
    </span>
  );
}

function expected({ wrong, units }: SettingsWords['panel'], field: DurationField | NumberField): string {
  if (field.kind === 'duration') {
    return wrong.duration({
      least: durationText(field.leastMs, units),
      most: durationText(field.mostMs, units),
    });
  }
  return (field.kind === 'whole' ? wrong.whole : wrong.number)({ least: field.least, most: field.most });
}
