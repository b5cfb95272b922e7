/** Which moment the values of a chart are of: charts know whole seconds, the rest of the page knows now. */
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import type { Series } from '../../timeline/series.ts';
import css from './panel.module.css';

interface Props {
  words: ChartWords;
  series: Series;
  /** The last one that counts, from 1; 0 before there is one. */
  buckets: number;
  /** Values are of so many buckets; without it, of the moment at their end. */
  lasting?: number;
}

export function AsOf({ words, series, buckets, lasting }: Props) {
  const { f } = useWords();
  if (buckets === 0) return null;
  const { bucketMs } = series;
  const clock = (bucket: number) => f.clock(bucket * bucketMs).replace(/\.\d+$/, '');
  const text =
    lasting === undefined
      ? words.asOf({ at: clock(buckets), ms: bucketMs })
      : words.during({ from: clock(buckets - lasting), to: clock(buckets) });
  return <span className={css.asOf}>{text}</span>;
}
