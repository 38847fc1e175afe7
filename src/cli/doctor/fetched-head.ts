/**
 * Whether a workflow that begins on the base may fetch the commit of a patch: it names that, or has a step take a commit
 * that its text does not tell. In doubt it may.
 */
export function mayFetchHead(text: string): boolean {
  return HEAD.test(text) || CHECKED_OUT.test(withoutBase(text)) || linesOf(text).some(takesUntold);
}

/** How a step may name the commit of a patch, or fetch it. */
const HEAD =
  /(?:\.|\[\s{0,4}["'])head\b|head_?(?:sha|ref|branch|commit|oid)|\bmerge_commit_sha\b|\bFETCH_HEAD\b|\bpull\/|\bpr\s{1,4}(?:checkout\b|diff\b(?!.{0,99}--name-only))|\bgh\s[^\n]{0,99}\b(?:checkout|co)\b|\.(?:diff|patch)_url\b|(?:tar|zip)ball\/|\bevent\.(?:sha|commit|branches)\b/i;

/** A checkout, or a workflow that is called, is told what to take by an expression that stands elsewhere. */
const CHECKED_OUT = /ref["']?[ \t]{0,99}:[ \t]{0,99}(?:[>|][-+]?\s{1,40})?["']?[^\s"',{}$]{0,100}\$\{\{/;

/** What the base is called in a workflow that begins there. */
const BASE =
  /\$\{\{\s{0,4}github\.(?:sha|ref|ref_name|base_ref|workflow_sha|workspace|repository|token|run_id|run_number|event\.repository\.default_branch|event\.pull_request\.base\.(?:sha|ref))\s{0,4}\}\}|\$\{?GITHUB_(?:SHA|REF|REF_NAME|BASE_REF|WORKSPACE|REPOSITORY|RUN_ID|RUN_NUMBER)\b\}?/gi;

function withoutBase(text: string): string {
  return text.replaceAll(BASE, '');
}

function linesOf(text: string): readonly string[] {
  return withoutBase(text).replaceAll(CONTINUED, ' ').split('\n');
}

/** A command goes on in the next line of its file. */
const CONTINUED = /[\\`]\r?\n/g;

/** git takes lines from a commit or a branch whose name nobody knows before it runs. */
function takesUntold(line: string): boolean {
  const from = line.search(/\bgit\b/i);
  if (from < 0) {
    return false;
  }
  const command = line.slice(from).replaceAll(ADDRESS, '').replaceAll(NEW_BRANCH, ' ');
  const at = command.search(TAKING);
  return at >= 0 && command.includes('$', at);
}

/** An address may have a token in it. */
const ADDRESS = /https?:\/\/[^\s"']*/gi;

/** The name of a branch that begins where the base ends. */
const NEW_BRANCH = /\s-{1,2}(?:b|c|create|orphan)\s{1,4}\S{1,200}/gi;

const TAKING =
  /\b(?:fetch|pull|checkout|switch|merge|cherry-pick|rebase|reset|restore|worktree|clone|read-tree|archive)\b/i;
