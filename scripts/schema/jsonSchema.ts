/**
 * The JSON Schema of scenario files, for editors. It lives outside src because the converter is needed
 * for development only; the page checks files with the valibot schema itself.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { choiceName } from '../../src/controls/settings/choiceName.ts';
import { en as basicEn } from '../../src/i18n/en.ts';
import { furtherEn } from '../../src/i18n/further/en.ts';
import { mergeMessages } from '../../src/i18n/mergeMessages.ts';
import { en } from '../../src/i18n/settings/en.ts';
import type { SettingText, SettingTexts } from '../../src/i18n/settings/types.ts';
import { createFileSchema } from '../../src/scenarios/fileSchema.ts';
import { settingAt } from '../../src/scenarios/settings.ts';

const page = mergeMessages(basicEn, furtherEn);

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
  const meanings = [...choicesOf(path, words), ...(words.none === undefined ? [] : [`null: ${words.none}`])];
  return meanings.length === 0 ? words.help : `${words.help} ${meanings.join('; ')}.`;
}

/** The help calls choices as the page does, which a file does not. */
function choicesOf(path: string, words: SettingText): string[] {
  const field = settingAt(path)?.field;
  if (field?.kind !== 'choice') return [];
  return field.choices
    .map((choice) => ({ choice, name: choiceName(page, path, choice, words) }))
    .filter(({ choice, name }) => name !== choice)
    .map(({ choice, name }) => `${choice}: ${name}`);
}
