/** Which secrets each server signs and verifies with, as the engine has it: one for all, or each its own. */
import type { Secrets } from '../../src/engine/state/keys.ts';

export interface SecretBook {
  /** For a process that starts. */
  forNewProcess(server: number): string[];
  /** New ones for every server; with `graceful` each still accepts the one that it signed with so far. */
  change(graceful: boolean): void;
  of(server: number): string[];
}

export function createSecrets(kind: Secrets): SecretBook {
  let count = 0;
  const make = () => `secret ${++count}`;
  let shared = [make()];
  const own = new Map<number, string[]>();
  const changed = ([old]: string[], fresh: string, graceful: boolean) => (graceful ? [fresh, old] : [fresh]);
  return {
    forNewProcess(server) {
      own.set(server, [make()]);
      return this.of(server);
    },
    change(graceful) {
      shared = changed(shared, make(), graceful);
      for (const [server, secrets] of own) own.set(server, changed(secrets, make(), graceful));
    },
    of: (server) => (kind === 'same' ? shared : (own.get(server) ?? shared)),
  };
}
