import type { Outcome } from '../../record/outcome.ts';
import { clashLines, describeClash } from '../clash.ts';
import { codeBlock } from '../untrusted/code-block.ts';
import { markdownLine } from '../untrusted/markdown.ts';

/** Both sides of every place in which a patch and newer commits meet; empty text where there is none. */
export function formatClashes(outcome: Outcome | undefined): string {
  const clashes = (outcome?.kind === 'conflict' ? outcome.clashes : undefined) ?? [];
  const parts = clashes.map((clash, index) => {
    const head = `### ${index + 1}. ${markdownLine(describeClash(clash))}`;
    const lines = clashLines(clash);
    return lines.length === 0
      ? head
      : `${head}\n\n${codeBlock({ lines, budget: CLASH_BUDGET, keep: 'first' })}`;
  });
  return parts.length === 0 ? '' : ['## Where', ...parts].join('\n\n');
}

/** The engine keeps few clashes of few lines, so all of them stay far below GitHub's limit of 1 MiB. */
const CLASH_BUDGET = 14_000;
