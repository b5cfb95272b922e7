import type { RealCase } from '../case.ts';
import { cookieAffinity } from './cookieAffinity.ts';
import { failover, failoverNotYet, failoverTooSlow } from './failover.ts';
import { consistentHashing, hashModulo, ipHash } from './hashing.ts';
import { leastConnections } from './leastConnections.ts';
import { maxFails } from './maxFails.ts';
import { memoryRestart } from './memoryRestart.ts';
import { cookieReplaced, cookieReplacedAgain, cookieReplacedInACrowd } from './misses.ts';
import { refusedConnection } from './refusedConnection.ts';
import { replay } from './replay.ts';
import { askedAgain, redispatched, redispatchedFromCookie } from './retries.ts';
import { loneClient, loneClientAgain, roundRobin } from './roundRobin.ts';
import { newSecrets, ownSecrets } from './secrets.ts';
import { sharedStoreKilled, sharedStoreKilledMeanwhile, sharedStoreServerKilled } from './sharedStore.ts';
import { silentServer, silentServerChecked } from './silentServer.ts';
import { abruptStop, gracefulStop } from './stop.ts';
import { tokenKeys, tokens, tokenTime } from './tokens.ts';
import { weights321, weights511 } from './weights.ts';

export const CASES: readonly RealCase[] = [
  roundRobin,
  loneClient,
  loneClientAgain,
  cookieReplaced,
  cookieReplacedAgain,
  cookieReplacedInACrowd,
  weights511,
  weights321,
  leastConnections,
  ipHash,
  hashModulo,
  consistentHashing,
  refusedConnection,
  askedAgain,
  redispatched,
  redispatchedFromCookie,
  replay,
  maxFails,
  silentServer,
  silentServerChecked,
  memoryRestart,
  cookieAffinity,
  sharedStoreServerKilled,
  sharedStoreKilled,
  sharedStoreKilledMeanwhile,
  failover,
  failoverTooSlow,
  failoverNotYet,
  newSecrets,
  ownSecrets,
  tokens,
  tokenKeys,
  tokenTime,
  gracefulStop,
  abruptStop,
];
