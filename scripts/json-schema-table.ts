/** The part of JSON Schema that our schemas use. */
export type JsonSchema = {
  readonly $schema?: string;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
};

export type Property = {
  readonly path: string;
  readonly type: string;
  readonly preset: string;
  readonly description: string;
};

/** Every property with its path, such as `test.command`; those of objects follow the object, as do those of a list's entries. */
export function describeProperties(schema: JsonSchema, prefix = ''): readonly Property[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const preset = presetOf(property, schema.required?.includes(name) ?? false);
    return [
      { path, type: typeOf(property), preset, description: property.description ?? '' },
      ...describeProperties(property, path),
      ...describeProperties(property.items ?? {}, `${path}[]`),
    ];
  });
}

/** The objects that a `oneOf` chooses from, by their `kind`; a field that may be left out ends with a question mark. */
export function variantsOf(
  schema: JsonSchema | undefined,
): readonly { readonly name: string; readonly description: string; readonly fields: readonly string[] }[] {
  return (schema?.oneOf ?? []).map((variant) => ({
    name: String(variant.properties?.['kind']?.const),
    description: variant.description ?? '',
    fields: Object.keys(variant.properties ?? {})
      .filter((field) => field !== 'kind')
      .map((field) => (variant.required?.includes(field) ? field : `${field}?`)),
  }));
}

function presetOf(property: JsonSchema, required: boolean): string {
  if (required) {
    return 'required';
  }
  return property.default === undefined || property.default === ''
    ? ''
    : `\`${JSON.stringify(property.default)}\``;
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) {
    return `\`${JSON.stringify(schema.const)}\``;
  }
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  }
  const choices = schema.anyOf ?? [];
  if (choices.length > 0) {
    return choices.map(typeOf).join(' or ');
  }
  return [nameOf(schema), ...boundsOf(schema)].join(', ');
}

function nameOf({ type, items }: JsonSchema): string {
  if (type !== 'array') {
    return type ?? 'any';
  }
  return items?.type === 'string' ? 'list of strings' : 'list';
}

function boundsOf({
  exclusiveMinimum,
  minimum,
  maximum,
  maxItems,
  maxLength,
  items,
}: JsonSchema): readonly string[] {
  return [
    ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ...(items?.maxLength === undefined ? [] : [`each at most ${items.maxLength} characters`]),
  ];
}
