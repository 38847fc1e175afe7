import { setTimeout as delay } from 'node:timers/promises';
import { MISFIT } from '../../local/sample/patches.ts';
import type { LocalMessage } from '../../local/slack/message.ts';
import { DEMO_MEMBER, type FrontDoor, PERSON } from './front-door.ts';
import { describe, fact, pullRequest } from './looks.ts';
import type { AppStep } from './step.ts';

/** What a person does in Slack, and what they and the channel see. */
export const SLACK_STEPS: readonly AppStep[] = [
  {
    name: 'slash',
    who: PERSON,
    does: 'types /ghost whoami in Slack',
    take: async (door) => {
      const { slack } = door.sandbox;
      const seen = countPrivate(door);
      const { ok, milliseconds } = await slack.people.command({ person: DEMO_MEMBER, text: 'whoami' });
      const answer = await nextPrivate(door, seen);
      return [
        fact('acknowledged', `in ${milliseconds} ms`, ok),
        fact('answer', answer, answer.includes(PERSON)),
      ];
    },
  },
  {
    name: 'pressed',
    who: PERSON,
    does: 'presses Reject under a message in Slack',
    take: async (door) => {
      const { slack } = door.sandbox;
      const message = messageOf(door, MISFIT.id);
      if (message === undefined) {
        return [fact('message', 'none', false)];
      }
      const seen = countPrivate(door);
      const { ok, milliseconds } = await slack.people.press({
        person: DEMO_MEMBER,
        message,
        action: 'ghost.reject',
      });
      const answer = await nextPrivate(door, seen);
      const thread = slack.replies(message.ts).map(({ content }) => content.text);
      const text = messageOf(door, MISFIT.id)?.content.text ?? '';
      return [
        fact('acknowledged', `in ${milliseconds} ms`, ok),
        fact('answer', answer, answer.includes('reject: done')),
        fact('thread', describe(thread), thread.length === 1),
        fact('message', text, text.includes('Closed')),
        ...(await pullRequest(door, MISFIT.id, 'closed')),
      ];
    },
  },
];

function messageOf({ sandbox }: FrontDoor, id: string): LocalMessage | undefined {
  return sandbox.slack.messages().find(({ content }) => content.metadata?.event_payload['id'] === id);
}

function privateOnes({ sandbox }: FrontDoor): readonly LocalMessage[] {
  return sandbox.slack.messages().filter(({ visibleTo }) => visibleTo === DEMO_MEMBER.id);
}

function countPrivate(door: FrontDoor): number {
  return privateOnes(door).length;
}

/** What only the person sees next, after the acknowledgement; empty where nothing came. */
async function nextPrivate(door: FrontDoor, seen: number): Promise<string> {
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const next = privateOnes(door)[seen];
    if (next !== undefined) {
      return next.content.text;
    }
    await delay(BETWEEN_LOOKS_MS);
  }
  return '';
}

const BETWEEN_LOOKS_MS = 50;
const MAX_LOOKS = 600;
