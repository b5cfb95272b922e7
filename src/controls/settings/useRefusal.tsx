/** What contradicts something else is not taken, and the reason stands there for as long as it would contradict it. */
import { useState } from 'react';
import type { ConflictId } from '../../engine/conflicts.ts';

/**
 * @param conflict what a value would contradict, if anything
 * @param onChange told of the values that are taken
 * @returns takes or refuses a value; and what the last one that was refused contradicts
 */
export function useRefusal<Value>(
  conflict: (value: Value) => ConflictId | null,
  onChange: (value: Value) => void,
): [change: (value: Value) => void, refused: ConflictId | null] {
  const [tried, setTried] = useState<{ value: Value } | null>(null);
  const change = (value: Value) => {
    const isTaken = conflict(value) === null;
    setTried(isTaken ? null : { value });
    if (isTaken) onChange(value);
  };
  return [change, tried === null ? null : conflict(tried.value)];
}
