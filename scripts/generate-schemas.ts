/** Writes the JSON Schemas in docs/ from the schemas in the code. A test compares them. */
import { writeFileSync } from 'node:fs';
import { patchJsonSchema } from '../src/patch/json-schema.ts';

const schemas = [{ file: 'patch.schema.json', schema: patchJsonSchema() }];

for (const { file, schema } of schemas) {
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
