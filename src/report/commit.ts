import { cutText } from './untrusted/cut.ts';
import { defuseReferences } from './untrusted/references.ts';
import { oneLine, showHidden } from './untrusted/visible.ts';
import { type PatchView, titleOf } from './view.ts';

/**
 * The message of the patch's commit on its branch: its title, what was asked as a quotation, and trailers that
 * say where it came from. Quoting keeps a description from adding trailers of its own.
 */
export function formatCommitMessage(view: PatchView): string {
  const description = quoteDescription(view.patch?.description ?? '');
  return `${[formatSubject(view), description, formatTrailers(view)].filter((part) => part !== '').join('\n\n')}\n`;
}

/** Where git's own tools and GitHub begin to cut a subject. */
const MAX_SUBJECT = 72;

function formatSubject(view: PatchView): string {
  const subject = cutText(defuseReferences(oneLine(titleOf(view))), MAX_SUBJECT);
  return subject === '' ? `Apply patch ${cutText(view.record.id, MAX_SUBJECT / 2)}` : subject;
}

/** A message is read in terminals; the pull request holds the whole description. */
const MAX_DESCRIPTION_LINES = 40;
const MAX_LINE = 400;

function quoteDescription(description: string): string {
  const lines = showHidden(description).trim().split('\n');
  const kept = lines.slice(0, MAX_DESCRIPTION_LINES).map((line) => cutText(defuseReferences(line), MAX_LINE));
  const quoted = [...kept, ...(lines.length > kept.length ? ['…'] : [])].map((line) => `> ${line}`.trimEnd());
  return description.trim() === '' ? '' : quoted.join('\n');
}

function formatTrailers({ record, patch }: PatchView): string {
  const trailers: readonly (readonly [string, string | undefined])[] = [
    ['Ghost-Patch', record.id],
    ['Ghost-Digest', record.digest],
    ['Ghost-Sent-By', record.sender],
    ['Ghost-Agent', defuseReferences(patch?.source?.agent ?? '')],
    ['Ghost-Run', record.run.url],
  ];
  return trailers
    .flatMap(([key, value]) => {
      const line = cutText(oneLine(value ?? ''), MAX_LINE);
      return line === '' ? [] : [`${key}: ${line}`];
    })
    .join('\n');
}
