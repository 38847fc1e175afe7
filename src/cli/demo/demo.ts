import { join } from 'node:path';
import { createOctokit } from '../../io/github/client.ts';
import type { SamplePayload } from '../../local/sample/patches.ts';
import { SHOP, shopConfig } from '../../local/sample/shop.ts';
import { type Sandbox, startSandbox } from '../../local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../local/slack/server.ts';
import { DELIVERIES, DEMO_REPOSITORY, type DemoDelivery } from './delivery.ts';
import { type Observed, observe } from './observe.ts';
import { createProgress } from './progress.ts';
import { showObserved } from './view.ts';

export type DemoOptions = { readonly json: boolean; readonly keep: boolean };

/** Sends four patches to a sample repository on a local GitHub, and shows what is found there afterwards. */
export async function demoCommand(options: DemoOptions): Promise<number> {
  const sandbox = await startSandbox(join(import.meta.dirname, '../../..'));
  try {
    await sandbox.addRepository(DEMO_REPOSITORY, SHOP, { config: shopConfig(LOCAL_CHANNEL.id) });
    const progress = createProgress({ sandbox, quiet: options.json });
    const observed = await runDeliveries(sandbox, progress);
    progress.end();
    process.stdout.write(
      options.json
        ? observed.map(({ json }) => `${JSON.stringify(json)}\n`).join('')
        : showObserved(observed),
    );
    if (options.keep) {
      await keepRunning(sandbox);
    }
    return observed.every(({ json, delivery }) => json.outcome === delivery.expected) ? 0 : 1;
  } finally {
    await sandbox.close();
  }
}

type Progress = ReturnType<typeof createProgress>;

/** The first three side by side; the duplicate once the patch it repeats is done. */
async function runDeliveries(sandbox: Sandbox, progress: Progress): Promise<readonly Observed[]> {
  const engine = sandbox.github.engine;
  if (engine === null) {
    throw new Error('the local GitHub was started without a runner');
  }
  const runs = new Map<DemoDelivery, number>();
  const deliver = async (deliveries: readonly DemoDelivery[]) => {
    for (const delivery of deliveries) {
      const known = new Set(engine.runs(DEMO_REPOSITORY).map((run) => run.id));
      await send(sandbox, delivery.payload);
      const run = engine.runs(DEMO_REPOSITORY).find(({ id }) => !known.has(id));
      if (run === undefined) {
        throw new Error('the dispatch started no run');
      }
      runs.set(delivery, run.id);
      progress.follow(run.id, delivery.label);
    }
    await engine.idle();
  };
  await deliver(DELIVERIES.slice(0, 3));
  await deliver(DELIVERIES.slice(3));
  return Promise.all(DELIVERIES.map((delivery) => observe(sandbox, delivery, runs.get(delivery) ?? 0)));
}

/** As a GPT does it: one POST with a token. */
async function send(sandbox: Sandbox, payload: SamplePayload): Promise<void> {
  const token = sandbox.github.createToken({
    login: 'shop-gpt',
    permissions: { contents: 'write', metadata: 'read' },
  });
  const [owner = '', repo = ''] = DEMO_REPOSITORY.split('/');
  const octokit = createOctokit({ token, apiUrl: sandbox.github.apiUrl });
  await octokit.rest.repos.createDispatchEvent({
    owner,
    repo,
    event_type: 'ghost-patch',
    client_payload: payload,
  });
}

async function keepRunning(sandbox: Sandbox): Promise<void> {
  const clone = sandbox.github.cloneUrl(DEMO_REPOSITORY);
  process.stderr.write(
    `\nStill running; Ctrl-C ends it.\n  Repository  ${sandbox.github.url}/${DEMO_REPOSITORY}\n  git clone   ${clone}\n  API         ${sandbox.github.apiUrl}\n  Slack       ${sandbox.slack.url}\n`,
  );
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
