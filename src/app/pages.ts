/** What an entry of the browser's history keeps of this visit. */
export interface Page {
  /** Which page of this visit it is, from 0. */
  page?: number | undefined;
  /** The address of the run that was explored last before it. */
  explored?: string | undefined;
}

export const pageOf = (state: unknown): number => (state as Page | null)?.page ?? 0;
export const exploredBefore = (state: unknown) => (state as Page | null)?.explored;
