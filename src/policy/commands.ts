import * as z from 'zod';
import { COMMAND_NAME } from '../patch/command-name.ts';
import { MAX_COMMANDS } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';

/** A command of the config that a patch asks for. */
export type NamedCommand = {
  readonly name: string;
  /** For bash. */
  readonly command: string;
  readonly timeoutMinutes: number;
};

/** Named commands of one repository; more than anybody keeps in mind. */
const MAX_NAMED = 50;

/** Characters of a command; longer ones belong into a script of the repository. */
const MAX_COMMAND_CHARACTERS = 2000;

/** An hour is long for what only changes files. */
const MAX_MINUTES = 60;
const DEFAULT_MINUTES = 5;

const command = z
  .string({ error: 'write the command, such as "npm run format"' })
  .trim()
  .min(1, 'write the command, such as "npm run format"')
  .max(MAX_COMMAND_CHARACTERS);

const minutes = z.number().positive().max(MAX_MINUTES).default(DEFAULT_MINUTES);

const named = z.union([command, z.strictObject({ command, 'timeout-minutes': minutes })], {
  error: `write the command, such as "npm run format", or an object with it as command and with timeout-minutes, at most ${MAX_MINUTES}`,
});

export const commandsSchema = z
  .record(z.string().regex(COMMAND_NAME), named, {
    error: ({ code }) =>
      code === 'invalid_key'
        ? 'call a command by one word of letters, digits, ".", "_" and "-", such as "format"'
        : undefined,
  })
  .refine((all) => Object.keys(all).length <= MAX_NAMED, `name at most ${MAX_NAMED} commands`)
  .default({})
  .describe(
    `Commands that a patch may ask for by name: the command itself, or \`{command, timeout-minutes}\`, with ${DEFAULT_MINUTES} minutes where there are none. Run by bash in the test job, before the tests.`,
  );

/**
 * The commands that a patch asks for, as the config has them. Refused where one is not in the config; the refusal
 * lists those that are.
 */
export function findCommands(
  known: z.output<typeof commandsSchema>,
  patch: Pick<Patch, 'changes'>,
): { readonly commands: readonly NamedCommand[]; readonly refusals: readonly Refusal[] } {
  const commands: NamedCommand[] = [];
  const refusals: Refusal[] = [];
  for (const [index, change] of patch.changes.entries()) {
    if (change.kind !== 'run') continue;
    const found = Object.hasOwn(known, change.command) ? known[change.command] : undefined;
    if (found === undefined) refusals.push(notNamed(index, change.command, Object.keys(known)));
    else commands.push({ name: change.command, ...settingsOf(found) });
  }
  if (commands.length > MAX_COMMANDS) refusals.push(tooMany(commands.length));
  return { commands, refusals };
}

/** Minutes that commands may take, one after the other. */
export function commandMinutes(commands: readonly NamedCommand[]): number {
  return commands.reduce((sum, { timeoutMinutes }) => sum + timeoutMinutes, 0);
}

function settingsOf(found: z.output<typeof named>): Omit<NamedCommand, 'name'> {
  return typeof found === 'string'
    ? { command: found, timeoutMinutes: DEFAULT_MINUTES }
    : { command: found.command, timeoutMinutes: found['timeout-minutes'] };
}

function notNamed(index: number, name: string, known: readonly string[]): Refusal {
  const choice =
    known.length === 0
      ? 'none is: send the files as the command would leave them'
      : `these are: ${known.join(', ')}. Ask for one of them, or send the files as the command would leave them`;
  return {
    code: 'command_not_allowed',
    message: `There is no command ${name} in the config of this repository; ${choice}.`,
    pointer: `/changes/${index}/command`,
    data: { configured: [...known] },
  };
}

function tooMany(count: number): Refusal {
  return {
    code: 'too_large',
    message: `The patch asks for ${count} commands, and ${MAX_COMMANDS} are allowed. Leave some out.`,
    pointer: '/changes',
    data: { commands: count, limit: MAX_COMMANDS },
  };
}
