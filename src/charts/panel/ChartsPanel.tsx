/** All charts of the run, drawn anew when a bucket more is whole or the past has changed; what is known beyond goes on from there. */
import { useEffect, useMemo, useState } from 'react';
import { loadChartWords } from '../../i18n/charts/index.ts';
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { loadOrTell } from '../../player/loadOrTell.ts';
import type { Series } from '../../timeline/series.ts';
import { CHARTS } from './charts/index.ts';
import { type Kept, type Open, openBucket } from './kept.ts';
import css from './panel.module.css';
import { SpreadChart } from './SpreadChart.tsx';
import { TimeChartView } from './TimeChartView.tsx';

/** After the charts of answers, before those of servers. */
const SPREAD_AT = 2;

export function ChartsPanel() {
  const words = useChartWords();
  const kept = useKept();
  const open = useOpenBucket();
  const isPart = usePlayerState((s) => s.window !== null);
  if (words === null || kept === null) return null;
  if (kept.series.samples.length === 0) return <p className={css.help}>{words.early}</p>;
  const charts = CHARTS.map((chart) => (
    <TimeChartView key={chart.id} chart={chart} kept={kept} open={open} words={words} />
  ));
  return (
    <>
      <p className={css.help}>
        {isPart ? words.part : words.whole} {words.help}
      </p>
      <div className={css.charts}>
        {charts.slice(0, SPREAD_AT)}
        <SpreadChart kept={kept} words={words} />
        {charts.slice(SPREAD_AT)}
      </div>
    </>
  );
}

/** Another object whenever there is something new in it. */
function useKept(): Kept | null {
  const player = usePlayer();
  const state = usePlayerState(({ revision }) => {
    const { series } = player.timeline;
    return series && `${revision} ${series.bucketMs} ${series.samples.length}`;
  });
  const [kept, setKept] = useState<{ state: string | null; kept: Kept | null }>({ state: null, kept: null });
  if (kept.state !== state) {
    const { series, history } = player.timeline;
    setKept({ state, kept: series && { series: readingOf(series), history } });
  }
  return kept.kept;
}

/** Null while the playhead is where more is known. */
function useOpenBucket(): Open | null {
  const player = usePlayer();
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const revision = usePlayerState((s) => s.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when the past has changed
  return useMemo(
    () => (nowMs === frontierMs ? openBucket(player.timeline) : null),
    [player, nowMs, frontierMs, revision],
  );
}

/** The series goes on being written while frames are painted; a reading of it stays as it is. Its rows never change. */
function readingOf(series: Series): Series {
  return { ...series, times: [...series.times], samples: [...series.samples] };
}

function useChartWords(): ChartWords | null {
  const { locale } = useWords();
  const player = usePlayer();
  const [words, setWords] = useState<ChartWords | null>(null);
  useEffect(() => {
    let current = true;
    loadOrTell(player, () => loadChartWords(locale)).then(
      (loaded) => current && setWords(loaded),
      () => {}, // the page has said so; the charts stay in the language they have
    );
    return () => {
      current = false;
    };
  }, [locale, player]);
  return words;
}
