/** Which moment the values of a chart are of: charts know whole seconds, the rest of the page knows now. */
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import type { Series } from '../../timeline/series.ts';
import css from './panel.module.css';

/** @param buckets the last one that counts, from 1; 0 before there is one */
export function AsOf({ words, series, buckets }: { words: ChartWords; series: Series; buckets: number }) {
  const { f } = useWords();
  if (buckets === 0) return null;
  const { bucketMs } = series;
  const at = f.clock(buckets * bucketMs).replace(/\.\d+$/, '');
  return <span className={css.asOf}>{words.asOf({ at, ms: bucketMs })}</span>;
}
