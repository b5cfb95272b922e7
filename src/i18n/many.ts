/** An English count with its noun: “1 session”, “3 sessions”. */
import { createFormat } from './format.ts';

const format = createFormat('en');

export const many = (count: number, one: string, more: string) =>
  `${format.number(count)} ${count === 1 ? one : more}`;
