/**
 * The JSON Schema of scenario files, for editors. It lives outside src because the converter is needed
 * for development only; the page checks files with the valibot schema itself.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { en } from '../../src/i18n/settings/en.ts';
import type { SettingTexts } from '../../src/i18n/settings/types.ts';
import { createFileSchema } from '../../src/scenarios/fileSchema.ts';

/** The text of public/schema/scenario.v1.json. */
export function jsonSchemaText(): string {
  const schema = toJsonSchema(createFileSchema(describe), {
    typeMode: 'input',
    // What JSON Schema cannot say, such as "not below `min`", the descriptions do.
    ignoreActions: ['check'],
  });
  return `${JSON.stringify(schema, (key, value) => (key === 'required' && value.length === 0 ? undefined : value), 2)}\n`;
}

/** The help that the page shows for a setting; single servers have the settings of all. */
function describe(path: string): string | null {
  const words = (en as SettingTexts)[path] ?? (en as SettingTexts)[path.replace('servers.each.', 'servers.')];
  if (words === undefined) return null;
  return words.none === undefined ? words.help : `${words.help} null: ${words.none}.`;
}
