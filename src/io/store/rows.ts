import * as z from 'zod';
import type { OutcomeKind } from '../../record/outcome.ts';
import type { RecordState } from '../../record/record.ts';
import type { Delivery, PatchEvent, SeenRecord, Token } from '../../stages/intake/store.ts';
import type { Row, Value } from './database.ts';

/** Rows of the store's tables as the port has them. Each throws where a row is not as we write it. */
export function tokenOf(row: Row): Token {
  const { id, sender, login, hash, repositories, per_minute, per_day, created_at, expires_at, revoked_at } =
    tokenRow.parse(row);
  return {
    id,
    sender,
    ...(login === null ? {} : { login }),
    hash,
    repositories: z.array(z.string()).parse(JSON.parse(repositories)),
    perMinute: per_minute,
    perDay: per_day,
    createdAt: created_at,
    ...(expires_at === null ? {} : { expiresAt: expires_at }),
    ...(revoked_at === null ? {} : { revokedAt: revoked_at }),
  };
}

const tokenRow = z.object({
  id: z.string(),
  sender: z.string(),
  login: z.string().nullable(),
  hash: z.string(),
  repositories: z.string(),
  per_minute: z.number(),
  per_day: z.number(),
  created_at: z.string(),
  expires_at: z.string().nullable(),
  revoked_at: z.string().nullable(),
});

export function deliveryOf(row: Row): Delivery {
  const { received_at, sent_at, problem, withdrawn, unclear, record_oid, record_state, ...rest } =
    deliveryRow.parse(row);
  const { record_at, record_outcome, record_reason, record_pull_request, record_seconds, ...known } = rest;
  return {
    ...known,
    receivedAt: received_at,
    ...(sent_at === null ? {} : { sentAt: sent_at }),
    ...(problem === null ? {} : { problem }),
    ...(withdrawn === null ? {} : { withdrawn }),
    ...(unclear === 1 ? { mayHaveArrived: true } : {}),
    ...(record_oid === null || record_state === null || record_at === null
      ? {}
      : {
          record: {
            oid: record_oid,
            state: record_state,
            at: record_at,
            ...(record_outcome === null ? {} : { outcome: record_outcome }),
            ...(record_reason === null ? {} : { reason: record_reason }),
            ...(record_pull_request === null ? {} : { pullRequest: record_pull_request }),
            ...(record_seconds === null ? {} : { secondsToPullRequest: record_seconds }),
          },
        }),
  };
}

/** The columns that hold what was seen of a record. */
export const RECORD_COLUMNS = [
  'record_oid',
  'record_state',
  'record_outcome',
  'record_at',
  'record_reason',
  'record_pull_request',
  'record_seconds',
] as const;

/** One value for each of RECORD_COLUMNS, in their order. */
export function recordValues(record: SeenRecord): readonly Value[] {
  const row: { readonly [column in (typeof RECORD_COLUMNS)[number]]: Value } = {
    record_oid: record.oid,
    record_state: record.state,
    record_outcome: record.outcome ?? null,
    record_at: record.at,
    record_reason: record.reason ?? null,
    record_pull_request: record.pullRequest ?? null,
    record_seconds: record.secondsToPullRequest ?? null,
  };
  return RECORD_COLUMNS.map((column) => row[column]);
}

/** Written from values of these types, and only shown. */
const recordState = z.custom<RecordState>(isText);
const outcomeKind = z.custom<OutcomeKind>(isText);

const deliveryRow = z.object({
  seq: z.number(),
  repository: z.string(),
  id: z.string(),
  digest: z.string(),
  title: z.string(),
  sender: z.string(),
  received_at: z.string(),
  state: z.enum(['queued', 'sent', 'failed']),
  sent_at: z.string().nullable(),
  problem: z.string().nullable(),
  withdrawn: z.enum(['revised', 'canceled']).nullable(),
  unclear: z.number(),
  record_oid: z.string().nullable(),
  record_state: recordState.nullable(),
  record_outcome: outcomeKind.nullable(),
  record_at: z.string().nullable(),
  record_reason: z.string().nullable(),
  record_pull_request: z.number().nullable(),
  record_seconds: z.number().nullable(),
});

export function eventOf(row: Row): PatchEvent {
  const { state, outcome, ...rest } = eventRow.parse(row);
  return { ...rest, ...(state === null ? {} : { state }), ...(outcome === null ? {} : { outcome }) };
}

const eventRow = z.object({
  seq: z.number(),
  at: z.string(),
  repository: z.string(),
  id: z.string(),
  digest: z.string(),
  kind: z.enum(['queued', 'sent', 'failed', 'changed']),
  state: recordState.nullable(),
  outcome: outcomeKind.nullable(),
});

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
