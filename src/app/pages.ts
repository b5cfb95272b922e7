/** Which page of this visit an entry of the browser's history is, from 0. */
export const pageOf = (state: unknown): number => (state as { page?: number } | null)?.page ?? 0;
