/** Just enough of JSON Schema (draft 7) to check files against ours: the keywords that it uses. */

export interface JsonSchema {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: false;
  items?: JsonSchema;
  maxItems?: number;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  pattern?: string;
  $schema?: string;
  title?: string;
  description?: string;
  default?: unknown;
}

const known = [
  ...[
    'type',
    'properties',
    'required',
    'additionalProperties',
    'items',
    'maxItems',
    'anyOf',
    'oneOf',
    'enum',
  ],
  ...['const', 'minimum', 'maximum', 'maxLength', 'pattern', '$schema', 'title', 'description', 'default'],
];

/** Throws when the schema uses a keyword that is not known here, so that nothing is passed unchecked. */
export function isValid(schema: JsonSchema, value: unknown): boolean {
  for (const keyword of Object.keys(schema)) {
    if (!known.includes(keyword)) throw new Error(`Expected a keyword known here, found ${keyword}.`);
  }
  return (
    (schema.type === undefined || hasType(schema.type, value)) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (!('const' in schema) || schema.const === value) &&
    (schema.anyOf === undefined || schema.anyOf.some((one) => isValid(one, value))) &&
    (schema.oneOf === undefined || schema.oneOf.filter((one) => isValid(one, value)).length === 1) &&
    (typeof value !== 'number' ||
      (value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value))) &&
    (typeof value !== 'string' || isValidText(schema, value)) &&
    (!Array.isArray(value) || isValidList(schema, value)) &&
    (!isObject(value) || isValidObject(schema, value))
  );
}

const isValidText = ({ maxLength = Number.POSITIVE_INFINITY, pattern }: JsonSchema, text: string) =>
  text.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));

const isValidList = ({ items = {}, maxItems = Number.POSITIVE_INFINITY }: JsonSchema, list: unknown[]) =>
  list.length <= maxItems && list.every((item) => isValid(items, item));

function isValidObject(schema: JsonSchema, value: Record<string, unknown>): boolean {
  const { properties = {}, required = [], additionalProperties } = schema;
  return (
    required.every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, item]) =>
      Object.hasOwn(properties, key) ? isValid(properties[key], item) : additionalProperties !== false,
    )
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasType(type: NonNullable<JsonSchema['type']>, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}
