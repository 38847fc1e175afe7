import type { z } from 'zod';
import { cappedRefusals } from './capped.ts';
import type { Json, Refusal, RefusalCode } from './refusal.ts';
import { CHANGE_KINDS } from './schema.ts';

/** Every problem that a schema found in `value`, as refusals with JSON pointers, in the value's order. */
export function refusalsOf(issues: readonly z.core.$ZodIssue[], value: unknown): readonly Refusal[] {
  return cappedRefusals(issues.flatMap((issue) => refusalsOfIssue(issue, value)));
}

/** RFC 6901. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function refusalsOfIssue(issue: z.core.$ZodIssue, root: unknown): Refusal[] {
  const value = valueAt(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        refusal(
          'malformed',
          [...issue.path, key],
          'is not a field of wire format version 1. Remove it, or correct its name.',
        ),
      );
    case 'invalid_type':
      return [typeRefusal(issue.path, issue.expected, value)];
    case 'invalid_value':
      return [refusal('malformed', issue.path, `must be ${listOf(issue.values)}, but is ${shown(value)}.`)];
    case 'too_small':
      return [tooSmallRefusal(issue)];
    case 'too_big':
      return [tooBigRefusal(issue)];
    case 'invalid_union':
      return [
        issue.discriminator === undefined
          ? refusal('malformed', issue.path, issue.message)
          : kindRefusal(issue, value),
      ];
    case 'custom':
      return [customRefusal(issue)];
    default:
      return [refusal('malformed', issue.path, issue.message)];
  }
}

function typeRefusal(path: readonly PropertyKey[], expected: string, value: unknown): Refusal {
  const wanted = TYPE_NAMES[expected] ?? `a value of type ${expected}`;
  if (value === undefined) return refusal('malformed', path, `is missing; it must be ${wanted}.`);
  return refusal('malformed', path, `must be ${wanted}, but is ${shown(value)}.`);
}

const TYPE_NAMES: { readonly [type: string]: string } = {
  string: 'a string',
  boolean: 'true or false',
  object: 'an object',
  array: 'an array',
};

function tooSmallRefusal(issue: z.core.$ZodIssueTooSmall): Refusal {
  if (issue.path.length === 1 && issue.path[0] === 'changes') {
    return {
      code: 'no_changes',
      message: 'The patch holds no change. Put at least one into `changes`.',
      pointer: '/changes',
      data: { kinds: [...CHANGE_KINDS] },
    };
  }
  const message = issue.message.startsWith('Too small')
    ? 'is empty. Send a value, or leave the field out.'
    : issue.message;
  return refusal('malformed', issue.path, message);
}

function tooBigRefusal(issue: z.core.$ZodIssueTooBig): Refusal {
  const limit = Number(issue.maximum);
  const what = issue.origin === 'array' ? 'entries' : 'characters';
  return refusal('too_large', issue.path, `has more than ${limit} ${what}. Send less.`, { limit });
}

function kindRefusal(issue: z.core.$ZodIssueInvalidUnion, kind: unknown): Refusal {
  return refusal(
    'malformed',
    issue.path,
    `must be one of ${CHANGE_KINDS.join(', ')}, but is ${shown(kind)}.`,
    { kinds: [...CHANGE_KINDS] },
  );
}

/** What the schema itself can't take; commands have a code of their own. */
function customRefusal(issue: z.core.$ZodIssueCustom): Refusal {
  if (issue.params?.['refusal'] !== 'command_not_allowed')
    return refusal('malformed', issue.path, issue.message);
  return refusal(
    'command_not_allowed',
    issue.path,
    'is no name of a command: patches ask for commands by their names in the config of the repository, and never hold one for a shell. Send such a name, or the files as the command would leave them.',
  );
}

function refusal(
  code: RefusalCode,
  path: readonly PropertyKey[],
  predicate: string,
  data?: { readonly [key: string]: Json },
): Refusal {
  const pointer = jsonPointer(path);
  const subject = path.length === 0 ? 'The patch' : `\`${pointer.slice(1).slice(0, SHOWN_CHARACTERS)}\``;
  return { code, message: `${subject} ${predicate}`, pointer, ...(data === undefined ? {} : { data }) };
}

/** Characters of a hostile name or value that a message repeats. */
const SHOWN_CHARACTERS = 80;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `the ${typeof value} ${JSON.stringify(value)}`;
  return value.length <= SHOWN_CHARACTERS
    ? `the string ${JSON.stringify(value)}`
    : `a string of ${value.length} characters`;
}

function listOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
