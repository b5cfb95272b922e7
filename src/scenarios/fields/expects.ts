/**
 * What a field expects travels with its schema as valibot's message, in JSON, so that every problem can
 * say everything about the field and not only which of its rules was broken.
 */
import type { Expected } from '../problem.ts';

export const expects = (expected: Expected): string => JSON.stringify(expected);

export const expectedBy = (message: string): Expected => JSON.parse(message) as Expected;
