import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { patchJsonSchema } from '../../src/patch/json-schema.ts';

describe('patch/json-schema', () => {
  test('docs/patch.schema.json is what the code says (node scripts/generate-schemas.ts)', () => {
    const committed = readFileSync(new URL('../../docs/patch.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(committed)).toEqual(patchJsonSchema());
  });

  test('the schema takes what the reader takes, and nothing with unknown fields', () => {
    const validate = new Ajv2020({ strict: false }).compile(patchJsonSchema());
    expect(validate({ version: 1, changes: [{ kind: 'edit', path: 'a', find: 'b', replace: 'c' }] })).toBe(
      true,
    );
    expect(validate({ version: 1, changes: [{ kind: 'delete', path: 'a', force: true }] })).toBe(false);
    expect(validate({ version: 1, changes: [] })).toBe(false);
  });
});
