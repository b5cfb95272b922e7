/** Presets: every number can be set and says where it comes from; and what a client sees is what the product is known for. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../engine/intervention.ts';
import type { PolicyId } from '../../engine/policies/index.ts';
import type { Scenario } from '../../engine/scenario.ts';
import { isSettable, type SettingPath, withSetting } from '../../engine/settings.ts';
import { record } from '../../engine/testing/record.ts';
import { tinyScenario } from '../../engine/testing/scenarios.ts';
import { allows, settingAt } from '../settings.ts';
import { awsAlb } from './awsAlb.ts';
import { haproxy } from './haproxy.ts';
import { PRESETS } from './index.ts';
import { kubernetes } from './kubernetes.ts';
import { nginx } from './nginx.ts';
import type { Preset } from './preset.ts';

describe.each(PRESETS)('$name', ({ id, settings }) => {
  it('has its own name, and only settings of the balancer that may have these values in a run', () => {
    expect(PRESETS.filter((preset) => preset.id === id)).toHaveLength(1);
    for (const [path, { value }] of Object.entries(settings)) {
      const setting = settingAt(path);
      expect(setting?.enginePath, path).toMatch(/^balancer\./);
      expect(setting && allows(setting.field, value), path).toBe(true);
      expect(path === 'balancer.policy' || isSettable(setting?.enginePath ?? ''), path).toBe(true);
    }
  });

  it('says for every number where it comes from', () => {
    for (const { source } of Object.values(settings)) {
      expect(source).toMatch(
        /^https:\/\/(nginx\.org|docs\.haproxy\.org|docs\.aws\.amazon\.com|kubernetes\.io)\//,
      );
    }
  });
});

/** Two servers behind the product; a visitor comes at each of these times, and a page takes `pageMs`. */
function visit(preset: Preset, atMs: number[], interventions: Intervention[], pageMs = 10) {
  let scenario: Scenario = tinyScenario({
    people: { count: 0 },
    visitors: { shape: 'arrivals', arrivals: atMs.map((at) => ({ atMs: at })) },
    service: { page: { kind: 'constant', meanMs: pageMs } },
    servers: { count: 2 },
  });
  for (const [path, { value }] of Object.entries(preset.settings)) {
    if (path === 'balancer.policy') scenario.balancer.policy = value as PolicyId;
    else scenario = withSetting(scenario, settingAt(path)?.enginePath as SettingPath, value);
  }
  // Chance would send the visitor to the living server half of the time.
  if (scenario.balancer.policy === 'random') scenario.balancer.policy = 'round-robin';
  return record(scenario, 400_000, interventions).answers.map((a) => [a.status, a.atMs - a.bornMs]);
}

const kill = (atMs: number, server: number): Intervention => ({ atMs, do: 'kill-server', server });
const hang = (atMs: number, server: number): Intervention => ({ atMs, do: 'hang-server', server });

describe('what a client sees', () => {
  it('of a process that was killed a moment ago', () => {
    // The first goes to A, the second to B, which is dead.
    const second = (preset: Preset) => visit(preset, [100, 200], [kill(150, 1)])[1];
    expect(second(nginx)).toEqual([200, 10]); // from the next server, without delay
    expect(second(haproxy)).toEqual([503, 3000]); // 1 + 3 tries, a second apart
    expect(second(awsAlb)).toEqual([502, 0]);
    expect(second(kubernetes)).toEqual([503, 0]);
  });

  it('of a server that dies with the request', () => {
    const second = (preset: Preset) => visit(preset, [100, 200], [kill(250, 1)], 100)[1];
    expect(second(nginx)).toEqual([200, 150]); // half of it in vain, then all of it elsewhere
    expect(second(haproxy)).toEqual([502, 50]);
    expect(second(awsAlb)).toEqual([502, 50]);
  });

  it('of a machine that fell silent', () => {
    const second = (preset: Preset) => visit(preset, [100, 200], [hang(150, 1)])[1];
    expect(second(nginx)).toEqual([200, 60_010]); // hangs for a minute, then the next server
    expect(second(awsAlb)).toEqual([504, 10_000]);
    // Four times five seconds; but after 10 to 12 s the checks have taken it out, and then it goes elsewhere.
    expect(second(haproxy)[1]).toBeGreaterThan(9999);
  });

  it('of an answer that takes too long', () => {
    const first = (preset: Preset) => visit(preset, [100], [], 300_000)[0];
    // A page changes nothing when it is computed twice, so nginx asks the other server, for another minute.
    expect(first(nginx)).toEqual([504, 120_000]);
    expect(first(haproxy)).toEqual([504, 50_000]);
    expect(first(awsAlb)).toEqual([504, 60_000]);
  });

  it('when no server is left', () => {
    const dead = [kill(50, 0), kill(50, 1)];
    // Long after the checks, or the failures of the first visitors, have told.
    const last = (preset: Preset) => visit(preset, [100, 101, 200_000, 200_001], dead)[3];
    expect(last(nginx)).toEqual([502, 0]);
    expect(last(haproxy)).toEqual([503, 0]);
    // All of them fail their checks, so all of them are tried all the same.
    expect(last(awsAlb)).toEqual([502, 0]);
  });

  it('stands in docs/model.md', () => {
    const docs = readFileSync(new URL('../../../docs/model.md', import.meta.url), 'utf8');
    const [, table] = docs.split('\n| | nginx | HAProxy | AWS ALB |\n');
    const rows = table.split('\n\n')[0].split('\n').slice(1);
    const seen: [atMs: number[], interventions: Intervention[], which: number, pageMs?: number][] = [
      [[100, 200], [kill(150, 1)], 1],
      [[100, 200], [kill(250, 1)], 1, 100],
      [[100, 200], [hang(150, 1)], 1],
      [[100], [], 0, 200_000],
      [[100, 101, 200_000, 200_001], [kill(50, 0), kill(50, 1)], 3],
    ];
    for (const [i, [atMs, interventions, which, pageMs]] of seen.entries()) {
      const cells = rows[i].split('|').slice(2, 5);
      for (const [j, preset] of [nginx, haproxy, awsAlb].entries()) {
        const [status, ms] = visit(preset, atMs, interventions, pageMs)[which];
        const said = /\d{3}/.exec(cells[j])?.[0];
        if (said !== undefined) expect(said, rows[i]).toBe(String(status));
        const seconds = /(?:after|than) (\d+) s/.exec(cells[j])?.[1];
        if (seconds === undefined) expect(ms, rows[i]).toBeLessThan(1000);
        else if (cells[j].includes('at each server')) expect(ms, rows[i]).toBe(2 * Number(seconds) * 1000);
        else if (cells[j].includes('more than')) expect(ms, rows[i]).toBeGreaterThan(Number(seconds) * 1000);
        else expect(Math.round(ms / 1000), rows[i]).toBe(Number(seconds));
      }
    }
  });
});
