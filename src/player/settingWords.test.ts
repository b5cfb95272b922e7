/** Every setting of a scenario has its words, and no words are left over. */
import { describe, expect, it } from 'vitest';
import { en } from '../i18n/settings/en.ts';
import { ko } from '../i18n/settings/ko.ts';
import type { SettingTexts } from '../i18n/settings/types.ts';
import type { Field, GroupField } from '../scenarios/fields/field.ts';
import { SCENARIO_FIELDS } from '../scenarios/scenarioFields.ts';
import { SETTINGS } from '../scenarios/settings.ts';

/** The paths of sections, groups and lists, which have words too. */
function groups(fields: GroupField['fields'], before = ''): string[] {
  return Object.entries<Field>(fields).flatMap(([name, field]) => {
    const path = before + name;
    if (field.kind === 'group') return [path, ...groups(field.fields, `${path}.`)];
    if (field.kind !== 'list') return [];
    // What single servers have differently has the words of what all have.
    const { item, initial } = field;
    return initial === 'partial' || item.kind !== 'group'
      ? [path]
      : [path, ...leaves(item.fields, `${path}.`)];
  });
}

const leaves = (fields: GroupField['fields'], before: string): string[] =>
  Object.keys(fields).map((name) => before + name);

/** Paths of everything that may be null. */
function nullables(fields: GroupField['fields'], before = ''): string[] {
  return Object.entries<Field>(fields).flatMap(([name, field]) => {
    const path = before + name;
    if (field.kind === 'group') return nullables(field.fields, `${path}.`);
    const own = 'orNull' in field && field.orNull ? [path] : [];
    return field.kind === 'list' && field.initial !== 'partial' && field.item.kind === 'group'
      ? [...own, ...nullables(field.item.fields, `${path}.`)]
      : own;
  });
}

describe.each<[string, SettingTexts]>([
  ['English', en],
  ['Korean', ko],
])('%s', (_, words) => {
  it('has words for every setting, section and list, and for nothing else', () => {
    const paths = [...SETTINGS.map(({ path }) => path), ...groups(SCENARIO_FIELDS)];
    expect(Object.keys(words).sort()).toEqual(paths.sort());
  });

  it('says what null means where a setting may be null, and only there', () => {
    const named = Object.keys(words).filter((path) => words[path].none !== undefined);
    expect(named.sort()).toEqual(nullables(SCENARIO_FIELDS).sort());
  });

  it('ends every help with a full stop and no name', () => {
    for (const [path, { name, help }] of Object.entries(words)) {
      expect(help, path).toMatch(/[.요]\.?$/);
      expect(name, path).not.toMatch(/[.:]$/);
    }
  });
});
