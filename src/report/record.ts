import type { RecordWords } from '../record/text.ts';
import { describeClash } from './clash.ts';
import { describeGenerated } from './generated.ts';
import { describeView } from './sentence.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine } from './untrusted/visible.ts';
import type { PatchView } from './view.ts';

/**
 * The words at the top of a record's commit message, from which a program that only knows GitHub's API learns
 * what happened: every refusal, the failing lines, and what to do next, one per line.
 */
export function describeRecord(view: PatchView): RecordWords {
  const { headline, detail, remedy } = describeView(view);
  const { generated } = view.record;
  const made = generated === undefined ? [] : [describeGenerated(generated)];
  const lines = [detail, ...made, ...listEvidence(view), ...(remedy === undefined ? [] : [remedy])];
  return {
    headline: `${headline} (${view.record.id})`,
    detail: lines.map((line) => cutText(oneLine(line), MAX_LINE)).join('\n'),
  };
}

const MAX_LINE = 1000;

/** The record's JSON holds them all; these are for reading. */
const MAX_EVIDENCE = 20;

function listEvidence({ record: { outcome } }: PatchView): readonly string[] {
  if (outcome === undefined) {
    return [];
  }
  if (outcome.kind === 'refused') {
    return outcome.refusals
      .slice(0, MAX_EVIDENCE)
      .map(
        ({ code, path, pointer, message }) =>
          `- ${[code, path, pointer].filter(Boolean).join(' ')}: ${message}`,
      );
  }
  if (outcome.kind === 'conflict') {
    return (outcome.clashes ?? []).map((clash) => `- ${describeClash(clash)}`);
  }
  return 'tests' in outcome
    ? (outcome.tests?.failingLines ?? []).slice(0, MAX_EVIDENCE).map((line) => `- ${line}`)
    : [];
}
