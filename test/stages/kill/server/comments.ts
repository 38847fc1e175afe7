import { createComments } from '../../../../src/app/comments.ts';
import { openSqliteStore } from '../../../../src/io/store/sqlite.ts';
import type { Scene } from '../scene.ts';
import type { Story } from '../story.ts';
import { ASKED } from './asked.ts';
import { openPlace, type Process, wellProcess } from './place.ts';

/** Comments that the server answers where no workflow does; GitHub sends the webhook again where that went wrong. */
export const SERVER_COMMENTS: readonly Story[] = [
  {
    name: 'the server, a comment that rejects',
    before: async (scene) => {
      const store = await openSqliteStore(':memory:');
      await ASKED.reject.before(scene);
      const body = '/ghost reject it is not needed';
      const id = await scene.person('rita').comment(1, body);
      const hear = (process: Process) => answer(scene, process, { id, body });
      return {
        work: (within, through) => hear({ store, within, through }),
        died: () => {},
        again: async () => {
          // Then it is due again; GitHub may send it again too, and a person asks again who was told that it broke.
          scene.pass(LEASE_HOURS);
          await hear(wellProcess(scene, store));
          await scene.command('rita', 'reject new');
          const [pull] = (await scene.snapshot()).pullRequests;
          const answers = pull?.comments.filter((one) => one.body.includes(`reply to ${id} -->`)) ?? [];
          const times = answers.length === 1 ? [] : [`the comment was answered ${answers.length} times`];
          return [...times, ...(await ASKED.reject.goal(scene))];
        },
      };
    },
  },
];

/** A little more than a comment belongs to a server that died, or rests after it could not be answered. */
const LEASE_HOURS = 0.01;

/** Takes the webhook as GitHub sends it, each time the same, and answers what is due, as the server does each second. */
async function answer(
  scene: Scene,
  process: Process,
  { id, body }: { readonly id: number; readonly body: string },
): Promise<void> {
  const { context } = openPlace(scene, process, { login: OWNER });
  const draining = new AbortController().signal;
  const comments = createComments({ context, draining, log: SILENT });
  await comments.keep({
    repository: { full_name: scene.repository },
    issue: { number: 1, title: 'Change new' },
    comment: {
      id,
      html_url: `${scene.github.url}/${scene.repository}/pull/1#issuecomment-${id}`,
      body,
      created_at: LONG_AGO,
      user: { login: 'rita' },
    },
  });
  await Promise.all(await comments.beginDue());
}

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** Whose token the ports of a scene have. */
const OWNER = 'acme';

/** Before any answer. */
const LONG_AGO = '2010-01-01T00:00:00Z';
