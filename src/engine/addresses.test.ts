import { describe, expect, it } from 'vitest';
import {
  addressFrom,
  addressOfPerson,
  addressOfServer,
  addressOfVisitor,
  addressText,
  hostAndPort,
  nameOfServer,
  SHARED_ADDRESS,
  writeAddress,
  writePerson,
} from './addresses.ts';

const text = (bytes: Uint8Array, length = bytes.length) =>
  String.fromCharCode(...Array.from(bytes.subarray(0, length)));

describe('addresses', () => {
  it('are written as everywhere', () => {
    const bytes = new Uint8Array(24);
    for (const address of ['10.0.0.1', '203.0.113.5', '255.255.255.255', '0.0.0.0', '10.120.3.99']) {
      expect(text(bytes, writeAddress(bytes, 0, addressFrom(address)))).toBe(address);
      expect(addressText(addressFrom(address))).toBe(address);
    }
  });

  it('are of their own for each of 100,000 people', () => {
    const all = new Set(Array.from({ length: 100_000 }, (_, i) => addressOfPerson(i, 0)));
    expect(all.size).toBe(100_000);
    expect(Math.min(...[...all].slice(0, 10_000))).toBeGreaterThanOrEqual(addressFrom('10.0.0.0'));
    expect(Math.max(...[...all].slice(0, 10_000))).toBeLessThanOrEqual(addressFrom('10.255.255.255'));
  });

  it.each([0, 0.1, 0.25, 0.5, 0.9, 1])('are the same for a share of %f of the people', (share) => {
    const shared = (count: number) =>
      Array.from({ length: count }, (_, i) => addressOfPerson(i, share)).filter((a) => a === SHARED_ADDRESS);
    expect(shared(1000)).toHaveLength(1000 * share);
    expect(shared(8)).toHaveLength(Math.floor(8 * share)); // evenly from the first person on
  });

  it('do not change for the others when some share one', () => {
    const alone = Array.from({ length: 100 }, (_, i) => addressOfPerson(i, 0));
    for (let i = 0; i < 100; i++) expect([SHARED_ADDRESS, alone[i]]).toContain(addressOfPerson(i, 0.3));
  });

  it('of visitors differ and stay in the network', () => {
    const all = new Set(Array.from({ length: 1000 }, (_, i) => addressOfVisitor((i + 0.5) / 1000)));
    expect(all.size).toBeGreaterThan(990);
    for (const address of all) expect(addressText(address)).toMatch(/^10\./);
  });

  it('of servers count up, and go with a port', () => {
    expect([0, 1, 254, 255, 299].map((s) => addressText(addressOfServer(s)))).toEqual([
      '10.0.0.1',
      '10.0.0.2',
      '10.0.0.255',
      '10.0.1.0',
      '10.0.1.44',
    ]);
    expect(text(hostAndPort(nameOfServer(11)))).toBe('10.0.0.12\u00008080');
  });

  it('may be names, with a port or without', () => {
    const parts = ['app:80', 'app', '[::1]:8080', '[::1]', 'a:b'].map((name) => text(hostAndPort(name)));
    expect(parts).toEqual(['app\u000080', 'app\u0000', '[::1]\u00008080', '[::1]\u0000', 'a:b\u0000']);
  });
});

it('a browser is known by a number', () => {
  const bytes = new Uint8Array(24);
  expect([0, 9, 10, 99_999].map((i) => text(bytes, writePerson(bytes, 0, i)))).toEqual([
    'user0',
    'user9',
    'user10',
    'user99999',
  ]);
});
