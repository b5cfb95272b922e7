/** Turns what valibot finds wrong with single values into problems. */
import type * as v from 'valibot';
import { closest } from './closest.ts';
import { expectedBy } from './fields/expects.ts';
import { type Expected, foundText, type Problem, type ProblemCode } from './problem.ts';

type Issue = v.BaseIssue<unknown>;

/** The problems of the values in a file. Names of objects are left to `structureProblems`. */
export function valueProblems(issues: readonly Issue[], file: unknown): Problem[] {
  const places = new Set<string>();
  return issues
    .flatMap((issue) => problemsOf(issue, [], file))
    .filter(({ path }) => {
      // -1.5 is neither whole nor in range, but that is one mistake.
      const place = JSON.stringify(path);
      const isFirst = !places.has(place);
      places.add(place);
      return isFirst;
    });
}

function problemsOf(issue: Issue, base: Problem['path'], file: unknown): Problem[] {
  const path = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)];
  if (issue.type === 'strict_object' && issue.expected !== 'Object') return [];
  if (issue.type === 'union') {
    // What failed after an option had recognized the value as its own is what the writer wants to know.
    const meant = (issue.issues ?? []).filter(
      (part) => part.path !== undefined || part.kind === 'validation',
    );
    if (meant.length > 0) return meant.flatMap((part) => problemsOf(part, path, file));
  }
  const expected = expectedOf(issue);
  const suggestion =
    expected.what === 'choice' && typeof issue.input === 'string'
      ? closest(issue.input, expected.choices)
      : undefined;
  return [
    {
      path,
      code: codeOf(issue, expected),
      expected,
      found: foundText(valueAt(file, path)),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

/**
 * A variant has one message for "this is no object" and for "no such kind", also of a variant within it;
 * only the issue knows which words were possible at its place.
 */
function expectedOf(issue: Issue): Expected {
  if (issue.type !== 'variant') return expectedBy(issue.message);
  if (issue.expected === 'Object') return { what: 'object' };
  const choices = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map((match) => match[1]);
  return { what: 'choice', choices };
}

function codeOf(issue: Issue, expected: Expected): ProblemCode {
  switch (issue.type) {
    case 'integer':
      return 'not-whole';
    case 'min_value':
    case 'max_value':
      return 'out-of-range';
    case 'max_length':
      return 'too-long';
    case 'regex':
      return 'malformed';
    case 'check':
      return expected.what === 'max-not-below-min' ? 'max-below-min' : 'out-of-range';
    case 'picklist':
    case 'variant':
      if (issue.input === undefined) return 'missing';
      return typeof issue.input === 'string' ? 'not-a-choice' : 'wrong-type';
    default:
      return 'wrong-type';
  }
}

/** What stands at a path. An issue's own input may have been changed on the way, from "1s" to 1000 for one. */
function valueAt(file: unknown, path: Problem['path']): unknown {
  let value = file;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value;
}
