/**
 * Machines one can rent: a ladder from the smallest to the largest there is. Linux on demand in AWS us-east-1, in
 * US dollars an hour, as listed on 2026-07-20. The last one is the ceiling: no larger machine has a price in that list.
 */
import type { ServerSettings } from './scenario.ts';

export interface Size {
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly usdPerHour: number;
}

/** By price. The t3 family is burstable: it may not use its two vCPUs all the time, which is not modelled. */
export const SIZES = {
  't3.micro': { vcpus: 2, memoryGiB: 1, usdPerHour: 0.0104 },
  't3.small': { vcpus: 2, memoryGiB: 2, usdPerHour: 0.0208 },
  't3.medium': { vcpus: 2, memoryGiB: 4, usdPerHour: 0.0416 },
  'm7g.large': { vcpus: 2, memoryGiB: 8, usdPerHour: 0.0816 },
  't3.large': { vcpus: 2, memoryGiB: 8, usdPerHour: 0.0832 },
  'm5.large': { vcpus: 2, memoryGiB: 8, usdPerHour: 0.096 },
  'm7i.large': { vcpus: 2, memoryGiB: 8, usdPerHour: 0.1008 },
  'm7i.4xlarge': { vcpus: 16, memoryGiB: 64, usdPerHour: 0.8064 },
  'm7i.16xlarge': { vcpus: 64, memoryGiB: 256, usdPerHour: 3.2256 },
  'm5.24xlarge': { vcpus: 96, memoryGiB: 384, usdPerHour: 4.608 },
  'm7i.48xlarge': { vcpus: 192, memoryGiB: 768, usdPerHour: 9.6768 },
  'r7i.48xlarge': { vcpus: 192, memoryGiB: 1536, usdPerHour: 12.7008 },
  'x2iedn.32xlarge': { vcpus: 128, memoryGiB: 4096, usdPerHour: 26.676 },
  'u7i-6tb.112xlarge': { vcpus: 448, memoryGiB: 6144, usdPerHour: 62.79 },
  'u7in-24tb.224xlarge': { vcpus: 896, memoryGiB: 24_576, usdPerHour: 270.73 },
  'u7in-32tb.224xlarge': { vcpus: 896, memoryGiB: 32_768, usdPerHour: 360.99 },
} as const satisfies Record<string, Size>;

export type SizeId = keyof typeof SIZES;
export const SIZE_IDS = Object.keys(SIZES) as SizeId[];

/** What a vCPU costs in the m7i family, whose prices are exactly proportional: for a machine without a size. */
const USD_PER_VCPU_HOUR = SIZES['m7i.large'].usdPerHour / SIZES['m7i.large'].vcpus;

type Machine = Pick<ServerSettings, 'size' | 'vcpus' | 'usdPerHour' | 'workers'>;

/** The vCPUs of a machine: what it is given, or those of its size, or one for each worker. */
export function vcpusOf({ size, vcpus, workers }: Machine): number {
  return vcpus ?? (size === null ? workers : SIZES[size].vcpus);
}

/** The price of a machine: what it is given, or that of its size, or that of as many vCPUs of the m7i family. */
export function usdPerHourOf(machine: Machine): number {
  const { size, usdPerHour } = machine;
  return usdPerHour ?? (size === null ? vcpusOf(machine) * USD_PER_VCPU_HOUR : SIZES[size].usdPerHour);
}
