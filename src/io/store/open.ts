import type { Store } from '../../stages/intake/store.ts';
import { isPostgres } from './place.ts';
import { openPostgresStore } from './postgres.ts';
import { openSqliteStore } from './sqlite.ts';

/** Opens the store at its place. Rejects with one sentence where it can't be had. */
export async function openStore(place: string): Promise<Store> {
  return isPostgres(place) ? await openPostgresStore(place) : await openSqliteStore(place);
}
