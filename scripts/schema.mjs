/**
 * `node scripts/schema.mjs`: writes public/schema/scenario.v1.json, the description of scenario files that
 * editors use. Run it after a change of src/scenarios; a test says when it was forgotten.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { projectFolder } from './lib/npm.mjs';

ensureInstalled();
const { bundleForNode, cacheFolder } = await import('./lib/bundle.mjs');

const program = join(cacheFolder, 'schema.mjs');
await bundleForNode(join(projectFolder, 'scripts', 'schema', 'jsonSchema.ts'), program);
const { jsonSchemaText } = await import(pathToFileURL(program).href);

const file = join(projectFolder, 'public', 'schema', 'scenario.v1.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, jsonSchemaText());
// So that `npm run test:format` is content with it.
const biome = join(projectFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
const result = spawnSync(process.execPath, [biome, 'format', '--write', file], { stdio: 'inherit' });
process.exit(result.status ?? 1);
