import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { TemplateTokenError } from '@actions/workflow-parser/templates/tokens/template-token';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isScalar,
  isSequence,
  isString,
} from '@actions/workflow-parser/templates/tokens/type-guards';

/**
 * A value of a workflow file before its expressions are evaluated: a literal, one expression, or a structure of
 * them. Plain JSON, so that it can be sent to a job's process.
 */
export type Template =
  | Literal
  | { readonly expression: string }
  | { readonly sequence: readonly Template[] }
  | { readonly mapping: Mapping };

export type Literal = string | number | boolean | null;

/** In the order of the file; keys are literal. */
export type Mapping = readonly (readonly [key: string, value: Template])[];

/** Throws a TemplateTokenError for keys that are expressions. */
export function templateOf(token: TemplateToken): Template {
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  if (isBasicExpression(token)) return { expression: token.expression };
  if (isSequence(token)) return { sequence: Array.from(token, templateOf) };
  if (isMapping(token)) return { mapping: mappingOf(token) };
  return null;
}

export function templateOfOptional(token: TemplateToken | undefined): Template | undefined {
  return token === undefined ? undefined : templateOf(token);
}

/** A scalar as text; undefined: there is none. */
export function textOfToken(token: TemplateToken | undefined): string | undefined {
  return token !== undefined && isScalar(token) ? token.toString() : undefined;
}

/** The entries of a mapping; of an expression that gives a whole mapping, an error: only literal keys are known here. */
export function mappingOf(token: TemplateToken | undefined): Mapping {
  if (token === undefined) return [];
  return entriesOf(token.assertMapping('mapping')).map(([key, value]) => [key, templateOf(value)] as const);
}

export function entriesOf(token: MappingToken): readonly (readonly [key: string, value: TemplateToken])[] {
  return Array.from(token, ({ key, value }) => {
    if (isString(key)) return [key.value, value] as const;
    throw new TemplateTokenError('A key that is an expression is not supported by the local runner', key);
  });
}
