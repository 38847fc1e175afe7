import { execFileSync } from 'node:child_process';
import { formatControl } from '../../../src/control/control.ts';
import { CONTROL_REF, type PatchRecord } from '../../../src/record/record.ts';
import { formatRecord } from '../../../src/record/text.ts';
import type { World } from './world.ts';

/** Records of other patches that say the same as one at `ref` but for the run of each, made by git in one go. */
export async function seedRecords(
  world: World,
  {
    record,
    ref,
    count,
    firstRun,
  }: {
    readonly record: PatchRecord;
    readonly ref: string;
    readonly count: number;
    /** Id of the first one's run; that of `record` for all where absent. */
    readonly firstRun?: number;
  },
): Promise<void> {
  const tree = await world.git('rev-parse', `${ref}^{tree}`);
  const seconds = Math.floor(world.time.now.getTime() / 1000);
  const commands = Array.from({ length: count }, (_, index) => {
    const id = `seed-${index}`;
    const run = firstRun === undefined ? record.run : { ...record.run, id: firstRun + index };
    const message = formatRecord({ ...record, id, run }, { headline: id, detail: '' });
    return `commit refs/ghost/patches/${id}\ncommitter t <t@example.com> ${seconds} +0000\ndata ${Buffer.byteLength(message)}\n${message}\nM 040000 ${tree} \n\n`;
  });
  importAll(world, commands);
}

/** Entries in the log of patches that were sent in the name of a person, made by git in one go. */
export async function seedCommands(world: World, count: number): Promise<void> {
  const [from, tree] = [
    await world.git('rev-parse', CONTROL_REF),
    await world.git('rev-parse', `${CONTROL_REF}^{tree}`),
  ];
  const at = world.time.now.toISOString();
  const seconds = Math.floor(world.time.now.getTime() / 1000);
  const commands = Array.from({ length: count }, (_, index) => {
    const act = { verb: 'apply', surface: 'api', by: 'ada', at, patch: `seed-${index}` } as const;
    const message = formatControl({ version: 1, switches: [], act });
    const parent = index === 0 ? `from ${from}\n` : '';
    return `commit ${CONTROL_REF}\ncommitter t <t@example.com> ${seconds} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n${parent}M 040000 ${tree} \n\n`;
  });
  importAll(world, commands);
}

function importAll(world: World, commands: readonly string[]): void {
  const { directory } = world.github.repository(world.repository).store;
  execFileSync('git', ['-C', directory, 'fast-import', '--quiet'], { input: commands.join('') });
}
