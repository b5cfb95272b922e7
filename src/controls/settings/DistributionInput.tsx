/** A duration drawn by chance: how it spreads, and the numbers that belong to that. */
import type { Distribution } from '../../engine/random/distributions.ts';
import { meanMs } from '../../engine/random/distributions.ts';
import type { SettingsWords } from '../../i18n/settings/index.ts';
import { type DistributionField, decimal, duration } from '../../scenarios/fields/field.ts';
import { LEAST_CV, MOST_CV } from '../../scenarios/limits.ts';
import { NumberInput } from './NumberInput.tsx';
import css from './settings.module.css';

const KINDS = ['constant', 'exponential', 'uniform', 'lognormal', 'hyperexponential'] as const;

interface Props {
  label: string;
  field: DistributionField;
  value: Distribution;
  describedBy?: string | undefined;
  panel: SettingsWords['panel'];
  onChange(value: Distribution): void;
}

export function DistributionInput({ label, field, value, describedBy, panel, onChange }: Props) {
  const number = (
    words: string,
    of: ReturnType<typeof duration> | ReturnType<typeof decimal>,
    now: number,
    take: (next: number) => Distribution,
  ) => (
    <NumberInput
      label={`${label}: ${words}`}
      field={of}
      value={now}
      panel={panel}
      onChange={(next) => onChange(take(next))}
    />
  );
  return (
    <div className={css.distribution}>
      <select
        className={css.input}
        aria-label={`${label}: ${panel.kind}`}
        aria-describedby={describedBy}
        value={value.kind}
        onChange={(event) => onChange(asKind(value, event.target.value as Distribution['kind']))}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {panel.kinds[kind]}
          </option>
        ))}
      </select>
      {value.kind === 'uniform' ? (
        <>
          {number(panel.shortest, duration(0, value.maxMs), value.minMs, (minMs) => ({ ...value, minMs }))}
          {number(panel.longest, duration(value.minMs), value.maxMs, (maxMs) => ({ ...value, maxMs }))}
        </>
      ) : (
        number(panel.mean, duration(field.leastMeanMs), value.meanMs, (mean) => ({ ...value, meanMs: mean }))
      )}
      {'cv' in value &&
        number(
          panel.variation,
          decimal(value.kind === 'hyperexponential' ? 1 : LEAST_CV, MOST_CV),
          value.cv,
          (cv) => ({ ...value, cv }),
        )}
    </div>
  );
}

/** A spread of another kind with the same mean. */
function asKind(value: Distribution, kind: Distribution['kind']): Distribution {
  const mean = meanMs(value);
  switch (kind) {
    case 'constant':
    case 'exponential':
      return { kind, meanMs: mean };
    case 'uniform':
      return { kind, minMs: mean / 2, maxMs: mean * 1.5 };
    case 'lognormal':
      return { kind, meanMs: mean, cv: 1 };
    case 'hyperexponential':
      return { kind, meanMs: mean, cv: 2 };
  }
}
