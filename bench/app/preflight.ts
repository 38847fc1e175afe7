import { createTwoFilesPatch } from 'diff';
import { median } from '../measure.ts';
import { startChild } from './child.ts';
import { percentile } from './load.ts';
import { atMost, plain, type Row } from './rows.ts';
import { REPOSITORY, type World } from './world.ts';

const FILES = ['src/orders.js', 'src/invoices.js', 'src/customers.js'];
const LINES = 400;

/** Lines that the patch changes in each file. */
const CHANGED = [57, 311];

/** A patch of three files, tried over HTTP on a repository on GitHub: what of that time is ours. */
export async function measurePreflight(
  world: World,
  { patches }: { readonly patches: number },
): Promise<readonly Row[]> {
  await world.github.commitFiles(
    REPOSITORY,
    'main',
    Object.fromEntries(FILES.map((path) => [path, text(path)])),
  );
  const settings = world.settings('preflight');
  const secret = await world.token(settings, 'preflight');
  const server = await startChild('app-server.ts', settings);
  try {
    const send = async (index: number) => {
      const answer = await fetch(`${server.url}/api/patches?dryRun=true`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: `try-${index}`, patch: patch(index) }),
      });
      const said = await answer.text();
      if (!answer.ok) {
        throw new Error(`the patch was answered with ${answer.status}: ${said}`);
      }
    };
    for (let index = 0; index < WARM_UP; index++) {
      await send(index);
    }
    await server.ownTimes();
    const before = await server.usage();
    for (let index = 0; index < patches; index++) {
      await send(WARM_UP + index);
    }
    const { cpu } = await server.usage();
    const times = (await server.ownTimes()).toSorted((one, other) => one - other);
    return [
      atMost('preflight of 3 files, our own time', median(times), LIMIT_MS, 'ms'),
      plain('its 95th percentile', percentile(times, 0.95), 'ms'),
      plain('its CPU time, with that of asking GitHub', (cpu - before.cpu) / patches, 'ms'),
    ];
  } finally {
    await server.stop();
  }
}

/** Milliseconds beyond the calls of GitHub's API. */
const LIMIT_MS = 25;

/** Patches after which the code has become fast. */
const WARM_UP = 30;

function patch(index: number) {
  const changes = FILES.map((path) => {
    const before = text(path);
    const lines = before.split('\n');
    for (const line of CHANGED) {
      lines[line] = `${lines[line]} // seen ${index}`;
    }
    return { kind: 'diff', diff: createTwoFilesPatch(`a/${path}`, `b/${path}`, before, lines.join('\n')) };
  });
  return { version: 1, title: `Patch ${index}`, changes };
}

function text(path: string): string {
  const lines = Array.from(
    { length: LINES },
    (_, index) => `export const value${index} = ${index * 7}; // ${path}`,
  );
  return `${lines.join('\n')}\n`;
}
