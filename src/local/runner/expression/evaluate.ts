import type { Expr } from '@actions/expressions/ast';
import { Dictionary } from '@actions/expressions/data/dictionary';
import { Evaluator } from '@actions/expressions/evaluator';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { Parser } from '@actions/expressions/parser';
import { falsy } from '@actions/expressions/result';
import type { Mapping, Template } from '../plan/template.ts';
import { type ExpressionData, fromData, toData } from './data.ts';
import { lex } from './lex.ts';

/** What expressions may refer to, evaluated by GitHub's own evaluator. */
export type Scope = {
  readonly contexts: Dictionary;
  readonly functions: ReadonlyMap<string, (...values: readonly string[]) => unknown>;
};

/**
 * `contexts` are JSON values by name; contexts that are not given are null.
 * `functions` adds to GitHub's well-known ones; they get their arguments as text and return a JSON value.
 */
export function createScope(
  contexts: { readonly [name: string]: unknown },
  functions: { readonly [name: string]: (...values: readonly string[]) => unknown },
): Scope {
  const pairs = CONTEXT_NAMES.map((key) => ({ key, value: toData(contexts[key]) }));
  const lowerCase = Object.entries(functions).map(([name, call]) => [name.toLowerCase(), call] as const);
  return { contexts: new Dictionary(...pairs), functions: new Map(lowerCase) };
}

/** The value as text, as in `env` and `with`. All of these throw an ExpressionError where an expression can't be evaluated. */
export function evaluateText(template: Template, scope: Scope): string {
  return evaluate(template, scope).coerceString();
}

/** NaN where the value is no number. */
export function evaluateNumber(template: Template, scope: Scope): number {
  return evaluate(template, scope).number();
}

export function evaluateBoolean(template: Template, scope: Scope): boolean {
  return !falsy(evaluate(template, scope));
}

/** The value as JSON. */
export function evaluateJson(template: Template, scope: Scope): unknown {
  return fromData(evaluate(template, scope));
}

export function evaluateMapping(mapping: Mapping, scope: Scope): { readonly [key: string]: string } {
  return Object.fromEntries(mapping.map(([key, value]) => [key, evaluateText(value, scope)]));
}

/** An expression that is wrong, or that does not fit the values that it met. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

const CONTEXT_NAMES = [
  'github',
  'env',
  'vars',
  'secrets',
  'inputs',
  'needs',
  'steps',
  'job',
  'jobs',
  'runner',
  'strategy',
  'matrix',
];

function evaluate(template: Template, scope: Scope): ExpressionData {
  if (template === null || typeof template !== 'object') return toData(template);
  if ('expression' in template) return evaluateExpression(template.expression, scope);
  if ('sequence' in template) return toData(template.sequence.map((item) => evaluateJson(item, scope)));
  return toData(
    Object.fromEntries(template.mapping.map(([key, value]) => [key, evaluateJson(value, scope)])),
  );
}

function evaluateExpression(source: string, scope: Scope): ExpressionData {
  try {
    return new Evaluator(parse(source), scope.contexts, definitionsOf(scope)).evaluate();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExpressionError(`The expression '${source}' can't be evaluated: ${reason}`, { cause });
  }
}

const parsed = new Map<string, Expr>();

function parse(source: string): Expr {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const expression = new Parser(lex(source), CONTEXT_NAMES, FUNCTIONS).parse();
  parsed.set(source, expression);
  return expression;
}

/** GitHub allows at most 255 arguments. */
const MAX_ARGUMENTS = 255;

const FUNCTIONS = [
  { name: 'success', minArgs: 0, maxArgs: 0 },
  { name: 'failure', minArgs: 0, maxArgs: 0 },
  { name: 'cancelled', minArgs: 0, maxArgs: 0 },
  { name: 'always', minArgs: 0, maxArgs: 0 },
  { name: 'hashFiles', minArgs: 1, maxArgs: MAX_ARGUMENTS },
];

function definitionsOf(scope: Scope): Map<string, FunctionDefinition> {
  const definitions = FUNCTIONS.map((info): [string, FunctionDefinition] => [
    info.name.toLowerCase(),
    {
      ...info,
      call: (...values) => toData(callOf(scope, info.name)(...values.map((value) => value.coerceString()))),
    },
  ]);
  return new Map(definitions);
}

function callOf(scope: Scope, name: string): (...values: readonly string[]) => unknown {
  const call = scope.functions.get(name.toLowerCase());
  if (call === undefined) throw new Error(`the function '${name}' is not available here`);
  return call;
}
