import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../src/app/http/openapi.ts';
import { PROBLEMS } from '../../src/app/http/problem.ts';

const document = openApiDocument({ publicUrl: 'https://ghost.example.com', version: '1.2.3' });

describe('the OpenAPI document', () => {
  test('is valid as OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, '3.1']);
  });

  test('is what GPT Actions take: one https server, bearer tokens, short texts, few operations', () => {
    expect(document.servers).toEqual([{ url: 'https://ghost.example.com' }]);
    expect(document.components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeLessThanOrEqual(MAX_OPERATIONS);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(operations.length);
    for (const { summary, description = '' } of operations as readonly {
      readonly summary: string;
      readonly description?: string;
    }[]) {
      expect(summary.length).toBeLessThanOrEqual(MAX_TEXT);
      expect(description.length).toBeLessThanOrEqual(MAX_TEXT);
    }
    expect(JSON.stringify(document).length).toBeLessThan(MAX_DOCUMENT);
  });

  test('names nothing that is not defined', () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
    expect(wanted.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  test('every kind of problem has a title of its own', () => {
    expect(new Set(Object.values(PROBLEMS)).size).toBe(Object.keys(PROBLEMS).length);
  });
});

/** What GPT Actions allow: operations of one action, characters of a summary or description, and of the document. */
const MAX_OPERATIONS = 30;
const MAX_TEXT = 300;
const MAX_DOCUMENT = 100_000;
