import type { Refusal } from '../refusal.ts';
import { isObject, type Member } from './member.ts';
import { meanings, type Names } from './names.ts';
import { malformed } from './refusals.ts';
import { isTrialName } from './trial.ts';

/** Our own tools, by what their call is with a patch: the patch itself, a try of it, or nothing that has one. */
export const TOOL_NAMES = {
  submit: ['submit patch', 'send patch'],
  preview: ['preview patch'],
  other: ['patch status', 'list patches', 'pause', 'get patch', 'find record', 'read record', 'control'],
} as const satisfies Names<string>;

/** The call of a tool, as a model makes it and a program hands it on. */
export type ToolCall = {
  /** Who is called, what kind of call it is, and its number: nothing of it is said of the patch. */
  readonly own: ReadonlySet<string>;
  readonly read: { readonly ok: true; readonly dryRun?: Member; readonly repair?: string } | NotRead;
};

type NotRead = { readonly ok: false; readonly refusal: Refusal };

/**
 * Finds the call of a tool among the members of one object: `{"name": "preview_patch", "arguments": {…}}`. The name of a
 * tool is never a title, and says what is to become of the patch that it is given. undefined: no such call.
 */
export function toolCallIn(members: readonly Member[]): ToolCall | undefined {
  const tool = members.find((member) => isTool(member, members));
  const isAround = members.some(({ name, value }) => isObject(value) && holdsCall(name, value));
  if (tool === undefined && !isAround) return undefined;
  const own = members.filter((member) => member === tool || isOfCall(member)).map(({ name }) => name);
  const read = typeof tool?.value === 'string' ? readCall(tool, tool.value) : ({ ok: true } as const);
  return { own: new Set(own), read };
}

/** Is it given to a tool, under a name that stands for something else elsewhere? */
export function isGiven(name: string): boolean {
  return givenIn(name) !== undefined;
}

/** An object with the call of a tool in it. */
export function holdsCall(name: string, value: object): boolean {
  const names = Object.keys(value);
  return holderIn(name) !== undefined && names.includes('name') && names.some(isGiven);
}

const givenIn = meanings({
  given: ['arguments', 'input', 'parameters', 'params', 'args', 'kwargs', 'tool input', 'function arguments'],
});
const toolIn = meanings({ tool: ['tool', 'tool name', 'function', 'function name', 'recipient name'] });
const holderIn = meanings({ holder: ['function', 'function call', 'tool call', 'tool use', 'tool'] });
const callIn = meanings({ call: ['call id', 'tool call id', 'tool use id'] });
const callTypeIn = meanings({ type: ['function', 'function call', 'tool call', 'tool use', 'mcp call'] });
const ownIn = meanings(TOOL_NAMES);

function isTool({ name, value }: Member, members: readonly Member[]): boolean {
  if (typeof value !== 'string') return false;
  if (toolIn(name) !== undefined) return value !== '';
  if (name !== 'name' || !/^[\w.:/-]+$/.test(value)) return false;
  return (
    ownIn(lastOf(value)) !== undefined || members.some((member) => isGiven(member.name) || isCallType(member))
  );
}

function isCallType({ name, value }: Member): boolean {
  return name === 'type' && typeof value === 'string' && callTypeIn(value) !== undefined;
}

/** Its number has the form that the makers of models give it; any other `id` may be that of the patch. */
function isOfCall(member: Member): boolean {
  const { name, value } = member;
  if (name === 'id') return typeof value === 'string' && /^(?:call|toolu|tooluse|fc)[_-]/.test(value);
  return callIn(name) !== undefined || isCallType(member);
}

function readCall(tool: Member, called: string): ToolCall['read'] {
  const name = lastOf(called);
  const shown = name.slice(0, MAX_SHOWN).toWellFormed();
  switch (ownIn(name)) {
    case 'submit':
      return { ok: true, repair: `A call of \`${shown}\` was read as the patch that it is given` };
    case 'preview':
      return {
        ok: true,
        dryRun: { name: 'dryRun', value: true, at: tool.at },
        repair: `A call of \`${shown}\` was read as the patch that it is given, with \`dryRun\``,
      };
    case 'other':
      return { ok: false, refusal: notSubmitted(tool.at) };
    default:
      return isTrialName(name) || wordsOf(name).some((word) => WITHOUT_CHANGE.has(word))
        ? { ok: false, refusal: notSubmitted(tool.at) }
        : { ok: true, repair: `A call of the tool \`${shown}\` was read as the patch that it is given` };
  }
}

/** Characters of a hostile name that a sentence repeats. */
const MAX_SHOWN = 60;

/** `mcp__ghost-runner__preview_patch` and `functions.preview_patch` end with the tool's own name. */
function lastOf(name: string): string {
  return (
    name
      .slice(-MAX_NAME)
      .split(/__|[.:/]/)
      .at(-1) ?? name
  );
}

/** Longer than any tool's name may be. */
const MAX_NAME = 200;

function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[\s_-]/);
}

/** Words in the names of tools that change nothing, or something else than files. */
const WITHOUT_CHANGE: ReadonlySet<string> = new Set([
  'dry',
  'dryrun',
  'preview',
  'simulate',
  'simulation',
  'trial',
  'noop',
  'validate',
  'validation',
  'verify',
  'check',
  'test',
  'tests',
  'lint',
  'review',
  'plan',
  'explain',
  'status',
  'list',
  'get',
  'read',
  'view',
  'show',
  'search',
  'pause',
  'resume',
  'cancel',
  'stop',
  'lock',
  'unlock',
  'approve',
  'reject',
  'retry',
  'undo',
  'revert',
]);

function notSubmitted(at: Member['at']): Refusal {
  return malformed(
    at,
    'is the name of a tool that makes no change. Send the patch without it, with `"dryRun": true` to only try it, or as a call of `submit_patch` or `preview_patch`.',
  );
}
