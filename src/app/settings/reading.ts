import { VARIABLES, type Variable, type VariableName } from './variables.ts';

export type Environment = { readonly [name: string]: string | undefined };

/** The environment, variable by variable, with everything that was found wrong on the way. */
export type Reader = {
  /** undefined: the variable is missing or wrong, and a problem says so. */
  readonly read: <Value>(name: VariableName, parse: (text: string) => Value | Problem) => Value | undefined;
  /** One sentence each. */
  readonly problems: string[];
};

/** What is wrong with a value: the rest of a sentence that begins with the variable's name. Never repeats a secret. */
export class Problem {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** Reads the environment; an empty variable counts as absent. */
export function createReader(environment: Environment): Reader {
  const problems: string[] = [];
  return {
    problems,
    read: (name, parse) => {
      const variable: Variable = VARIABLES[name];
      const text = environment[name]?.trim() || variable.preset;
      if (text === undefined) {
        problems.push(`${name} is missing; set it to ${variable.what}.`);
        return undefined;
      }
      const value = parse(text);
      if (value instanceof Problem) {
        problems.push(`${name} ${value.sentence}`);
        return undefined;
      }
      return value;
    },
  };
}

/** Two variables that are of no use alone; `''` is one that was left out. */
export function checkPair(
  { problems }: Reader,
  pair: { readonly [name in VariableName]?: string | undefined },
): void {
  const [[one, left] = ['', ''], [other, right] = ['', '']] = Object.entries(pair);
  if ((left === '') !== (right === '')) {
    problems.push(`${one} and ${other} belong together; set both, or none of them.`);
  }
}

/** As it is. */
export function parseText(text: string): string {
  return text;
}

/** An address of HTTP, without a slash at the end. */
export function parseUrl(text: string): string | Problem {
  const url = URL.canParse(text) ? new URL(text) : null;
  const usable =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    [url.username, url.password, url.search, url.hash].every((part) => part === '');
  return usable ? url.href.replace(/\/$/, '') : new Problem('must be an http:// or https:// address.');
}

/** A secret that nobody guesses. */
export function parseSecret(text: string): string | Problem {
  return text.length >= SHORTEST_SECRET
    ? text
    : new Problem(
        `is shorter than ${SHORTEST_SECRET} characters; make a new one, such as with openssl rand -hex 32.`,
      );
}

/** A secret, or `''` where it was left out. */
export function parseOptionalSecret(text: string): string | Problem {
  return text === '' ? text : parseSecret(text);
}

/** Characters; shorter ones can be guessed. */
const SHORTEST_SECRET = 16;
