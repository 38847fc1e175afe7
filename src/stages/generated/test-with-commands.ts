import { formatEffect, formatTooLarge, MAX_EFFECT_CHARACTERS } from '../../apply/generated/effect.ts';
import { MAX_FILE_BYTES, MAX_FILES } from '../../patch/limits.ts';
import type { NamedCommand } from '../../policy/commands.ts';
import type { TestReport } from '../../record/outcome.ts';
import type { Checkout, Oid, TestProcess } from '../ports.ts';
import { test } from '../test.ts';

/** What the job without rights hands over. */
export type Tested = {
  readonly report: TestReport;
  /** What the commands made of the files; null: they did not end well. */
  readonly effect: MadeEffect | null;
};

/** `text` is what apply/generated/read-effect.ts reads. */
export type MadeEffect = { readonly text: string; readonly files: number };

/**
 * Runs named commands on the tree that was checked out, looks at what they changed, and runs the tests on that. Where
 * a command does not end well, nothing after it runs. As in `test`, all of it is a claim.
 */
export async function testWithCommands(
  { runner, checkout }: { readonly runner: TestProcess; readonly checkout: Checkout },
  request: Parameters<typeof test>[1] & { readonly commands: readonly NamedCommand[] },
): Promise<Tested> {
  const { commands, ...tests } = request;
  const { sha, directory } = tests;
  const before = await checkout.writeTree(sha);
  for (const { name, command, timeoutMinutes } of commands) {
    const ended = await runner.run({ command, directory, timeoutSeconds: timeoutMinutes * 60 });
    if (ended.verdict !== 'passed') {
      return { report: { ...ended, sha, during: name }, effect: null };
    }
  }
  // Before the tests run: what they leave behind is nobody's change.
  const { tree, effect } = await look(checkout, { sha, before });
  return { report: { ...(await test(runner, tests)), ...(tree === null ? {} : { tree }) }, effect };
}

async function look(
  checkout: Checkout,
  { sha, before }: { readonly sha: Oid; readonly before: Oid },
): Promise<{ readonly tree: Oid | null; readonly effect: MadeEffect }> {
  const after = await checkout.writeTree(sha);
  const limits = { maxFiles: MAX_FILES, maxBytes: MAX_FILE_BYTES };
  const compared = await checkout.compare({ sha, before, after, ...limits });
  if (compared.kind === 'too_large') {
    return tooLarge(compared.files);
  }
  const { tree, files } = compared;
  const text = formatEffect(files);
  return text.length > MAX_EFFECT_CHARACTERS
    ? tooLarge(files.length)
    : { tree, effect: { text, files: files.length } };
}

function tooLarge(files: number): { readonly tree: null; readonly effect: MadeEffect } {
  return { tree: null, effect: { text: formatTooLarge(files), files } };
}
