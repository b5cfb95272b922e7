import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { causesEn } from './causes/en.ts';
import { causesKo } from './causes/ko.ts';
import { chartsEn } from './charts/en.ts';
import { chartsKo } from './charts/ko.ts';
import { compareEn } from './compare/en.ts';
import { compareKo } from './compare/ko.ts';
import { compareMessages, rawParticles } from './compareMessages.ts';
import { en } from './en.ts';
import { furtherEn } from './further/en.ts';
import { furtherKo } from './further/ko.ts';
import { inspectorEn } from './inspector/en.ts';
import { inspectorKo } from './inspector/ko.ts';
import { ko } from './ko.ts';
import { linkEn } from './link/en.ts';
import { linkKo } from './link/ko.ts';
import { locales } from './locale.ts';
import { listMessages } from './mapMessages.ts';
import { loadMessages } from './messages.ts';
import { en as settingsEn } from './settings/en.ts';
import { ko as settingsKo } from './settings/ko.ts';
import { panelEn } from './settings/panel.en.ts';
import { panelKo } from './settings/panel.ko.ts';
import { takeAlongEn } from './takeAlong/en.ts';
import { takeAlongKo } from './takeAlong/ko.ts';
import { timeEn } from './time/en.ts';
import { timeKo } from './time/ko.ts';
import type { BasicMessages, Widen } from './types.ts';

/** Messages of nothing but values, signs or names that are the same in Korean. Keep it short. */
const WITHOUT_HANGUL = [
  'people.describe',
  'server.more',
  'server.describe',
  'timeline.mark.kill-server',
  'timeline.mark.restart-server',
  'timeline.mark.remove-server',
  'timeline.mark.set-strategy',
  'timeline.mark.set-policy',
  'numbers.none',
  'numbers.percent',
  'numbers.duration',
];

const FURTHER_WITHOUT_HANGUL = ['zones.told'];

const SETTINGS_WITHOUT_HANGUL = ['store.kind.choices.redis', 'cdn.name', 'cdn.on.name'];

const INSPECTOR_WITHOUT_HANGUL = ['choice.how.policy', 'person.by', 'stretch.slow'];
const CHARTS_WITHOUT_HANGUL = [
  'latency.p95',
  'latency.p99',
  'latency.short.p50',
  'latency.short.p95',
  'latency.short.p99',
  'distribution.range',
];

describe('the two languages', () => {
  it('have the same messages with the same values, each in its own script', () => {
    expect(compareMessages(en, ko, { withoutHangul: WITHOUT_HANGUL })).toEqual([]);
  });

  it('have the same words for further rules, and none that are there already', () => {
    expect(compareMessages(furtherEn, furtherKo, { withoutHangul: FURTHER_WITHOUT_HANGUL })).toEqual([]);
    const basic = listMessages(en);
    expect([...listMessages(furtherEn).keys()].filter((path) => basic.has(path))).toEqual([]);
  });

  it('have the same words for settings', () => {
    expect(compareMessages(settingsEn, settingsKo, { withoutHangul: SETTINGS_WITHOUT_HANGUL })).toEqual([]);
    expect(compareMessages(panelEn, panelKo, { withoutHangul: [] })).toEqual([]);
  });

  it('have the same words for what one takes along', () => {
    expect(compareMessages(takeAlongEn, takeAlongKo, { withoutHangul: [] })).toEqual([]);
  });

  it('have the same words for what a link asks for', () => {
    expect(compareMessages(linkEn, linkKo, { withoutHangul: [] })).toEqual([]);
  });

  it('have the same words for time', () => {
    expect(
      compareMessages(timeEn, timeKo, { withoutHangul: ['did.set', 'runs.own', 'zoom.answer'] }),
    ).toEqual([]);
  });

  it('have the same words for the inspector', () => {
    expect(compareMessages(inspectorEn, inspectorKo, { withoutHangul: INSPECTOR_WITHOUT_HANGUL })).toEqual(
      [],
    );
  });

  it('have the same words for charts', () => {
    expect(compareMessages(chartsEn, chartsKo, { withoutHangul: CHARTS_WITHOUT_HANGUL })).toEqual([]);
  });

  it('have the same words for comparisons', () => {
    expect(compareMessages(compareEn, compareKo, { withoutHangul: [] })).toEqual([]);
  });

  it('have the same causes', () => {
    expect(compareMessages(causesEn, causesKo, { withoutHangul: [] })).toEqual([]);
  });

  it('put particles after values with withJosa, in every Korean file', () => {
    const source = new URL('../', import.meta.url);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /(^|\/)ko(\.ts$|\/.*\.ts$)/.test(path) && !path.endsWith('.test.ts'));
    expect(files).toContain('i18n/ko.ts');
    const found = files.flatMap((path) =>
      rawParticles(readFileSync(new URL(path, source), 'utf8')).map((particle) => `${path}: ${particle}`),
    );
    expect(found).toEqual([]);
  });
});

describe('loadMessages', () => {
  it.each(locales)('loads %s', async (locale) => {
    expect(await loadMessages(locale)).toBe({ en, ko }[locale]);
  });
});

describe('the types', () => {
  const source = { a: 'A', group: { b: (p: { name: string; count: number }) => `${p.name} ${p.count}` } };
  type Tree = Widen<typeof source>;

  it('hold for English itself', () => {
    expectTypeOf(en).toExtend<BasicMessages>();
  });

  it('keep arguments and widen texts', () => {
    expectTypeOf<Tree['a']>().toEqualTypeOf<string>();
    expectTypeOf<Widen<{ a: 'A' }>['a']>().toEqualTypeOf<string>();
    expectTypeOf<Tree['group']['b']>().toEqualTypeOf<(p: { name: string; count: number }) => string>();
  });

  it('refuse what does not match, at any depth', () => {
    const right: Tree = { a: '가', group: { b: (p) => `${p.name} ${p.count}` } };
    // @ts-expect-error a missing key
    const missing: Tree = { a: '가', group: {} };
    // @ts-expect-error an extra key
    const extra: Tree = { a: '가', group: { b: () => '나', c: '다' } };
    // @ts-expect-error a value English does not give
    const unknownValue: Tree = { a: '가', group: { b: (p: { user: string }) => p.user } };
    // @ts-expect-error a text where values are given
    const text: Tree = { a: '가', group: { b: '나' } };
    expect([right, missing, extra, unknownValue, text]).toHaveLength(5);
  });
});
