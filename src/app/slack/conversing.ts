import { postInThread, suggestPrompts } from '../../io/slack.ts';
import { formatNotice } from '../../report/slack-details.ts';
import { carryOut, readAsked } from './commanding.ts';
import type { SlackEvent } from './requests.ts';
import type { SlackWork } from './working.ts';

/**
 * Takes what somebody wrote to the app itself, or that they opened its assistant. The same grammar as everywhere:
 * threads know no slash commands, and here none is needed.
 */
export function takeEvent(work: SlackWork, event: SlackEvent): void {
  const { slack } = work;
  const { id, thread, text, visitor } = event;
  work.once(id, async () => {
    if (event.kind === 'opened') {
      await suggestPrompts(slack, thread, PROMPTS);
      return;
    }
    const read = readAsked(text);
    await postInThread(
      slack,
      thread,
      read.ok ? await carryOut(work, visitor, read.asked) : formatNotice(read.problem),
    );
  });
}

/** What the assistant offers to somebody who has not written yet; looking does no harm. */
const PROMPTS = [
  { title: 'Where do the patches stand?', message: 'status' },
  { title: 'Who commanded what?', message: 'audit' },
  { title: 'What may I do?', message: 'whoami' },
  { title: 'What can be written here?', message: 'help' },
];
