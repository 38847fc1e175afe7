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
 * Where a delivery stands, as an expression over its row. An index is made over it (migrations.ts), so another
 * text needs another migration.
 */
export const STANDING = `CASE WHEN state = 'failed' THEN 'failed' WHEN record_outcome IS NULL THEN 'under_way' ${Object.entries(
  OUTCOMES,
)
  .map(
    ([standing, kinds]) =>
      `WHEN record_outcome IN (${kinds.map((kind) => `'${kind}'`).join(', ')}) THEN '${standing}'`,
  )
  .join(' ')} ELSE 'failed' END`;

/** Every value that the expression can have. */
export const STANDING_VALUES: readonly string[] = ['under_way', ...Object.keys(OUTCOMES), 'failed'];

/** How far a delivery is, as filters have it; an index is made over this expression too. */
export const STAGE = `CASE WHEN state = 'failed' THEN 'failed' WHEN record_state = 'done' THEN 'done' ELSE 'open' END`;
