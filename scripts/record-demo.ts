/** Runs the demo and draws what it showed, for the README: `npm run docs:recording`. Takes as long as the demo. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS, drawRecording } from './recording-svg.ts';
import { recordLines, type Written } from './terminal-recording.ts';

const root = join(import.meta.dirname, '..');

/** What stands in a terminal before the program says anything. */
const PROMPT: Written = { at: 0, text: '$ npm run demo\n' };

writeFileSync(
  join(root, 'docs/demo.svg'),
  drawRecording(recordLines([PROMPT, ...(await watchDemo())], { columns: COLUMNS, beginsPart }), {
    title: 'npm run demo, in a terminal',
    description:
      'Four patches are sent to a local GitHub: a good one becomes a pull request, one that breaks a test a draft, one that does not fit is refused with the nearest lines, and the good one once more is a duplicate. Pull requests, statuses and Slack messages are shown as they were found.',
  }),
);

/** The local servers' ports and the commits' names are those of that run; nothing else of the machine is in it. */
async function watchDemo(): Promise<readonly Written[]> {
  const written: Written[] = [];
  const startedAt = performance.now();
  const demo = spawn(process.execPath, ['src/cli/bin.ts', 'demo'], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => written.push({ at: performance.now() - startedAt, text }));
  }
  const [code] = await once(demo, 'close');
  if (code !== 0) {
    throw new Error(`the demo ended with ${String(code)}; run it alone to see why`);
  }
  return written;
}

function beginsPart(line: string): boolean {
  return line.startsWith('━━') || line.startsWith('✔ a good patch');
}
