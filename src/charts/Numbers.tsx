/** The few numbers that sum up the last seconds before the playhead. */
import { useWords } from '../i18n/Words.tsx';
import { usePlayerState } from '../player/hooks.ts';
import css from './charts.module.css';

export function Numbers() {
  const { t } = useWords();
  const n = usePlayerState((s) => s.view.numbers);
  const rows = [
    {
      id: 'served',
      kind: servedKind(n.servedShare),
      value: n.servedShare === null ? t.numbers.none : t.numbers.percent({ share: n.servedShare }),
      text: t.numbers.served,
    },
    {
      id: 'refused',
      kind: n.refusedPerSecond > 0 ? 'refused' : '',
      value: t.numbers.rate({ perSecond: n.refusedPerSecond }),
      text: t.numbers.refused,
    },
    {
      id: 'p95',
      kind: '',
      value: n.p95Ms === null ? t.numbers.none : t.numbers.duration({ ms: Math.round(n.p95Ms) }),
      text: t.numbers.p95,
    },
    {
      id: 'failed',
      kind: n.failedPerSecond > 0 ? 'failed' : '',
      value: t.numbers.rate({ perSecond: n.failedPerSecond }),
      text: t.numbers.failed,
    },
  ];
  return (
    <section className={css.numbersRoom} aria-label={t.numbers.title}>
      <h2 className="visually-hidden">{t.numbers.title}</h2>
      <dl className={css.numbers}>
        {rows.map((row) => (
          <div key={row.id} className={css.number} data-kind={row.kind}>
            <dt>{row.text}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.window}>
        {t.numbers.window({ ms: Math.max(1000, Math.round(n.windowMs / 1000) * 1000) })}
      </p>
    </section>
  );
}

/** Green only when nearly everybody is served, alarming when most are not. */
function servedKind(share: number | null): string {
  if (share === null) return '';
  return share >= 0.95 ? 'ok' : share < 0.5 ? 'refused' : '';
}
