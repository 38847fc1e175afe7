import { endSentence } from '../phrases.ts';
import { markdownLine } from '../untrusted/markdown.ts';

/** The comment under a pull request that somebody rejected from elsewhere. */
export function formatRejectionNote({
  by,
  reason,
}: {
  readonly by: string;
  readonly reason: string | null;
}): string {
  const why = reason === null ? 'No reason was given.' : endSentence(markdownLine(reason));
  return `⛔ **Rejected** by ${markdownLine(by)}. ${why}\n\nSend a better patch under a new id, or reopen this to go on.\n`;
}

/** The comment under a pull request whose patch another one replaces. */
export function formatSupersessionNote({
  id,
  pullRequest,
}: {
  readonly id: string;
  readonly pullRequest: { readonly number: number };
}): string {
  return `⏭️ **Superseded**: the patch ${markdownLine(id)} takes its place; see #${pullRequest.number}. Reopen this one if you want it all the same.\n`;
}

/** The comment under a pull request whose approval no longer holds. */
export function formatStaleNote({ by, sha }: { readonly by: string | null; readonly sha: string }): string {
  const what = by === null ? 'nobody has approved yet' : `${markdownLine(by)} did not see when approving`;
  return `⏳ This is a draft again: its newest commit, ${sha.slice(0, SHOWN_DIGITS)}, is one that ${what}. A reviewer who did not send the patch can write \`/ghost approve\`.\n`;
}

/** As many digits as GitHub shows. */
const SHOWN_DIGITS = 7;
