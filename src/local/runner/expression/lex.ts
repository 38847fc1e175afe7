import { Lexer, type Token, TokenType } from '@actions/expressions/lexer';

/** The tokens of an expression. GitHub's published lexer undoubles only the first quote of a string; here all are. */
export function lex(source: string): Token[] {
  return new Lexer(source).lex().tokens.map(undoubleQuotes);
}

/** The first quote that a value holds is the one that was undoubled; every other one is still a pair. */
function undoubleQuotes(token: Token): Token {
  const { value } = token;
  if (token.type !== TokenType.STRING || typeof value !== 'string') return token;
  const behind = value.indexOf("'") + 1;
  return { ...token, value: value.slice(0, behind) + value.slice(behind).replaceAll("''", "'") };
}
