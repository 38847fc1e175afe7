import { setTimeout as delay } from 'node:timers/promises';
import { FAILING, GOOD, MISFIT } from '../../local/sample/patches.ts';
import type { Fact } from '../drill/line.ts';
import { type Answer, DEMO_REPOSITORY, type FrontDoor, PERSON } from './front-door.ts';
import { answered, describe, ending, fact, pullRequest, said } from './looks.ts';
import type { AppStep } from './step.ts';

const GPT = 'the GPT';

export const STEPS: readonly AppStep[] = [
  {
    name: 'ready',
    who: GPT,
    does: 'asks the server whether it can take patches',
    take: async ({ request }) => {
      const { status, body } = await request('GET', '/ready');
      return [answered(status, 200), said(body, 'ready', true)];
    },
  },
  {
    name: 'refused',
    who: GPT,
    does: 'sends a patch for a text that the file does not have',
    take: async ({ request, sandbox }) => {
      const { status, body } = await request('POST', '/api/patches', MISFIT);
      return [
        answered(status, 422),
        said(body, 'outcome', 'refused'),
        fact('nearest lines', describe(nearestOf(body)), nearestOf(body) !== undefined),
        fact('runs started', String(runsOf(sandbox)), runsOf(sandbox) === 0),
      ];
    },
  },
  {
    name: 'corrected',
    who: GPT,
    does: 'sends the correction that came with the refusal',
    take: async ({ request }) => {
      const refused = await request('POST', '/api/patches', MISFIT);
      const { status, body } = await request(
        'POST',
        '/api/patches',
        withChanges([correctionOf(refused.body)]),
      );
      return [answered(status, 202), said(body, 'outcome', 'accepted')];
    },
  },
  {
    name: 'previewed',
    who: GPT,
    does: 'asks whether another patch would fit',
    take: async ({ request }) => {
      const { status, body } = await request('POST', '/api/patches?dryRun=true', GOOD);
      return [answered(status, 200), said(body, 'outcome', 'fits')];
    },
  },
  {
    name: 'accepted',
    who: GPT,
    does: 'sends it',
    take: async ({ request }) => {
      const { status, body } = await request('POST', '/api/patches', GOOD);
      return [answered(status, 202), said(body, 'outcome', 'accepted')];
    },
  },
  {
    name: 'waited',
    who: GPT,
    does: 'waits for its end with one request',
    take: async (door) => [
      ...(await ending(door, GOOD.id, 'opened')),
      ...(await pullRequest(door, GOOD.id, 'ready for review')),
    ],
  },
  {
    name: 'duplicate',
    who: GPT,
    does: 'sends it once more',
    take: async ({ request, sandbox }) => {
      const before = runsOf(sandbox);
      const { status, body } = await request('POST', '/api/patches', GOOD);
      return [
        answered(status, 202),
        said(body, 'outcome', 'duplicate'),
        fact('runs started', String(runsOf(sandbox) - before), runsOf(sandbox) === before),
      ];
    },
  },
  {
    name: 'failed',
    who: GPT,
    does: 'waits for the corrected one, which breaks a test',
    take: async (door) => [
      ...(await ending(door, MISFIT.id, 'tests_failed')),
      ...(await pullRequest(door, MISFIT.id, 'draft')),
    ],
  },
  {
    name: 'revised',
    who: GPT,
    does: 'reads the line that failed, and sends a better patch under the same id',
    take: async (door) => {
      const { status } = await door.request('POST', '/api/patches', withChanges(REVISED));
      return [
        answered(status, 202),
        ...(await ending(door, MISFIT.id, 'updated')),
        ...(await pullRequest(door, MISFIT.id, 'ready for review')),
      ];
    },
  },
  {
    name: 'paused',
    who: PERSON,
    does: 'pauses the repository',
    take: async ({ command }) => {
      const { status, body } = await command('/api/control', { command: 'pause having lunch' });
      return [answered(status, 200), said(body, 'done', 'done'), said(body, 'confirmed', true)];
    },
  },
  {
    name: 'held',
    who: GPT,
    does: 'sends one more, which is kept until the pause ends',
    take: async (door) => {
      const { status, body } = await door.request('POST', '/api/patches', FAILING);
      return [answered(status, 202), said(body, 'outcome', 'held'), ...(await held(door, FAILING.id))];
    },
  },
  {
    name: 'resumed',
    who: PERSON,
    does: 'lets it go on; it breaks a test, so its pull request is a draft',
    take: async (door) => {
      const { status, body } = await door.command('/api/control', { command: 'resume' });
      return [
        answered(status, 200),
        said(body, 'confirmed', true),
        ...(await ending(door, FAILING.id, 'tests_failed')),
      ];
    },
  },
  {
    name: 'rejected',
    who: PERSON,
    does: 'does not want it',
    take: async (door) => {
      const path = `/api/patches/${FAILING.id}/reject`;
      const { status, body } = await door.command(path, { reason: 'discounts are rounded on purpose' });
      return [
        answered(status, 200),
        said(body, 'confirmed', true),
        ...(await pullRequest(door, FAILING.id, 'closed')),
      ];
    },
  },
  {
    name: 'shown',
    who: PERSON,
    does: 'signs in to the dashboard by a link, and looks at the list',
    take: async ({ url, makeSignInUrl }) => {
      const signedIn = await fetch(makeSignInUrl(), { redirect: 'manual' });
      const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
      const page = await fetch(url, { headers: { cookie: cookie.join('; ') } });
      const isThere = (await page.text()).includes(String(GOOD.patch['title']));
      return [
        answered(page.status, 200),
        fact(`dashboard, ${GOOD.id}`, isThere ? 'shown' : 'missing', isThere),
      ];
    },
  },
  {
    name: 'told',
    who: GPT,
    does: 'looks at what the event stream told meanwhile',
    take: async ({ events }) => {
      const told = events.about(GOOD.id);
      return [
        fact(`events of ${GOOD.id}`, told.join(', '), told[0] === 'queued' && told.at(-1) === 'opened'),
      ];
    },
  },
  {
    name: 'slack',
    who: GPT,
    does: 'looks into the channel',
    take: async ({ sandbox }) =>
      [GOOD.id, MISFIT.id].map((id) => {
        const messages = sandbox.slack
          .messages()
          .filter(({ content }) => content.metadata?.event_payload['id'] === id);
        const edits = messages[0]?.edits.length ?? 0;
        return fact(
          `messages of ${id}`,
          `${messages.length}, edited ${edits} ${edits === 1 ? 'time' : 'times'}`,
          messages.length === 1 && (id === GOOD.id || edits > 0),
        );
      }),
  },
  {
    name: 'listed',
    who: GPT,
    does: 'lists what came through',
    take: async ({ request }) => {
      const { status, body } = await request('GET', '/api/patches?state=done');
      const patches = Array.isArray(body['patches']) ? body['patches'] : [];
      return [
        answered(status, 200),
        fact('deliveries that are done', String(patches.length), patches.length >= 2),
      ];
    },
  },
];

