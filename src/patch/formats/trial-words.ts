import type { Prose } from './reading.ts';

/**
 * Why the words beside a patch keep it from being done: they ask for a try only, as a call of our own tool or an option
 * does. null: they do not. What a sentence says is told, and left to the reader.
 */
export function trialBeside(prose: readonly Prose[]): string | null {
  const asking = prose.find(({ text }) => asksForTrial(text));
  return asking === undefined
    ? null
    : `Line ${asking.line} asks for a try only, which words beside a patch can't do: it would be done. Send the patch with \`"dryRun": true\` beside its changes, or leave the line out.`;
}

function asksForTrial(line: string): boolean {
  const text = line.slice(0, MOST_CHARACTERS);
  return CALL.test(text) || OPTION.test(text) || (text.includes('<<') && FLAG.test(text));
}

/** Longer than any call with a patch below it. */
const MOST_CHARACTERS = 2000;

/** At the start of a line, or with what a call has behind its name; `with preview_patch.` is a sentence. */
const CALL = /^[^\p{L}\p{N}]*preview_?patch(?![\w-])|(?<![\w-])preview_?patch["'`]?\s?(?:$|[(:{<>])/iu;

const OPTION = /(?<!\w)dry[-_ ]?run["'`]?\s?[:=]\s?["'`]?(?:true|yes|on|1)(?!\w)/i;

/** On a shell's line that hands the patch on. */
const FLAG = /\s--dry-run(?![\w=-])/;
