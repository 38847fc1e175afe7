import type { Paint } from '../../report/terminal.ts';
import { cutText } from '../../report/untrusted/cut.ts';
import { oneLine } from '../../report/untrusted/visible.ts';
import { remarksOf } from '../told.ts';
import { MAX_FILES } from './folder.ts';
import { RESULT_SUFFIX } from './names.ts';
import type { WatchEvent } from './parts.ts';
import type { Result } from './result.ts';

/** One line per file that came to its end, for people, and below it what is told of the patch besides. */
export function formatSettled(result: Result, paint: Paint): string {
  const { file, headline, detail, remedy, pullRequest, movedTo, completed } = result;
  const mark = completed ? paint.green('✔') : paint.red('✘');
  const words = completed ? headline : `${headline}: ${detail}`;
  const line = [
    mark,
    paint.bold(oneLine(file)),
    cutText(oneLine(words), MAX_WORDS),
    ...(pullRequest === undefined ? [] : [oneLine(pullRequest.url)]),
    paint.dim(`→ ${oneLine(movedTo)}`),
  ].join('  ');
  // What is left to do of what came to a good end, such as an approval; beside what failed, its detail says enough.
  const left = completed && remedy !== undefined ? [remedy] : [];
  const remarks = [...left, ...remarksOf(result)];
  const more = remarks.length - MAX_REMARKS;
  return [
    line,
    ...remarks.slice(0, MAX_REMARKS).map((remark) => `   ${cutText(oneLine(remark), MAX_WORDS)}`),
    ...(more > 0 ? [`   … and ${more} more, in ${oneLine(movedTo)}${RESULT_SUFFIX}`] : []),
  ].join('\n');
}

/** Characters; the result file has the rest. */
const MAX_WORDS = 240;

/** Lines below that of a file; the result file has the rest of these too. */
const MAX_REMARKS = 20;

/** What is said besides. */
export function formatAside(event: Exclude<WatchEvent, { event: 'settled' }>, directory: string): string {
  switch (event.event) {
    case 'watching':
      return `Watching ${oneLine(directory)} for *.json, *.patch and *.diff; they go to ${oneLine(event.to)}. Ctrl-C ends it.`;
    case 'skipped':
      return `${oneLine(event.file)} stays: ${event.why}.`;
    case 'unfinished':
      return `${oneLine(event.file)} can't be read as a patch: ${cutText(oneLine(event.why), MAX_WORDS)} Somebody may still be writing it, so it is given ${event.seconds} s more.`;
    case 'crowded':
      return `More than ${MAX_FILES} files; the others are looked at once these are done.`;
    case 'sent':
      return event.doubt === undefined
        ? `${oneLine(event.file)} is sent as ${oneLine(event.id)}.`
        : `${oneLine(event.file)} may not have arrived (${oneLine(event.doubt)}); it is looked for.`;
    case 'waiting':
      return `${oneLine(event.file)} waits: ${oneLine(event.why)}.`;
  }
}
