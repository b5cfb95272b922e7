/**
 * `node scripts/golden.mjs`: writes src/engine/testing/golden.ts, what the golden run ends with. Run it after a
 * change of the tables a world is kept in; totals that changed mean that kept links show other runs than before.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder } from './lib/npm.mjs';

ensureInstalled();
const { bundleForNode, cacheFolder } = await import('./lib/bundle.mjs');

const program = join(cacheFolder, 'golden.mjs');
const folder = join(projectFolder, 'src', 'engine', 'testing');
await bundleForNode(join(folder, 'goldenRun.ts'), program);
const { goldenRun } = await import(pathToFileURL(program).href);

const { fingerprint, totals } = goldenRun();
const lines = Object.entries(totals).map(([name, value]) => `  ${name}: ${value},`);
const text = `/** What the golden run ends with: written by \`npm run golden\`, never by hand. */
import type { Totals } from '../state/world.ts';

/** Of the last moment. Changes with the meaning of runs, and with the tables that a world is kept in. */
export const GOLDEN_FINGERPRINT = '${fingerprint}';

/** Changes only with the meaning of runs: links that people kept then show something else than before. */
export const GOLDEN_TOTALS: Totals = {
${lines.join('\n')}
};
`;
writeFileSync(join(folder, 'golden.ts'), text);
console.log(`${fingerprint}\n${lines.join('\n')}`);
