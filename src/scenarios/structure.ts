/**
 * Looks at the objects of a file: names that do not exist, names that are missing, lists in the place of
 * objects. valibot stops at the first unknown name and takes a list for an object; here nothing is left
 * out, and whoever mistyped a name is told which one was probably meant.
 */
import type * as v from 'valibot';
import { closest } from './closest.ts';
import { expectedBy } from './fields/expects.ts';
import { type Expected, foundText, type Problem } from './problem.ts';

type Path = Problem['path'];

/** The parts of valibot's schemas that the file's schema is made of. */
type Schema = v.GenericSchema & {
  message?: string;
  wrapped?: Schema;
  item?: Schema;
  options?: Schema[];
  key?: string;
  entries?: Record<string, Schema & { literal?: unknown }>;
};

/** The problems of all objects in `value`, which should be as `schema` says. */
export function structureProblems(schema: v.GenericSchema, value: unknown): Problem[] {
  const problems: Problem[] = [];
  visit(schema as Schema, value, [], problems);
  return problems;
}

function visit(schema: Schema, value: unknown, path: Path, problems: Problem[]): void {
  switch (schema.type) {
    case 'optional':
    case 'nullable':
      if (schema.wrapped !== undefined) visit(schema.wrapped, value, path, problems);
      break;
    case 'array':
      if (Array.isArray(value) && schema.item !== undefined) {
        for (const [i, item] of value.entries()) visit(schema.item, item, [...path, i], problems);
      }
      break;
    case 'union':
      if (Array.isArray(value)) problems.push(unwantedList(value, path, expectedBy(schema.message ?? '')));
      else for (const option of schema.options ?? []) visit(option, value, path, problems);
      break;
    case 'variant':
      if (Array.isArray(value)) problems.push(unwantedList(value, path, { what: 'object' }));
      else if (isObject(value)) {
        const key = schema.key ?? '';
        // An option may be a variant again; its own options all begin alike.
        const option = schema.options?.find((one) => {
          const entries = one.entries ?? one.options?.[0]?.entries;
          return entries?.[key].literal === value[key];
        });
        if (option !== undefined) visit(option, value, path, problems);
      }
      break;
    case 'strict_object':
      if (Array.isArray(value)) problems.push(unwantedList(value, path, { what: 'object' }));
      else if (isObject(value)) visitObject(schema.entries ?? {}, value, path, problems);
      break;
  }
}

function visitObject(
  entries: Record<string, Schema>,
  value: Record<string, unknown>,
  path: Path,
  problems: Problem[],
): void {
  const keys = Object.keys(entries);
  for (const key of keys) {
    if (value[key] !== undefined) visit(entries[key], value[key], [...path, key], problems);
    else if (entries[key].type !== 'optional') {
      const expected = expectedBy(messageOf(entries[key]));
      problems.push({ path: [...path, key], code: 'missing', expected, found: '' });
    }
  }
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(entries, key)) continue;
    const suggestion = closest(
      key,
      keys.filter((known) => !Object.hasOwn(value, known)),
    );
    problems.push({
      path: [...path, key],
      code: 'unknown-key',
      expected: { what: 'key', keys },
      found: foundText(key),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

/** What may be null has its words where it is not. */
const messageOf = (schema: Schema): string =>
  schema.message ?? (schema.wrapped ? messageOf(schema.wrapped) : '');

const unwantedList = (value: unknown[], path: Path, expected: Expected): Problem => ({
  path,
  code: 'wrong-type',
  expected,
  found: foundText(value),
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
