import { Buffer } from 'node:buffer';
import type { FileChange } from '../apply/tree.ts';
import { canonicalJson } from '../patch/canonical-json.ts';
import type { Refusal } from '../patch/refusal.ts';
import { type Config, parseConfig } from '../policy/config.ts';
import { amongGlobs } from '../policy/named-paths.ts';
import { secretWordsRefusal, unknownSecrets } from '../policy/secrets.ts';
import type { Outcome } from '../record/outcome.ts';
import { placePatch } from './base.ts';
import { type ApplyPlan, type PlanInput, refuseInstead } from './plan.ts';
import type { BaseState, SecretScanner } from './ports.ts';
import type { Received } from './received.ts';
import { createMask } from './secret-mask.ts';
import { type Found, findInFile, findInText, textOf } from './secrets-in-file.ts';

/** A plan after the look for secrets, and the delivery as it may be kept and shown. */
export type Screened = { readonly plan: ApplyPlan; readonly received: Received };

/**
 * Refuses a patch that would add a secret, before anything is written. A patch that goes no further anyway may hold
 * one where nobody can tell what it would add: it ends as it would, but its text is not kept.
 */
export async function screen(scanner: SecretScanner, plan: ApplyPlan, input: PlanInput): Promise<Screened> {
  const { received } = input;
  const proposed = proposedBy(plan, input);
  if (proposed !== null && plan.kind !== 'skip') {
    const found = await findProposed(scanner, input, proposed);
    return found.refusals.length === 0 ? { plan, received } : refuse(plan, input, found);
  }
  const written = [keptOf(received), ...pathsSaid(plan), ...decodedRuns(received.text)];
  const found = await findIn(scanner, written.join('\n'));
  return found.secrets.length === 0 ? { plan, received } : endWithout(plan, input, found);
}

/**
 * The title of a delivery, or its id where the title would show a secret. All that arrived is looked through, because a
 * title is shown without the signs by which a secret in colours is known, and may be cut off within one.
 */
export async function nameWithoutSecrets(scanner: SecretScanner, received: Received): Promise<string> {
  const { id, title, text } = received;
  const { secrets } = await findIn(scanner, [keptOf(received), ...decodedRuns(text)].join('\n'));
  return createMask(secrets)(title) === title ? title : id;
}

/** What the patch would make of files, where it fits: also of one that is held, which must not be kept with a secret. */
type Proposed = {
  readonly config: Config;
  readonly base: BaseState;
  readonly changes: readonly FileChange[];
};

function proposedBy(plan: ApplyPlan, { received, snapshot }: PlanInput): Proposed | null {
  if (plan.kind === 'write') {
    return plan;
  }
  if (plan.outcome.kind !== 'held' || !received.ok) {
    return null;
  }
  const parsed = parseConfig(snapshot.config);
  const placed = parsed.ok ? placePatch(received.patch, parsed.config, snapshot) : null;
  return parsed.ok && placed?.ok === true ? { config: parsed.config, ...placed } : null;
}

async function findProposed(
  scanner: SecretScanner,
  { received, snapshot }: PlanInput,
  { config, base, changes }: Proposed,
): Promise<Found> {
  const isExcepted = amongGlobs(config.policy.secrets['except-paths']);
  const words = await findIn(scanner, canonicalJson({ ...received.patch, changes: [] }));
  const written = changes.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const known = [...bytesIn(base), ...bytesIn(snapshot.pinned), ...written];
  const beside = await findBeside(scanner, received, known);
  // Words are kept too, and one refusal for them is enough.
  const found: Found[] = [words, words.refusals.length > 0 ? { ...beside, refusals: [] } : beside];
  for (const change of changes.filter(({ path }) => !isExcepted(path))) {
    found.push(await findInFile(scanner, change, base));
  }
  return {
    refusals: found.flatMap(({ refusals }) => refusals),
    secrets: found.flatMap(({ secrets }) => secrets),
  };
}

/**
 * Secrets in what is kept of the delivery and becomes no line of a file: in words around a diff, in a change that a later
 * one undoes, in a command that is named as not run. What stands in `known` files is no news.
 */
async function findBeside(
  scanner: SecretScanner,
  received: Received,
  known: readonly Uint8Array[],
): Promise<Found> {
  const text = readable([keptOf(received), ...decodedWrites(received)].join('\n'));
  const found = await findInText(scanner, { path: PATCH_NAME, text });
  const news = found.length === 0 ? [] : unknownSecrets(text, found, known.map(textOf));
  return {
    refusals: secretWordsRefusal(news),
    secrets: news.map(({ start, end }) => text.slice(start, end)),
  };
}

/** Everything of a delivery that the record, the pull request or a report repeats. */
function keptOf(received: Received): string {
  const { title, text, notDone, repairs, sentFor = [] } = received;
  // A path may stand in the text in an escape of git's.
  const paths = received.ok ? received.paths : [];
  return [title, text, ...paths, ...notDone, ...repairs, ...sentFor].join('\n');
}

/** Paths as they were understood, which the text may write in another way. */
function pathsSaid(plan: ApplyPlan): readonly string[] {
  if (plan.kind === 'write') {
    return [];
  }
  const { outcome } = plan;
  const refusals = outcome.kind === 'refused' ? outcome.refusals : [];
  return [
    ...refusals.flatMap(({ path }) => path ?? []),
    ...(outcome.kind === 'conflict' ? outcome.paths : []),
  ];
}

