import { parse } from 'yaml';

/**
 * The value of a workflow's text; null: it is no YAML, or longer than anything that people write. That it can't be read
 * is for GitHub to say where it is run.
 */
export function readWorkflowText(text: string): unknown {
  if (text.length > LONGEST_WORKFLOW) {
    return null;
  }
  try {
    return parse(text, {
      maxAliasCount: MOST_ALIASES,
      // Each key would be compared with all others of its object, and each error be shown with its line.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch {
    return null;
  }
}

/** Characters. */
const LONGEST_WORKFLOW = 500_000;

/** Of a file that was written by people; more are there to fill the memory. */
const MOST_ALIASES = 100;
