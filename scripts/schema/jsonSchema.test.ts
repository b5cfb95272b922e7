import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatScenario } from '../../src/scenarios/formatScenario.ts';
import { SCENARIO_IDS, SCENARIOS } from '../../src/scenarios/library/index.ts';
import { parseScenario } from '../../src/scenarios/parseScenario.ts';
import { jsonSchemaText } from './jsonSchema.ts';
import { isValid, type JsonSchema } from './validate.ts';

const project = new URL('../..', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, project), 'utf8'));
const schema: JsonSchema = read('public/schema/scenario.v1.json');
const examples = readdirSync(new URL('examples', project)).filter((name) => name.endsWith('.json'));

describe('public/schema/scenario.v1.json', () => {
  it('is up to date; otherwise run `node scripts/schema.mjs`', () => {
    expect(schema).toEqual(JSON.parse(jsonSchemaText()));
  });

  it('describes every field', () => {
    const missing: string[] = [];
    const visit = (name: string, part: JsonSchema) => {
      for (const [key, field] of Object.entries(part.properties ?? {})) {
        if (field.description === undefined && !('const' in field)) missing.push(`${name}.${key}`);
        visit(`${name}.${key}`, field);
      }
      for (const inner of [
        ...(part.anyOf ?? []),
        ...(part.oneOf ?? []),
        ...(part.items ? [part.items] : []),
      ]) {
        visit(name, inner);
      }
    };
    visit('', schema);
    expect(missing).toEqual([]);
  });

  it.each(examples)('accepts examples/%s', (name) => {
    expect(isValid(schema, read(`examples/${name}`))).toBe(true);
  });

  it.each(SCENARIO_IDS)('accepts %s of the library', (id) => {
    const run = { scenario: SCENARIOS[id], seed: 9, interventions: [], untilMs: 500 };
    expect(isValid(schema, JSON.parse(formatScenario({ run })))).toBe(true);
  });

  it.each([
    { seed: -1 },
    { pepole: {} },
    { people: { think: { kind: 'normal', mean: 3 } } },
    { people: { think: '3 seconds' } },
    { servers: { count: 301 } },
    { sessions: { strategy: 'nowhere' } },
    { interventions: [{ at: 1, do: 'kill-server' }] },
    { interventions: [{ at: 1, do: 'kill-server', server: 'a' }] },
  ])('refuses %j, as parseScenario does', (file) => {
    expect(isValid(schema, file)).toBe(false);
    expect(parseScenario(file).ok).toBe(false);
  });

  it('gives the defaults that a file without the fields has', () => {
    const collect = (part: JsonSchema): unknown =>
      part.properties === undefined
        ? part.default
        : Object.fromEntries(
            Object.entries(part.properties)
              .map(([key, field]) => [key, collect(field)])
              .filter(([, value]) => value !== undefined),
          );
    const { $schema, title, ...defaults } = collect(schema) as Record<string, unknown>;
    expect(parseScenario(defaults)).toEqual(parseScenario({}));
  });
});
