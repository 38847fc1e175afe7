import * as z from 'zod';
import { describeIssues } from './config-issues.ts';
import { CONFIG_PATH } from './config-path.ts';
import type { LayeredSource, OrganisationFile } from './config-source.ts';
import {
  type ConfigText,
  type Locate,
  nearestPosition,
  openConfigText,
  type TextProblem,
} from './config-text.ts';
import { type Enforced, enforcedSchema } from './enforced.ts';
import { isLooser, isOutcome, RULES } from './rules.ts';

export type Layers =
  | {
      readonly ok: true;
      /** Of both files; not looked at yet. */
      readonly value: unknown;
      readonly locate: Locate;
      readonly enforced: Enforced;
      /** Where the organisation enforces it; paths are those of the config. */
      readonly locateEnforced: Locate;
    }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/**
 * Both files as one: what the repository says goes before what its organisation says, key by key, and lists as wholes.
 * Positions in the organisation's file carry its name.
 */
export function openLayers({ own, organisation }: LayeredSource): Layers {
  const above = openOrganisation(organisation);
  const below = own === null ? EMPTY : openConfigText(own);
  if (!above.ok || !below.ok) {
    return { ok: false, problems: [above, below].flatMap((one) => (one.ok ? [] : one.problems)) };
  }
  return {
    ok: true,
    value: merge(above.defaults, below.value),
    locate: (path) => below.locate(path) ?? above.locate(path),
    enforced: above.enforced,
    locateEnforced: (path) => above.locate(['enforce', ...path]),
  };
}

const EMPTY: ConfigText = { ok: true, value: {}, locate: () => null };

type Organisation =
  | { readonly ok: true; readonly defaults: object; readonly enforced: Enforced; readonly locate: Locate }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

function openOrganisation({ repository, text }: OrganisationFile): Organisation {
  const file = `${repository}: ${CONFIG_PATH}`;
  if (text === null) {
    return { ok: false, problems: [{ path: [], message: 'it is no regular file', position: null, file }] };
  }
  const opened = openConfigText(text);
  if (!opened.ok) {
    return { ok: false, problems: opened.problems.map((problem) => ({ ...problem, file })) };
  }
  const locate: Locate = (path) => {
    const position = opened.locate(path);
    return position === null ? null : { ...position, file };
  };
  const parsed = organisationSchema.safeParse(opened.value);
  if (!parsed.success) {
    const issues = describeIssues(organisationSchema, parsed.error.issues);
    const problems = issues.map((issue) => ({
      ...issue,
      position: nearestPosition(locate, issue.path),
      file,
    }));
    return { ok: false, problems };
  }
  const { enforce: enforced, ...defaults } = parsed.data;
  return { ok: true, defaults, enforced, locate };
}

/**
 * Of the defaults only what would let more pass in a repository that says nothing, or say who commands it: that must be
 * said where it holds, because others write to the organisation's repository than to this one. All else is looked at once
 * both files are one.
 */
const organisationSchema = z.looseObject({
  control: onlyInRepositories('who may command a repository'),
  'base-branches': onlyInRepositories('onto which branches patches may go'),
  'patch-labels': onlyInRepositories('which labels patches may ask for'),
  policy: z
    .looseObject({
      secrets: onlyInRepositories('where nothing is taken for a secret'),
      rules: z
        .record(z.string(), z.unknown())
        .superRefine((rules, context) => {
          for (const [name, { preset }] of Object.entries(RULES)) {
            const outcome = rules[name];
            if (isOutcome(outcome) && isLooser(outcome, preset)) {
              const message = `"${outcome}" is looser than "${preset}", which holds where nothing is said; loosen it in the repositories that need it`;
              context.addIssue({ code: 'custom', path: [name], message, input: outcome });
            }
          }
        })
        .optional(),
    })
    .optional(),
  enforce: enforcedSchema,
});

function onlyInRepositories(what: string) {
  return z.never({ error: `say in the repository itself ${what}` }).optional();
}

/** Deeper than any option lies; a text may refer to itself, and has no end then. */
const MAX_DEPTH = 10;

function merge(above: unknown, below: unknown, path: readonly string[] = []): unknown {
  if (!isObject(above) || !isObject(below) || path.length > MAX_DEPTH || WHOLE.test(path.join('.'))) {
    return below === undefined ? above : below;
  }
  const names = new Set([...Object.keys(above), ...Object.keys(below)]);
  return Object.fromEntries(
    [...names].map((name) => [name, merge(above[name], below[name], [...path, name])]),
  );
}

/** One rule each: what becomes of a patch that breaks it belongs to what it asks for. */
const WHOLE = /^policy\.(?:allowed-paths|limits\.[^.]+)$/;

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
