import { formatEffect } from '../../../src/apply/generated/effect.ts';
import { rebuildTree } from '../../../src/io/git/tree.ts';
import { objectId } from '../../../src/io/object-id.ts';
import { createSecretScanner } from '../../../src/io/secrets.ts';
import type { ApplyReport } from '../../../src/stages/apply.ts';
import { publish } from '../../../src/stages/publish.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import { handoverOf } from '../watch/world.ts';
import type { Scene } from './scene.ts';
import { expectKinds, payload, type Story, write } from './story.ts';

const CONFIG = 'commands:\n  make: echo made > made.txt\ntest:\n  command: npm test\n';

/** A patch whose commands made something that has to be committed, tested and published as one. */
export const GENERATED: readonly Story[] = [
  {
    name: 'publish, of what named commands made',
    config: CONFIG,
    before: async (scene) => {
      const report = await scene.apply(payload('new', {}, changes('b.txt')));
      return { work: (within) => publishGenerated(scene, report, within) };
    },
  },
  {
    name: 'publish, of a revision with what named commands made',
    config: CONFIG,
    before: async (scene) => {
      const first = await scene.apply(payload('revised', {}, changes('b.txt')));
      await publishGenerated(scene, first, scene.context);
      const report = await scene.apply(payload('revised', {}, changes('c.txt')));
      return {
        work: (within) => publishGenerated(scene, report, within),
        again: () => expectKinds(scene, { revised: 'updated or crashed or opened' }),
      };
    },
  },
];

function changes(path: string): readonly object[] {
  return [...write(path), { kind: 'run', command: 'make' }];
}

/** The publish job after a test job in which the command made one file, and the tests passed. */
async function publishGenerated(scene: Scene, report: ApplyReport, within: WatchContext): Promise<void> {
  const handover = handoverOf(report);
  const bytes = Buffer.from('made\n');
  const tree = await treeWith(scene, handover.head, { path: 'made.txt', bytes });
  const passed = {
    verdict: 'passed',
    sha: handover.head,
    command: 'npm test',
    exitCode: 0,
    seconds: 3,
    tree,
  };
  await publish({ ...within, secrets: createSecretScanner(), run: report.view.record.run }, handover, {
    result: 'success',
    report: JSON.stringify({ ...passed, failingLines: [], tail: 'ok', outputBytes: 2 }),
    effect: formatEffect([{ path: 'made.txt', mode: '100644', before: null, after: bytes }]),
  });
  scene.endAll('success');
}

/** As the test job finds it out: what git makes of the commit and one more file. */
async function treeWith(
  scene: Scene,
  sha: string,
  { path, bytes }: { readonly path: string; readonly bytes: Buffer },
): Promise<string> {
  const listed = (await scene.git('ls-tree', sha)).split('\n').map((line) => {
    const [head = '', name = ''] = line.split('\t');
    const [mode = '', , oid = ''] = head.split(' ');
    return Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(oid, 'hex')]);
  });
  const blob = objectId('blob', bytes);
  return rebuildTree(new Map([['', Buffer.concat(listed)]]), [{ path, mode: '100644', blob }]).root;
}
