import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nat, sample } from 'fast-check';
import { commitAt } from '../../local/github/commits.ts';
import { findLies } from '../kill/lies.ts';
import { openScene, type Scene } from '../kill/scene.ts';
import { SERVER } from '../kill/server/stories.ts';
import { STORIES } from '../kill/stories.ts';
import { SCHEDULE, type Story } from '../kill/story.ts';
import { type Servers, startServers } from '../watch/world.ts';
import { FAULT_KINDS, type FaultKind } from './kinds.ts';
import { createTrial, type Fault } from './trial.ts';
import { openWire } from './wire.ts';

/** `all`: every fault at every port call. Else one for each story, the kinds in turn and the calls by the seed, and those that were found once. */
const EVERY_CALL = process.env['GHOST_FAULTS'] === 'all';
const SEED = Number(process.env['GHOST_FAULTS_SEED'] ?? 1);

const ALL: readonly Story[] = [...STORIES, ...SERVER];

let servers: Servers;
let wire: ReturnType<typeof openWire>;
let tried = 0;
beforeAll(async () => {
  servers = await startServers();
  wire = openWire();
});
afterAll(async () => {
  process.stdout.write(`${tried} faults${EVERY_CALL ? ', which are all' : ` with the seed ${SEED}`}\n`);
  wire.close();
  await servers.close();
});

const TAKEN = EVERY_CALL ? ALL : ALL.filter(({ seldom }) => seldom !== true);

describe.each(TAKEN)('whatever fails at $name', (story) => {
  test(
    'leaves no lie, and nothing that one pass of the watch does not put right',
    async () => {
      const lies: object[] = [];
      for (const fault of faultsOf(story, await rehearse(story))) {
        const found = await failAt(story, fault).catch((error: unknown) => [`it broke: ${String(error)}`]);
        tried += 1;
        if (found.length > 0) {
          lies.push({ ...fault, found });
        }
      }
      expect(lies).toEqual([]);
    },
    EVERY_CALL ? 1_200_000 : 60_000,
  );
});

/** What the process calls when nothing fails. */
async function rehearse(story: Story): Promise<readonly string[]> {
  const scene = await openScene(servers, story);
  const { work } = await story.before(scene);
  const trial = createTrial(scene.context, null, () => {});
  await trial.run(work);
  return trial.calls;
}

type NamedFault = Fault & { readonly name: string };

function faultsOf(story: Story, calls: readonly string[]): readonly NamedFault[] {
  if (EVERY_CALL) {
    return calls.flatMap((name, index) => FAULT_KINDS.map((kind) => ({ name, call: index + 1, kind })));
  }
  const number = ALL.indexOf(story);
  const kind = FAULT_KINDS[number % FAULT_KINDS.length] ?? 'fails once';
  const [index = 0] = sample(nat(calls.length - 1), { seed: SEED + number, numRuns: 1 });
  const found = FOUND.filter((known) => known.story === story.name).map((known) => ({
    ...known,
    call: calls.indexOf(known.name) + 1,
  }));
  return [{ name: calls[index] ?? '', call: index + 1, kind }, ...found];
}

/**
 * Those that once left a lie: a deleted record, a pull request that its record denied, a second message, a page that
 * denied what could not be looked up, a comment that was answered twice, an answer that stood there three times.
 */
const FOUND: readonly { readonly story: string; readonly name: string; readonly kind: FaultKind }[] = [
  { story: 'apply, of a new patch', name: 'chat.post', kind: 'answers nothing' },
  ...(['repository.write', 'forge.openPullRequest'] as const).map((name) => ({
    story: 'publish, after tests with the verdict passed',
    name,
    kind: 'answers half' as const,
  })),
  {
    story: 'publish, after tests with the verdict passed',
    name: 'forge.openPullRequest',
    kind: 'fails after its effect',
  },
  { story: 'the dashboard, a press of reject', name: 'people.roleOf', kind: 'fails once' },
  { story: 'the server, a comment that rejects', name: 'conversation.react', kind: 'fails once' },
  {
    story: 'the server, a comment that rejects',
    name: 'conversation.comment',
    kind: 'fails after its effect',
  },
];

/** Gives everything that is wrong afterwards. */
async function failAt(story: Story, fault: Fault): Promise<readonly string[]> {
  const scene = await openScene(servers, story);
  const deed = await story.before(scene);
  const before = await headOfMain(scene);
  const trial = createTrial(scene.context, fault, (seconds) => scene.pass(seconds / 3600));
  const { threw } = await trial.run(deed.work);
  if (trial.calls[fault.call - 1] === undefined) {
    return ['the fault was never met'];
  }
  if (threw === undefined) {
    await deed.goOn?.();
  } else {
    (deed.died ?? (() => scene.endAll('failure')))();
  }
  const told = (await deed.told?.()) ?? [];
  const hasty = await findUntested(scene);
  scene.pass(OUTAGE_HOURS);
  await scene.runSent();
  await scene.watch(SCHEDULE);
  await scene.runSent();
  const lies = [...(await findLies(scene)), ...(await findUntested(scene))];
  const restless = deed.moreToCome === true ? [] : await findRestlessness(scene);
  const broken = (await deed.again?.()) ?? [];
  const later = deed.again === undefined ? [] : await findLies(scene);
  const moved = before === (await headOfMain(scene)) ? [] : ['the base branch was moved'];
  return [...told, ...hasty, ...lies, ...restless, ...broken, ...later, ...moved];
}

/** Longer than the watch's lease; the next hour's pass finds the platforms well. */
const OUTAGE_HOURS = 0.3;

async function headOfMain(scene: Scene): Promise<string> {
  return (await commitAt(scene, 'refs/heads/main')).oid;
}

/** A pull request is ready only with tests that passed, of exactly its head; what people push is theirs. */
async function findUntested(scene: Scene): Promise<readonly string[]> {
  const { pullRequests } = await scene.snapshot();
  const ready = pullRequests.filter(({ state, draft }) => state === 'open' && !draft);
  const found = ready.map(async ({ head, headSha }) => {
    const record = await scene.record(head.replace(/^ghost\//, ''));
    const { outcome, tests } = record;
    const known = tests ?? (outcome !== undefined && 'tests' in outcome ? outcome.tests : undefined);
    const theirs = record.head !== headSha;
    return theirs || (known?.verdict === 'passed' && known.sha === headSha)
      ? []
      : [`${head} is ready, and ${headSha} was not tested`];
  });
  return (await Promise.all(found)).flat();
}

async function findRestlessness(scene: Scene): Promise<readonly string[]> {
  const settled = JSON.stringify(await scene.everything());
  const { found } = await scene.watch(SCHEDULE);
  return settled === JSON.stringify(await scene.everything())
    ? []
    : [`the second pass changed something: ${JSON.stringify(found)}`];
}
