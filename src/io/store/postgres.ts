import { type ClientBase, Pool, types } from 'pg';
import * as z from 'zod';
import type { Store } from '../../stages/intake/store.ts';
import type { Database, Row, Value } from './database.ts';
import { migrate } from './migrations.ts';
import { storeName } from './place.ts';
import { createStore } from './store.ts';
import { StoreError, withOutages } from './store-error.ts';

/**
 * The store on PostgreSQL, for as many processes as wanted. Rejects with one sentence where it can't be reached, or
 * was written by a newer version. What is acknowledged was committed.
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const database = openDatabase(url);
  try {
    await migrate(database, { serial: 'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY' });
    const store = createStore(database);
    await store.check();
    return store;
  } catch (cause) {
    await database.close();
    const { message, code } = describe(cause instanceof StoreError ? cause.cause : cause);
    throw new Error(`the store at ${storeName(url)} can't be used: ${message || code}`, { cause });
  }
}

function openDatabase(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    application_name: 'ghost-runner',
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format),
    },
  });
  // A connection that breaks while nobody uses it: the next one who needs one hears of it, if it is still so.
  pool.on('error', () => {});
  return {
    run: (sql, ...parameters) => withOutages(() => run(pool, sql, parameters), isOutage),
    transaction: (work) => withOutages(() => inTransaction(pool, work), isOutage),
    close: () => pool.end(),
  };
}

/** Connections of one process; PostgreSQL has a hundred for all of them unless told. */
const MAX_CONNECTIONS = 8;

/** Milliseconds until a database that does not answer counts as unreachable; a sender waits for so long. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Milliseconds of one statement; ours take a few. */
const STATEMENT_TIMEOUT_MS = 10_000;

/**
 * Milliseconds within a transaction after which PostgreSQL takes a process that says nothing for dead: one that hangs, or
 * was cut off, would keep all others from writing for hours. Shorter than they wait.
 */
const SILENCE_MS = 5_000;

/**
 * Names the lock that a transaction takes first. Writers go one by one, as in SQLite, so that events are committed in
 * the order of their numbers: a listener who was told number 7 has missed nothing before it.
 */
const WRITERS = 0x67_68_6f_73;

async function inTransaction<Result>(
  pool: Pool,
  work: (inside: Pick<Database, 'run'>) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken = false;
  // While a query runs, its caller hears of this too; between two of them nobody else would.
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [WRITERS]);
    const result = await work({ run: (sql, ...parameters) => run(client, sql, parameters) });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(onError);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function run(
  client: Pick<ClientBase, 'query'> | Pool,
  sql: string,
  parameters: readonly Value[],
): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(numbered(sql), parameters.map(withoutNul));
  return rows.map(withNul);
}

/** PostgreSQL keeps every character but NUL, which titles of hostile patches have, so that it is spelt with an escape. */
function withoutNul(value: Value): Value {
  return typeof value === 'string' && (value.includes('\0') || value.includes(ESCAPE))
    ? value.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`)
    : value;
}

/** The same row where nothing in it was spelt out. */
function withNul(row: Row): Row {
  const values = Object.entries(row);
  return values.some(([, value]) => isSpelt(value))
    ? Object.fromEntries(values.map(([name, value]) => [name, isSpelt(value) ? unspelt(value) : value]))
    : row;
}

function isSpelt(value: unknown): value is string {
  return typeof value === 'string' && value.includes(ESCAPE);
}

function unspelt(text: string): string {
  return text.replaceAll(`${ESCAPE}0`, '\0').replaceAll(`${ESCAPE}1`, ESCAPE);
}

/** For private use, so that hardly any text has it. */
const ESCAPE = '\uE000';

/** Our statements mark parameters with `?`, and hold no other one. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => {
    count += 1;
    return `$${count}`;
  });
}

/** PostgreSQL's own trouble, or that of the way to it. */
function isOutage(error: unknown): boolean {
  const { code, message } = describe(error);
  return OUTAGES.test(code) || (code === '' && CONNECTION.test(message));
}

/** SQLSTATE's connections (08), resources (53), operator (57) and system (58), and the errors of sockets. */
const OUTAGES = /^(?:08|53|57|58)...$|^E[A-Z]{4,}$/;

/** What `pg` says where the connection ended without an error of its own. */
const CONNECTION = /connection|timeout|terminat/i;

/** Where a name has several addresses, the error that tells of all of them has a code and no message. */
function describe(error: unknown): { readonly code: string; readonly message: string } {
  return errorSchema.parse(error);
}

const errorSchema = z
  .object({ code: z.string().catch(''), message: z.string().catch('') })
  .catch({ code: '', message: '' });
