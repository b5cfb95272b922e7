import { expect, it } from 'vitest';
import { serverName } from '../../engine/state/servers.ts';
import { parseServerName } from './server.ts';

it('reads every name that the engine gives', () => {
  for (let index = 0; index < 702; index++) expect(parseServerName(serverName(index))).toBe(index);
});
