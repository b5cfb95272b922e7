/** "Did you mean …?": finds the known word that somebody who wrote another one probably meant. */

/** The candidate nearest to `word`, or undefined when none is near. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = bare(word);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, bare(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Without what people vary: case, hyphens, underscores, and a unit at the end (`idleMs` for `idle`). */
function bare(word: string): string {
  // Who writes a whole text where a word belongs did not mistype it.
  return word
    .slice(0, 40)
    .replace(/([a-z])Ms$/, '$1')
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}

/** Letters to insert, remove, replace or swap with a neighbour. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replace, rows[i - 1][j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}