/** Bytes that the patch holds in base64, and that a later change may undo. */
function decodedWrites({ patch }: Received): readonly string[] {
  return (patch?.changes ?? []).flatMap((change) =>
    change.kind === 'write' && change.encoding === 'base64' ? [decoded(change.content)] : [],
  );
}

/**
 * What reads as base64 in a text of which nobody knows what it was to become, in both alphabets. Programs cut it into
 * lines, whose ends are an escape in JSON.
 */
function decodedRuns(text: string): readonly string[] {
  return [text, text.replaceAll(/\\r\\n|\\n|\r?\n/g, '')].flatMap((one) =>
    [/[A-Za-z\d+/]{24,}/g, /[\w-]{24,}/g].flatMap((runs) =>
      Array.from(one.matchAll(runs), ([run]) => decoded(run)),
    ),
  );
}

function decoded(base64: string): string {
  return textOf(Buffer.from(base64, 'base64'));
}

function bytesIn(state: BaseState | null | undefined): readonly Uint8Array[] {
  return [...(state?.entries.values() ?? [])].flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
}

async function findIn(scanner: SecretScanner, written: string): Promise<Found> {
  const text = readable(written);
  const found = await findInText(scanner, { path: PATCH_NAME, text });
  return {
    refusals: secretWordsRefusal(found),
    secrets: found.map(({ start, end }) => text.slice(start, end)),
  };
}

/** The rules look at names of files too. */
const PATCH_NAME = 'patch.txt';

/** A text of the patch's own, in JSON or not: there, an escape would hide a letter, or where a word begins. */
function readable(written: string): string {
  return written
    .replaceAll(/\\u00([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrt]/g, '\n');
}

/** The plan refused for what was found. Also where it lies may be a name that holds some. */
function refuse(plan: Exclude<ApplyPlan, Skip>, input: PlanInput, { refusals, secrets }: Found): Screened {
  const mask = createMask(secrets);
  const refused = refuseInstead(
    plan,
    refusals.map((refusal) => maskWords(refusal, mask)),
    input,
  );
  return { plan: maskPlaces(refused, mask), received: withhold(input.received, mask) };
}

type Skip = Extract<ApplyPlan, { kind: 'skip' }>;

/** What a plan says of where the patch was to go. */
function maskPlaces(plan: ApplyPlan, mask: (text: string) => string): ApplyPlan {
  if (plan.kind !== 'end') {
    return plan;
  }
  const { hunks, base } = plan;
  return {
    ...plan,
    hunks: hunks.map((hunk) => ({ ...hunk, path: mask(hunk.path) })),
    ...(base === undefined ? {} : { base: { ...base, branch: mask(base.branch) } }),
  };
}

function endWithout(plan: ApplyPlan, input: PlanInput, { refusals, secrets }: Found): Screened {
  const mask = createMask(secrets);
  const received = withhold(input.received, mask);
  if (plan.kind === 'write') {
    return { plan, received };
  }
  const outcome = maskOutcome(plan.outcome, mask);
  if (plan.kind === 'skip') {
    return { plan: { ...plan, outcome }, received };
  }
  return outcome.kind === 'held'
    ? refuse(plan, input, { refusals, secrets })
    : { plan: maskPlaces({ ...plan, outcome, warnings: [WITHHELD] }, mask), received };
}

const WITHHELD =
  'The patch holds what looks like a secret, so its text was not kept. If the secret is real, revoke it, because it was sent.';

/** What is left of a delivery: names, and texts without the secret. */
function withhold(received: Received, mask: (text: string) => string): Received {
  const { id, digest, title, repairs, notDone, dryRun, retry, sentFor = [] } = received;
  const names = sentFor.filter((name) => mask(name) === name);
  return {
    ok: false,
    id,
    digest,
    title: mask(title),
    text: '',
    repairs: repairs.map(mask),
    notDone: notDone.map(mask),
    dryRun,
    ...(retry === undefined ? {} : { retry }),
    ...(names.length === 0 ? {} : { sentFor: names }),
    refusals: [],
    withheld: true,
  };
}

/** Refusals quote the patch and what it is like, so that only their sentences stay; so do conflicts. */
function maskOutcome(outcome: Outcome, mask: (text: string) => string): Outcome {
  switch (outcome.kind) {
    case 'refused':
      return { ...outcome, refusals: outcome.refusals.map((refusal) => maskRefusal(refusal, mask)) };
    case 'conflict': {
      const { clashes: _, ...rest } = outcome;
      return { ...rest, paths: outcome.paths.map(mask) };
    }
    default:
      return outcome;
  }
}

function maskRefusal(refusal: Refusal, mask: (text: string) => string): Refusal {
  const { data: _, ...rest } = refusal;
  return maskWords(rest, mask);
}

function maskWords(refusal: Refusal, mask: (text: string) => string): Refusal {
  const { pointer, path, message, ...rest } = refusal;
  return {
    ...rest,
    message: mask(message),
    ...(pointer === undefined ? {} : { pointer: mask(pointer) }),
    ...(path === undefined ? {} : { path: mask(path) }),
  };
}
