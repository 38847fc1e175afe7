import { describe, expect, test } from '@jest/globals';
import { type Command, CommanderError } from 'commander';
import { createProgram } from '../../src/cli/main.ts';

type Given = {
  readonly command: string;
  readonly option: string;
  readonly values: readonly [string, string];
};

/** Every command with each of its options that take one value. */
function optionsOf(command: Command, above: string): readonly Given[] {
  const name = `${above} ${command.name()}`.trim();
  const own = command.options.filter(
    ({ required, optional, variadic }) => (required || optional) && !variadic,
  );
  return [
    ...own.map(
      ({ long }) => ({ command: name, option: long ?? '', values: VALUES.get(long) ?? ['7', '8'] }) as const,
    ),
    ...command.commands.flatMap((inner) => optionsOf(inner, name)),
  ];
}

/** Where not every text is a value. */
const VALUES: ReadonlyMap<string | undefined, readonly [string, string]> = new Map([
  ['--head', ['a'.repeat(40), 'b'.repeat(40)]],
  ['--digest', ['a'.repeat(64), 'b'.repeat(64)]],
]);

const ALL = createProgram(() => {}).commands.flatMap((command) => optionsOf(command, ''));

/** What is said of a command line that is not right; nothing of the command is done. */
async function problemOf(args: readonly string[]): Promise<string> {
  let said = '';
  const program = createProgram(() => {});
  const listen = (command: Command): void => {
    command.configureOutput({ writeErr: (text) => (said += text) });
    command.commands.forEach(listen);
  };
  listen(program);
  await expect(program.parseAsync([...args], { from: 'user' })).rejects.toThrow(CommanderError);
  return said;
}

describe('an option with two values', () => {
  test.each(ALL)(
    'is refused, and neither is dropped: $command $option',
    async ({ command, option, values }) => {
      const [first, second] = values;
      const said = await problemOf([...command.split(' '), option, first, `${option}=${second}`]);
      expect(said).toContain(`'${option}' was given two values`);
    },
  );

  test('is no matter where both are the same, or where it takes a list', async () => {
    expect(await problemOf(['pause', '--repo', 'acme/shop', '--repo', 'acme/shop', '--nothing'])).toContain(
      '--nothing',
    );
    expect(await problemOf(['list', '--repo', 'acme/shop', '--repo', 'acme/web', '--nothing'])).toContain(
      '--nothing',
    );
  });
});
