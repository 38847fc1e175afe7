import type { Context } from 'hono';
import * as z from 'zod';
import { neededRole } from '../../control/authorise.ts';
import { type Command, type ParsedCommand, parseCommand } from '../../control/command.ts';
import { kindOfVerb } from '../../control/command-kind.ts';
import { MAX_COMMAND_CHARACTERS } from '../../control/line.ts';
import { withReason } from '../../control/reason.ts';
import { isAtLeast } from '../../control/roles.ts';
import { statedState } from '../../control/shown-state.ts';
import { MAX_REASON } from '../../control/stop.ts';
import type { PatchVerb } from '../../control/verbs.ts';
import { parseJson } from '../../patch/json-text.ts';
import type { CommandReport } from '../../report/command/report.ts';
import { execute } from '../../stages/control/execute.ts';
import type { Token } from '../../stages/intake/store.ts';
import { repositoryOf } from './authenticate.ts';
import { readBodyText } from './body-text.ts';
import { commandAnswer } from './command-answer.ts';
import type { ApiParts, Variables } from './parts.ts';
import { readPatchId } from './patch-id.ts';
import { answerProblem, RequestProblem } from './problem.ts';
import { spendOne } from './spending.ts';
import type { Stop, Stops } from './stops.ts';

/** What can be asked for at `POST /api/patches/:id/<verb>`. */
export const PATCH_COMMANDS = [
  'retry',
  'revert',
  'cancel',
  'approve',
  'reject',
] as const satisfies readonly PatchVerb[];

const commit = z
  .string()
  .regex(/^[0-9a-f]{40,64}$/)
  .describe('The commit that was looked at, as `head` of the status has it; of any other one it is refused');
const patchDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('The digest of the patch that was looked at; of any other one it is refused');

/** Body of these; only `reject` has a use for a reason, and the others refuse one. */
export const reasonSchema = z.strictObject({
  reason: z.string().max(MAX_REASON).optional().describe('Why, in one line; for reject'),
  head: commit.optional(),
  digest: patchDigest.optional(),
});

/** Body of `approve`: a program says what was seen, because it is no person who has just looked. */
export const approvalSchema = reasonSchema.extend({ head: commit });

/** Body of `POST /api/control`. */
export const controlSchema = z.strictObject({
  command: z
    .string()
    .max(MAX_COMMAND_CHARACTERS)
    .describe(
      'As in a comment: status, pause <why>, resume, lock <why>, unlock, kill <id>, kill all, audit, whoami, help, or a verb with the id of a patch',
    ),
  reason: z
    .string()
    .max(MAX_REASON)
    .optional()
    .describe(
      'Why, for pause, lock and reject whose command says nothing of it; none of its words is read as a time, a branch or a sender',
    ),
  confirm: z
    .boolean()
    .optional()
    .describe('It is meant; for kill all, and for unlocking what oneself locked'),
  head: commit.optional(),
  digest: patchDigest.optional(),
});

export type CommandParts = ApiParts & { readonly stops: Stops };

/** `POST /api/patches/:id/<verb>`: steps in, in the name of the person whom the token speaks for. */
export async function commandPatch(
  context: Context<Variables>,
  parts: CommandParts,
  verb: (typeof PATCH_COMMANDS)[number],
): Promise<Response> {
  const body = readBody(await readBodyText(context), reasonSchema);
  const id = readPatchId(context);
  const command: Command = verb === 'reject' ? { verb, id, reason: null } : { verb, id };
  const parsed = withReason(command, body.reason ?? '');
  return await obey(context, parts, { ...body, command: commandOf(parsed) });
}

/** `POST /api/control`: one line of the grammar that comments, the form and the command line have too, its reason apart or not. */
export async function commandAnything(context: Context<Variables>, parts: CommandParts): Promise<Response> {
  const body = readBody(await readBodyText(context), controlSchema);
  const written = parseCommand(body.command);
  const parsed = written.ok ? withReason(written.command, body.reason ?? '') : written;
  return await obey(context, parts, { ...body, command: commandOf(parsed) });
}

function commandOf(parsed: ParsedCommand): Command {
  if (!parsed.ok) {
    throw new RequestProblem({ status: 400, code: 'malformed_request', detail: parsed.problem });
  }
  return parsed.command;
}

/** `head` and `digest` are what was seen of the patch. */
type Asked = {
  readonly command: Command;
  readonly confirm?: boolean | undefined;
  readonly head?: string | undefined;
  readonly digest?: string | undefined;
};

async function obey(
  context: Context<Variables>,
  parts: CommandParts,
  { command, confirm, head, digest }: Asked,
): Promise<Response> {
  const repository = repositoryOf(context);
  const actor = personOf(context);
  if (command.verb === 'approve' && head === undefined) {
    throw new RequestProblem({ status: 400, code: 'malformed_request', detail: UNSEEN });
  }
  const token = context.get('token');
  const stop = { token: token.id, repository, command };
  await spend(parts, token, stop);
  const target = await parts.context.target(repository);
  if (target === null) {
    throw new RequestProblem({
      status: 404,
      code: 'not_installed',
      detail: `The GitHub App is not installed on ${repository}; install it there, then ask again.`,
    });
  }
  const report = await execute(target.control, {
    command,
    surface: 'api',
    actor,
    ...(confirm === undefined ? {} : { confirm }),
    ...statedState({ head, digest }),
  });
  if (kindOfVerb(command.verb) === 'stop' && (report.done === 'refused' || report.done === 'unchanged')) {
    parts.stops.wasVain(stop, lacksRole(report) ? 'role' : 'nothing');
  }
  parts.background.sweepSoon(repository);
  return answer(context, report);
}

/** What was spent on patches keeps nobody from stopping them. */
async function spend(parts: CommandParts, token: Token, stop: Stop): Promise<void> {
  if (kindOfVerb(stop.command.verb) === 'stop') {
    parts.stops.spend(stop);
  } else {
    await spendOne(parts, token);
  }
}

const UNSEEN =
  'An approval is for one commit, and this one does not say which; send `head` as GET /api/patches/<id> has it, after somebody has looked at that commit.';

/** Nobody commands anonymously: what a person may is asked of GitHub anew each time. */
function personOf(context: Context<Variables>): string {
  const { login } = context.get('token');
  if (login === undefined) {
    throw new RequestProblem({
      status: 403,
      code: 'no_person',
      detail:
        'This token only sends patches; ask whoever runs this server for one that speaks for you, made with ghost-runner token make --login.',
    });
  }
  return login;
}

function readBody<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  const json = parseJson(text.trim() === '' ? '{}' : text);
  const read = schema.safeParse(json.ok ? json.value : undefined);
  if (!read.success) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: `The body is not what is read here: ${read.error.issues[0]?.message}. Send what /openapi.json says.`,
    });
  }
  return read.data;
}

function answer(context: Context, report: CommandReport): Response {
  const { done, sentence } = report;
  switch (done) {
    case 'done':
    case 'unchanged':
      return context.json(commandAnswer(report));
    case 'unconfirmed':
      return context.json(commandAnswer(report), 202);
    case 'refused':
      return answerProblem(context, {
        status: lacksRole(report) ? 403 : 409,
        code: 'command_refused',
        detail: sentence,
        more: { command: commandAnswer(report) },
      });
    case 'failed':
      return answerProblem(context, {
        status: 502,
        code: 'command_failed',
        detail: sentence,
        more: { command: commandAnswer(report) },
      });
  }
}

function lacksRole({ verb, role }: CommandReport): boolean {
  return verb !== null && role !== undefined && !isAtLeast(role, neededRole(verb));
}
