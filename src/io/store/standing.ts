import type { OutcomeKind } from '../../record/outcome.ts';
import type { Standing } from '../../stages/intake/board.ts';

/** Where a patch stands after its run, by its outcome. All other outcomes are failures. */
const OUTCOMES: { readonly [standing in Exclude<Standing, 'under_way' | 'failed'>]: readonly OutcomeKind[] } =
  {
    held: ['held'],
    in_review: ['opened', 'updated'],
    merged: ['merged'],
    refused: ['refused', 'no_change', 'halted', 'duplicate'],
    closed: ['closed', 'reverted', 'superseded'],
  };

/**
 * Where a delivery stands, as an expression over its row. What a record tells of has arrived, whatever was known before. An
 * index is made over it (migrations.ts), so another text needs another migration, and the one before keeps its own.
 */
export const STANDING = `CASE WHEN state = 'failed' AND record_state IS NULL THEN 'failed' WHEN record_outcome IS NULL THEN 'under_way' ${Object.entries(
  OUTCOMES,
)
  .map(
    ([standing, kinds]) =>
      `WHEN record_outcome IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) THEN '${standing}'`,
  )
  .join(' ')} ELSE 'failed' END`;

/** Every value that the expression can have. */
export const STANDING_VALUES: readonly string[] = ['under_way', ...Object.keys(OUTCOMES), 'failed'];

/**
 * How far a delivery is; an index is made over this expression too. `unclear`: it failed, may have
 * arrived all the same, and no newer one of its patch is there.
 */
export const STAGE = `CASE WHEN record_state = 'done' THEN 'done' WHEN record_state IS NOT NULL OR state <> 'failed' THEN 'open' WHEN unclear = 1 AND replaced = 0 THEN 'unclear' ELSE 'failed' END`;

/** Of these there may be more to see; an index is made over just them. */
export const IS_FOLLOWED = `${STAGE} IN ('open', 'unclear')`;

/** What filters take for failed. */
export const IS_FAILED = `${STAGE} IN ('failed', 'unclear')`;
