import type { Change } from '../patch/schema.ts';

/** Does a change hold several commits, as mails of `git format-patch` or as `git log -p` shows them? */
export function isSeries(change: Change): boolean {
  const text = change.kind === 'diff' ? change.diff : change.kind === 'text' ? change.text : '';
  const [, second] = text.matchAll(COMMIT);
  return second !== undefined;
}

const COMMIT = /^(?:From|commit) [0-9a-f]{7,64}\b/gm;
