/** A line for each server that there ever was. */
import { serverName } from '../../../engine/state/servers.ts';
import { serverLabel } from '../../../player/names.ts';
import type { ChartLanguage, Line } from '../chart.ts';
import { castOf, type Kept, type Stretch } from '../kept.ts';

export function servers(
  { series }: Kept,
  language: ChartLanguage,
  at: (server: number, stretch: Stretch) => number,
): Line[] {
  return Array.from({ length: castOf(series).servers }, (_, s) => ({
    id: serverName(s),
    name: serverLabel(language, s),
    at: (stretch) => at(s, stretch),
  }));
}
