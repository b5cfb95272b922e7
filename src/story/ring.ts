/** The last few of many: what a story keeps when there may be any number. */
export interface Ring<T> {
  /** Oldest first. */
  readonly last: readonly T[];
  /** How many there were before those. */
  readonly earlier: number;
  add(item: T): void;
}

export function createRing<T>(most: number): Ring<T> {
  const last: T[] = [];
  let earlier = 0;
  return {
    last,
    get earlier() {
      return earlier;
    },
    add(item) {
      last.push(item);
      if (last.length <= most) return;
      last.shift();
      earlier++;
    },
  };
}
