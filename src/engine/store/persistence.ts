/** The ways in which a store keeps what it has on disk; `disk.ts` has their rules. */
export const PERSISTENCE_IDS = ['none', 'aof', 'rdb'] as const;
export type PersistenceId = (typeof PERSISTENCE_IDS)[number];
