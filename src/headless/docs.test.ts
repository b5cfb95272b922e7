import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cause } from '../engine/causes.ts';
import type { Happening } from '../engine/sim.ts';
import { REQUEST_PHASES } from '../engine/state/requests.ts';
import { METRICS, SERVER_METRICS } from '../metrics/definitions.ts';
import { parseScenario } from '../scenarios/parseScenario.ts';

const docs = readFileSync(new URL('../../docs/headless.md', import.meta.url), 'utf8');

// Whoever adds a cause or a happening to the engine is led here, and from here to the documentation.
const causes: Record<Cause['code'], true> = {
  answered: true,
  tried: true,
  routed: true,
  'bound-server-out': true,
  'cookie-missing': true,
  'cookie-valid': true,
  'looked-in': true,
  'record-made': true,
  'record-elsewhere': true,
  'record-empty': true,
  'record-unnamed': true,
  'cookie-overwritten': true,
  'token-read': true,
  'token-expired': true,
  'token-revoked': true,
  'cookie-too-large': true,
  'cookie-copied': true,
  'logged-out': true,
  'cart-seen': true,
  'record-newer': true,
  'cart-overwritten': true,
  'key-unknown': true,
  'key-of-server': true,
  'key-changed': true,
  'record-gone': true,
  'server-state': true,
  'awaiting-checks': true,
  'server-busy': true,
  'server-added': true,
  'store-down': true,
  'store-busy': true,
  'policy-changed': true,
  'store-full': true,
  'memory-full': true,
  'last-save': true,
  'balancer-down': true,
  'standby-waits': true,
  'network-cut': true,
  'takeover-awaited': true,
  'store-refuses': true,
  'took-over': true,
  'never-copied': true,
  'made-apart': true,
  resharded: true,
  'not-copied-yet': true,
  'strategy-changed': true,
  'setting-changed': true,
  'traffic-changed': true,
  rush: true,
  kept: true,
  'waits-for-another': true,
  'page-of': true,
  'key-without-cookie': true,
  'cookie-of-another': true,
  waited: true,
  repeat: true,
  'work-for-nobody': true,
  'mass-logout': true,
};
const happenings: Record<Happening['what'], true> = {
  'server-state': true,
  'server-health': true,
  'sessions-lost': true,
  'store-state': true,
  'store-leader': true,
  'store-copied': true,
  'logouts-undone': true,
  'shard-added': true,
  'balancer-state': true,
  'balancer-takes-over': true,
  network: true,
  deploy: true,
  scaling: true,
  'user-left': true,
  'gave-up': true,
  intervention: true,
};

describe('docs/headless.md', () => {
  it.each(Object.entries({ ...METRICS, ...SERVER_METRICS }))('explains %s', (id, { unit, meaning }) => {
    expect(docs).toContain(`\n| ${id} | ${unit} | ${meaning} |\n`);
  });

  it.each([...Object.keys(causes), ...Object.keys(happenings)])('explains %s in the trace', (name) => {
    expect(docs).toContain(`\n| ${name} |`);
  });

  it.each(REQUEST_PHASES)('lists the phase %s', (phase) => {
    expect(docs).toContain(`\`${phase}\``);
  });

  it('shows a scenario file that can be read', () => {
    const [, file] = /```json\n([^`]*)```/.exec(docs) ?? [];
    expect(parseScenario(file)).toMatchObject({ ok: true, run: { seed: 7 } });
  });
});
