import { type Token, TokenType } from '@actions/expressions/lexer';
import { lex } from './lex.ts';

/**
 * The names of the secrets that the expressions in a piece of a plan refer to, in upper case; `all` where one takes
 * the whole context, or picks from it with a computed name.
 *
 * A job's process gets these and no others.
 */
export function secretsUsedIn(plan: unknown): ReadonlySet<string> | 'all' {
  const used = new Set<string>();
  for (const source of expressionsIn(plan)) {
    const names = secretsUsedBy(source);
    if (names === 'all') return 'all';
    for (const name of names) used.add(name);
  }
  return used;
}

/** Conditions are plain strings in a plan, but can't refer to secrets. */
function* expressionsIn(plan: unknown): Generator<string> {
  if (typeof plan !== 'object' || plan === null) return;
  if ('expression' in plan && typeof plan.expression === 'string') yield plan.expression;
  for (const part of Object.values(plan)) yield* expressionsIn(part);
}

function secretsUsedBy(source: string): readonly string[] | 'all' {
  const tokens = lex(source);
  const names: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (!isContext(token, tokens[index - 1])) continue;
    const name = nameAfter(tokens.slice(index + 1, index + 4));
    if (name === undefined) return 'all';
    names.push(name.toUpperCase());
  }
  return names;
}

function isContext(token: Token, before: Token | undefined): boolean {
  if (token.type !== TokenType.IDENTIFIER || token.lexeme.toLowerCase() !== 'secrets') return false;
  return before?.type !== TokenType.DOT;
}

/** `.NAME` or `['NAME']`. */
function nameAfter([first, second, third]: readonly Token[]): string | undefined {
  if (first?.type === TokenType.DOT && second?.type === TokenType.IDENTIFIER) return second.lexeme;
  const quoted =
    first?.type === TokenType.LEFT_BRACKET &&
    second?.type === TokenType.STRING &&
    third?.type === TokenType.RIGHT_BRACKET;
  return quoted && typeof second.value === 'string' ? second.value : undefined;
}
