import { isPostgres } from '../../io/store/place.ts';
import { type Environment, Problem, parseText, type Reader } from './reading.ts';
import { DEFAULT_STORE } from './variables.ts';

/** Where the store is, for those who need nothing else. */
export function storePlace(environment: Environment): string {
  return environment['DATABASE_URL']?.trim() || environment['GHOST_STORE']?.trim() || DEFAULT_STORE;
}

/** A file, or an address of PostgreSQL; undefined: a problem says why there is none. */
export function readStore({ read }: Reader): string | undefined {
  const database = read('DATABASE_URL', parseDatabase);
  return database === '' ? read('GHOST_STORE', parseText) : database;
}

function parseDatabase(text: string): string | Problem {
  return text === '' || isPostgres(text)
    ? text
    : new Problem('must be a postgres:// address; leave it out to keep the store in a file.');
}
