import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseEnv } from 'node:util';

/** Values by the names of their variables. */
export type Values = { readonly [name: string]: string };

/** What a file in the form of `node --env-file` sets; nothing where there is no such file. */
export function readEnvFile(path: string): Values {
  return parse(readText(path));
}

/**
 * Adds values at the end of such a file and leaves what stands there as it is. The file is whole at every moment, and
 * its owner's alone afterwards, also where others could read it before. Throws, with the file untouched, where one of
 * the names has a value already, or where what was written would not be read back as it was given.
 */
export function addToEnvFile(path: string, values: Values): void {
  const before = readText(path);
  const taken = Object.keys(values).filter((name) => parse(before)[name]);
  if (taken.length > 0) {
    throw new Error(`${path} has ${taken.join(', ')} already`);
  }
  const lines = Object.entries(values).map(([name, value]) => `${name}=${quote(value)}\n`);
  const text = `${before}${/(?:^|\n)$/.test(before) ? '' : '\n'}${lines.join('')}`;
  if (!isDeepStrictEqual(parse(text), { ...parse(before), ...values })) {
    throw new Error(`${path} has a line that can't be followed by others, such as one with an open quote`);
  }
  replace(path, text);
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function parse(text: string): Values {
  return Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));
}

/** Plain words stay without quotes, because not everything that reads such files takes those away. */
function quote(value: string): string {
  return /^[\w.~+/=-]+$/.test(value) ? value : `"${value}"`;
}

/** Whoever dies in between leaves the old file. A link stays one: the file that it leads to is replaced. */
function replace(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const draft = `${target}.${randomBytes(DRAFT_BYTES).toString('hex')}`;
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: OWNER_ONLY, flush: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Bytes of a name that nobody else has put a file or a link under. */
const DRAFT_BYTES = 8;
const OWNER_ONLY = 0o600;
