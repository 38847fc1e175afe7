import { answerComment } from '../../../src/stages/control/comment.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import type { Scene } from './scene.ts';
import { expectKinds, payload, type Story, write } from './story.ts';

/** Commands that somebody writes below an issue or a pull request, as the workflow answers them. */
export const COMMENTS: readonly Story[] = [
  {
    name: 'reject, by a comment',
    before: async (scene) => {
      await scene.deliver(payload('new'));
      const body = '/ghost reject new it is not needed';
      const id = await scene.person('rita').comment(1, body);
      return {
        work: (within) => answerComment(within, { id, number: 1, author: 'rita', body }),
        again: async () => {
          await scene.command('rita', 'reject new');
          return expectKinds(scene, { new: 'closed' });
        },
      };
    },
  },
  {
    name: 'apply, by a comment',
    before: async (scene) => {
      const { number } = await scene.context.conversation.openIssue({
        title: 'Add a file',
        body: '',
        labels: [],
      });
      const patch = { version: 1, id: 'written', title: 'Add a file', changes: write('b.txt') };
      const body = `/ghost apply\n\n\`\`\`json\n${JSON.stringify(patch)}\n\`\`\`\n`;
      const id = await scene.person('rita').comment(number, body);
      const answer = (within: WatchContext) => answerComment(within, { id, number, author: 'rita', body });
      return {
        work: answer,
        died: () => {},
        again: async () => {
          await answer(scene.context);
          await scene.runSent();
          return [...(await expectKinds(scene, { written: 'opened' })), ...(await findMore(scene))];
        },
      };
    },
  },
];

/** One comment is one patch, however often it is read. */
async function findMore(scene: Scene): Promise<readonly string[]> {
  const { attempt } = await scene.record('written');
  const { length } = (await scene.snapshot()).pullRequests;
  return attempt === 1 && length === 1 ? [] : [`${length} pull requests, at attempt ${attempt}`];
}
