/**
 * What the store's SQL runs on. The statements use what SQLite and PostgreSQL have in common, with `?` for
 * parameters, so that a driver is only this.
 */
export type Database = {
  /** Runs one statement and gives its rows. */
  run(sql: string, ...parameters: readonly Value[]): Promise<readonly Row[]>;
  /** All of it or, where the work throws, nothing. Within it only the given handle may be used. */
  transaction<Result>(work: (database: Pick<Database, 'run'>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

export type Value = string | number | null;

export type Row = { readonly [column: string]: unknown };
