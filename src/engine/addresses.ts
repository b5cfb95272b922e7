/**
 * Who is where on the network: the addresses a balancer sees people come from, and those it knows servers by.
 * All follow from an index, so nobody stores them. Addresses are unsigned 32-bit numbers.
 */
import { bytesOf, writeNumber, writeText } from './hash/bytes.ts';
import { finish } from './hash/fnv.ts';

/** Everybody behind one office or one carrier: 203.0.113.5, from a range that is reserved for examples. */
export const SHARED_ADDRESS = 0xcb007105;

/** People come from 10.0.0.0/8, a network that no two programs agree about, and so nobody's in particular. */
const NETWORK = 10 * 0x1000000;
const HOSTS = 0x1000000;
/** Odd, so that no two people have the same address; near the golden ratio, so that neighbours are far apart. */
const STEP = 0x9e3779;

export const SERVER_PORT = 8080;

/** The address of a person. A share of the people, evenly among the rest, come from one and the same. */
export function addressOfPerson(index: number, sharedShare: number): number {
  if (Math.floor((index + 1) * sharedShare) > Math.floor(index * sharedShare)) return SHARED_ADDRESS;
  return NETWORK + (((index + 1) * STEP) % HOSTS);
}

/** The address of a passing visitor, from the number that also decides about the service time. */
export function addressOfVisitor(luck: number): number {
  return NETWORK + (finish(Math.floor(luck * 4294967296)) % HOSTS);
}

/** Writes an address as `10.0.0.1` and returns where it ends. */
export function writeAddress(bytes: Uint8Array, at: number, address: number): number {
  for (let shift = 24; shift >= 0; shift -= 8) {
    at = writeNumber(bytes, at, (address >>> shift) & 0xff);
    if (shift > 0) bytes[at++] = 46;
  }
  return at;
}

/** The address of a server: 10.0.0.1 for the first. */
export const addressOfServer = (index: number): number => NETWORK + index + 1;

/** What a person's browser is known by, as long as it keeps its cookies: `user0` for the first. */
export function writePerson(bytes: Uint8Array, at: number, index: number): number {
  return writeNumber(bytes, writeText(bytes, at, 'user'), index);
}

/** What a server is called in the balancer's configuration when nothing else is said. */
export const nameOfServer = (index: number): string =>
  `${addressText(addressOfServer(index))}:${SERVER_PORT}`;

/** HOST, a zero, PORT: how nginx takes a server's name when it places the server on the ring. */
export function hostAndPort(name: string): Uint8Array {
  const [, host = name, port = ''] = /^(.*):(\d*)$/.exec(name) ?? [];
  return bytesOf(`${host}\0${port}`);
}

/** An address as it is written. */
export function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
}

/** An address from how it is written. */
export function addressFrom(text: string): number {
  return text.split('.').reduce((address, octet) => address * 256 + Number(octet), 0);
}
