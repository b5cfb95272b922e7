/**
 * The JSON Schema of scenario files, for editors. It lives outside src because the converter is needed
 * for development only; the page checks files with the valibot schema itself.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { fileSchema } from '../../src/scenarios/fileSchema.ts';

/** The text of public/schema/scenario.v1.json. */
export function jsonSchemaText(): string {
  const schema = toJsonSchema(fileSchema, {
    typeMode: 'input',
    // What JSON Schema cannot say, such as "not below `min`", the descriptions do.
    ignoreActions: ['check'],
  });
  return `${JSON.stringify(schema, (key, value) => (key === 'required' && value.length === 0 ? undefined : value), 2)}\n`;
}