/** What the refused patch wanted, with the name that the file has, and the test that goes with it. */
const REVISED = [
  {
    kind: 'edit',
    path: 'src/format.js',
    find: 'return (cents / 100).toFixed(2);',
    replace: 'return `€ ${(cents / 100).toFixed(2)}`;',
  },
  { kind: 'edit', path: 'test/format.test.js', find: "'0.05'", replace: "'€ 0.05'" },
];

function withChanges(changes: readonly unknown[]): object {
  return { ...MISFIT, patch: { ...MISFIT.patch, changes } };
}

function runsOf({ engine }: FrontDoor['sandbox']): number {
  return engine.runs(DEMO_REPOSITORY).length;
}

function correctionOf(body: Answer['body']): unknown {
  return dataOf(body)['correction'];
}

function nearestOf(body: Answer['body']): unknown {
  return dataOf(body)['nearest'];
}

/** Facts of the first refusal. */
function dataOf(body: Answer['body']): { readonly [name: string]: unknown } {
  const [refusal] = Array.isArray(body['refusals']) ? (body['refusals'] as readonly unknown[]) : [];
  const data = typeof refusal === 'object' && refusal !== null && 'data' in refusal ? refusal.data : null;
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

/** Until the run has noted that it waits. */
async function held({ request }: FrontDoor, id: string): Promise<readonly Fact[]> {
  for (let looks = 0; ; looks++) {
    const { body } = await request('GET', `/api/patches/${id}`);
    if (body['stage'] === 'held' || looks === MAX_LOOKS) {
      return [said(body, 'stage', 'held')];
    }
    await delay(BETWEEN_LOOKS_MS);
  }
}

const BETWEEN_LOOKS_MS = 250;
const MAX_LOOKS = 120;
