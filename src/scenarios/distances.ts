/**
 * How far things commonly are from each other, for hops that a visitor may choose by where something stands. Round trips:
 * within a zone of a cloud 0.26 to 0.41 ms, between two of its zones 0.94 to 1.13 ms (measured on EC2), between two
 * regions of one country 40 to 70 ms, California to the Netherlands 150 ms, to the nearest edge of a CDN 10 to 30 ms.
 */
import type { SettingValue } from '../engine/settings.ts';

export type PlaceId = 'near' | 'far' | 'zone' | 'zones' | 'region';

export interface Distance {
  place: PlaceId;
  /** Of the setting, as the engine has it. */
  value: SettingValue;
}

const taking = (meanMs: number): SettingValue => ({ kind: 'constant', meanMs });

/** By the path of the setting in a file. Hops are one way, the store's latency is a command and its answer. */
export const DISTANCES = {
  'hops.user': [
    { place: 'near', value: 10 },
    { place: 'far', value: 75 },
  ],
  'hops.server': [
    { place: 'zone', value: 0.17 },
    { place: 'zones', value: 0.5 },
    { place: 'region', value: 27.5 },
  ],
  'store.latency': [
    { place: 'zone', value: taking(0.5) },
    { place: 'zones', value: taking(1) },
    { place: 'region', value: taking(55) },
  ],
} as const satisfies Record<string, readonly Distance[]>;

export type DistancePath = keyof typeof DISTANCES;
