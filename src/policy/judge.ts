import type { FileChange } from '../apply/tree.ts';
import { findCollisions } from './collisions.ts';
import { type Finding, type Judgement, judgementOf } from './finding.ts';
import { hides } from './hidden-characters.ts';
import { type PathRule, pathRules } from './path-decision.ts';
import type { Policy } from './schema.ts';

/** What a changed path of the resulting tree is judged by. */
export type JudgedChange = Pick<FileChange, 'path' | 'from' | 'action' | 'executable'> & {
  /** What stood at its path before: a program is found by its name, so that one which moves is new there. */
  readonly wasExecutable: boolean;
  /** Of the file as the patch leaves it; 0 where it is gone. */
  readonly bytes: number;
  /** Lines added and removed. */
  readonly changedLines: number;
  /** The first new line with characters that hide something; absent: there is none. */
  readonly hiddenLine?: number;
};

/**
 * Judges the result of applying, never the patch's text: what a patch says and what it does may differ.
 * `existing` are paths that the base has already, as far as they were looked up.
 */
export function judgeChanges(
  policy: Policy,
  changes: readonly JudgedChange[],
  existing: readonly string[] = [],
  earlier: Earlier = NOTHING_EARLIER,
): Judgement {
  return judgementOf([
    ...judgePaths(policy, changes),
    ...judgeExecutables(policy, changes),
    ...judgeHidden(policy, changes),
    ...judgeCollisions(policy, changes, existing),
    ...judgeLimits(policy, changes, earlier),
  ]);
}

/** What was changed and judged before, and counts towards the limits of the whole. */
export type Earlier = { readonly paths: readonly string[]; readonly changedLines: number };

const NOTHING_EARLIER: Earlier = { paths: [], changedLines: 0 };

function judgePaths(policy: Policy, changes: readonly JudgedChange[]): readonly Finding[] {
  const rulesFor = pathRules(policy);
  const touched = changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
  return [...new Set(touched)].flatMap((path) => {
    const decisive = rulesFor(path)[0];
    return decisive === undefined ? [] : [pathFinding(path, decisive)];
  });
}

function pathFinding(path: string, { rule, outcome, pattern }: PathRule): Finding {
  const message =
    pattern === null
      ? `${path} is not among the paths that patches may change here (${rule}): leave it out of the patch, or ask a maintainer to allow it.`
      : `${path} is protected by ${rule} (${pattern}): leave it out of the patch, or ask a maintainer to change it.`;
  const data = pattern === null ? { rule } : { rule, pattern };
  return { rule, outcome, subject: path, refusal: { code: 'protected_path', message, path, data } };
}

function judgeExecutables({ rules }: Policy, changes: readonly JudgedChange[]): readonly Finding[] {
  const rule = 'policy.rules.executables';
  return changes
    .filter(({ action, executable, wasExecutable }) => action !== 'delete' && executable && !wasExecutable)
    .map(({ path }) => ({
      rule,
      outcome: rules.executables,
      subject: path,
      refusal: {
        code: 'protected_path',
        message: `${path} would become executable, which ${rule} does not take: send it without the mode, or ask a maintainer to set it.`,
        path,
        data: { rule },
      },
    }));
}

function judgeHidden({ rules }: Policy, changes: readonly JudgedChange[]): readonly Finding[] {
  const rule = 'policy.rules.hidden-characters';
  const outcome = rules['hidden-characters'];
  return changes.flatMap(({ path, action, hiddenLine: line }) => {
    const isNew = action === 'create' || action === 'rename';
    const place = line === undefined ? (isNew && hides(path) ? 'the name' : null) : `line ${line}`;
    if (place === null) return [];
    const subject = `${place} of ${path}`;
    const message = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} would hold characters that can't be seen or that reorder others, which ${rule} does not take: send it without them, or as escapes.`;
    const data = { rule, ...(line === undefined ? {} : { line }) };
    return [{ rule, outcome, subject, refusal: { code: 'protected_path', message, path, data } }];
  });
}

function judgeCollisions(
  { rules }: Policy,
  changes: readonly JudgedChange[],
  existing: readonly string[],
): readonly Finding[] {
  const rule = 'policy.rules.case-collisions';
  return findCollisions(changes, existing).map(({ path, other }) => ({
    rule,
    outcome: rules['case-collisions'],
    subject: `${path} beside ${other}`,
    refusal: {
      code: 'already_exists',
      message: `${path} and ${other} are one file on some file systems, which ${rule} does not take: use the spelling that is there, or another name.`,
      path,
      data: { rule, other },
    },
  }));
}

function judgeLimits(
  { limits }: Policy,
  changes: readonly JudgedChange[],
  earlier: Earlier,
): readonly Finding[] {
  const largest = changes.reduce<JudgedChange | null>(
    (most, change) => (change.bytes > (most?.bytes ?? -1) ? change : most),
    null,
  );
  const lines = changes.reduce((sum, { changedLines }) => sum + changedLines, earlier.changedLines);
  const again = new Set(changes.map(({ path }) => path));
  return [
    ...overLimit({
      rule: 'files',
      limit: limits.files,
      found: changes.length + earlier.paths.filter((path) => !again.has(path)).length,
      of: 'The patch changes files',
    }),
    ...overLimit({
      rule: 'changed-lines',
      limit: limits['changed-lines'],
      found: lines,
      of: 'The patch changes lines',
    }),
    ...overLimit({
      rule: 'file-bytes',
      limit: limits['file-bytes'],
      found: largest?.bytes ?? 0,
      of: `${largest?.path ?? ''} has bytes`,
    }),
  ];
}

function overLimit({
  rule: name,
  limit,
  found,
  of,
}: {
  readonly rule: keyof Policy['limits'];
  readonly limit: Policy['limits'][keyof Policy['limits']];
  readonly found: number;
  readonly of: string;
}): readonly Finding[] {
  if (limit === undefined || found <= limit['at-most']) {
    return [];
  }
  const rule = `policy.limits.${name}`;
  const subject = `${of}: ${found} of ${limit['at-most']} at most`;
  return [
    {
      rule,
      outcome: limit.otherwise,
      subject,
      refusal: {
        code: 'too_large',
        message: `${subject} (${rule}). Send it in smaller parts, or ask a maintainer to raise the limit.`,
        data: { rule, found, limit: limit['at-most'] },
      },
    },
  ];
}
