import { setTimeout as delay } from 'node:timers/promises';
import { createRandom, type Random } from '../../bench/apply/random.ts';
import { judge, type Verdict } from './judge.ts';
import { makePlan, type Plan } from './plan.ts';
import { sendAll } from './senders.ts';
import { raiseStorm } from './storm.ts';
import { openWorld, type World } from './world.ts';

export type ChaosOptions = {
  readonly patches: number;
  readonly store: 'sqlite' | 'postgres';
  readonly seed: number;
  /** Told what goes on, a line at a time. */
  readonly say: (line: string) => void;
};

/** What came of it, as the last line of the run has it. */
export type Figures = {
  readonly patches: number;
  readonly acknowledged: number;
  /** Acknowledged, and without the one outcome that is true. */
  readonly lost: number;
  /** With more than one branch, pull request or message. */
  readonly twice: number;
  /** Not at the end, or told otherwise somewhere. */
  readonly unsettled: number;
  /** Processes of servers and runners that got SIGKILL. */
  readonly kills: number;
  /** Calls to GitHub and Slack that failed. */
  readonly faults: number;
  readonly seconds: number;
};

/**
 * Sends patches by three doors, one to three times each, while three of ten calls to GitHub and Slack fail and servers
 * and runners are killed at random. Then the platforms are well again, time passes, the watch makes two passes, and
 * what is in the repositories is held against what was acknowledged.
 */
export async function runChaos(options: ChaosOptions): Promise<Figures> {
  const { patches, store, seed, say } = options;
  const started = performance.now();
  const plan = makePlan(patches, createRandom(seed));
  const world = await openWorld(plan, store);
  try {
    const bases = await readBases(world, plan);
    const { acknowledged, kills, faults } = await weather(world, plan, options);
    await calmDown(world, plan, say);
    const verdict = await judge({ sandbox: world.sandbox, plan, acknowledged, bases });
    report(verdict, say);
    return {
      patches,
      acknowledged: acknowledged.size,
      lost: verdict.lost.size,
      twice: verdict.twice.size,
      unsettled: verdict.unsettled.size,
      kills,
      faults,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    await world.close();
  }
}

async function readBases({ sandbox }: World, { repositories }: Plan): Promise<ReadonlyMap<string, string>> {
  const heads = repositories.map(
    async (name) => [name, (await sandbox.github.git(name, 'rev-parse', 'refs/heads/main')).trim()] as const,
  );
  return new Map(await Promise.all(heads));
}

/** Sends everything through the storm, and waits until all runs that began in it have ended. */
async function weather(world: World, plan: Plan, { patches, seed, say }: ChaosOptions) {
  const { sandbox, servers, runner, tokens } = world;
  const storm = raiseStorm(sandbox, createRandom(seed + 1));
  const killer = planKills(world, plan, { patches, random: createRandom(seed + 2) });
  const acknowledged = await sendAll(plan.deliveries, {
    random: createRandom(seed + 3),
    apiUrl: sandbox.github.apiUrl,
    servers: servers.urls,
    ...tokens,
    onDelivery: (sent) => {
      killer.see(sent);
      say(`${sent} of ${plan.deliveries.length} deliveries, ${storm.faults()} faults`);
    },
  });
  await sandbox.github.settled();
  await runner.idle();
  storm.end();
  return { acknowledged, kills: killer.kills(), faults: storm.faults() };
}

const KILLS_PER_PATCH = 0.12;

/** Servers and workers by turns, at random moments: `see` is called when so many deliveries were made. */
function planKills(
  { servers, workers }: World,
  { deliveries }: Plan,
  { patches, random }: { readonly patches: number; readonly random: Random },
): { see(sent: number): void; kills(): number } {
  const moments = Array.from({ length: Math.ceil(patches * KILLS_PER_PATCH) }, (_, index) => ({
    at: random.int(1, deliveries.length),
    victim: [workers, servers][index % 2] ?? workers,
  }));
  let kills = 0;
  return {
    see: (sent) => {
      kills += moments.filter(({ at, victim }) => at === sent && victim.kill(random)).length;
    },
    kills: () => kills,
  };
}

/** All processes end, and start anew after every lease and every pause has run out. */
async function calmDown(world: World, { repositories }: Plan, say: (line: string) => void): Promise<void> {
  const { sandbox, runner, store } = world;
  await world.passTime(LEASES_MS);
  do {
    await delay(LOOK_MS);
    await sandbox.github.settled();
    await runner.idle();
  } while ((await store.outbox.waiting()).entries > 0);
  for (let pass = 1; pass <= PASSES; pass += 1) {
    for (const repository of repositories) {
      const end = await runner.watch(repository, 'schedule');
      say(`pass ${pass} over ${repository}: ${end?.kind === 'ended' ? end.said : 'it died'}`);
    }
    await sandbox.github.settled();
    await runner.idle();
  }
}

/** Longer than the leases of the watch and of the outbox. */
const LEASES_MS = 21 * 60_000;

/** Longer than a server takes to look at its outbox. */
const LOOK_MS = 1_500;

const PASSES = 2;

function report({ lost, twice, unsettled, outcomes }: Verdict, say: (line: string) => void): void {
  say(`outcomes: ${JSON.stringify(outcomes)}`);
  for (const [what, wrong] of Object.entries({ lost, twice, unsettled })) {
    for (const [id, why] of wrong) {
      say(`${what}: ${id}: ${why}`);
    }
  }
}
