import { parse } from 'yaml';

/**
 * The value of a workflow's text; null: it is no YAML, or more than anything that people write. That it can't be read
 * is for GitHub to say where it is run.
 */
export function readWorkflowText(text: string): unknown {
  const read = parseWorkflow(text);
  return read.ok ? read.value : null;
}

/** `too_much`: GitHub may run it, but it is longer, or says more by aliases, than people write. */
export function parseWorkflow(
  text: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'too_much' | 'invalid' } {
  if (text.length > LONGEST_WORKFLOW) {
    return { ok: false, why: 'too_much' };
  }
  try {
    const value: unknown = parse(text, {
      maxAliasCount: MOST_ALIASES,
      // Each key would be compared with all others of its object, and each error be shown with its line.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
    return { ok: true, value };
  } catch (error) {
    // What the parser throws where aliases are too many, or none of an anchor.
    return { ok: false, why: error instanceof ReferenceError ? 'too_much' : 'invalid' };
  }
}

/** Characters; the parser takes a second for these where they are made to be slow. */
const LONGEST_WORKFLOW = 100_000;

/** Those that all together are read before long, given as path and text, the most important first. */
export function readable(workflows: readonly WorkflowFile[]): readonly WorkflowFile[] {
  let left = MOST_CHARACTERS;
  return workflows.filter(([, { length }]) => {
    const fits = length <= left && length <= LONGEST_WORKFLOW;
    left -= fits ? length : 0;
    return fits;
  });
}

export type WorkflowFile = readonly [path: string, text: string];

/** Of all workflows of a repository; a hundred that people wrote have these. */
const MOST_CHARACTERS = 400_000;

/** Of a file that was written by people; more are there to fill the memory. */
const MOST_ALIASES = 100;
