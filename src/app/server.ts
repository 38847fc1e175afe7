import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Probot, ProbotOctokit } from 'probot';
import { createAppSigner } from '../io/github/app-signature.ts';
import { openStore } from '../io/store/open.ts';
import { storeName } from '../io/store/place.ts';
import { withinTime } from '../io/within-time.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { startBackground } from './background.ts';
import { createCalling } from './calling.ts';
import { createCanaries } from './canaries.ts';
import { createComments } from './comments.ts';
import { createComputing } from './compute/computing.ts';
import { createDashboard } from './dashboard/dashboard.ts';
import { createDispatches } from './dispatches.ts';
import { createFeed } from './feed.ts';
import { createFollower } from './follow.ts';
import { createHttpApp } from './http/app.ts';
import { createIndexer } from './indexer.ts';
import { createLog } from './log.ts';
import { keepLogbook, type Step } from './logbook.ts';
import { startObserving } from './metrics/open.ts';
import { answerInTurn, createPatientServer, finishAnswers } from './patient-server.ts';
import { createQueue } from './queue.ts';
import { createReadiness } from './readiness.ts';
import { createRedelivery } from './redelivery.ts';
import { route } from './routing.ts';
import type { Settings } from './settings.ts';
import { createRefresher } from './slack/refreshing.ts';
import { createSlackRoutes } from './slack/slack.ts';
import { createSlackLine } from './slack/socket.ts';
import { createSlackWork } from './slack/working.ts';
import { createTargets } from './targets.ts';
import { readVersion } from './version.ts';
import { createWatching } from './watching.ts';
import { listenToGitHub } from './webhooks.ts';

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** Makes an address that signs one browser in to the dashboard, once; null: people sign in with GitHub, or not at all. */
  makeSignInUrl(): string | null;
  /** Ends it: nothing new is taken, what has begun is finished. Rejects where that takes too long. */
  stop(): Promise<void>;
};

/** Starts the server, or rejects with one sentence that says why it can't; then nothing of it runs. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const probot = createProbot(settings);
  await probot.ready();
  const draining = new AbortController();
  const begun = new AsyncDisposableStack();
  try {
    return await start(settings, { probot, draining, begun });
  } catch (error) {
    draining.abort();
    await begun
      .disposeAsync()
      .catch((late: unknown) => probot.log.error({ err: late }, 'a part did not end'));
    throw error;
  }
}

/** Puts into `begun` how each part is ended that holds something open, for where a later one can't be started. */
async function start(
  settings: Settings,
  {
    probot,
    draining,
    begun,
  }: { readonly probot: Probot; readonly draining: AbortController; readonly begun: AsyncDisposableStack },
): Promise<RunningServer> {
  const opened = await openStore(settings.store);
  begun.defer(() => opened.close());
  const clock = { now: () => new Date() };
  const server = createPatientServer();
  const url = await listen(server, settings);
  begun.defer(() => close(server));
  const { slack: slackSettings, metricsToken } = settings;
  const roots = {
    github: settings.apiUrl,
    ...(slackSettings === undefined ? {} : { slack: slackSettings.apiUrl }),
  };
  const observation = startObserving(metricsToken, roots);
  begun.defer(() => observation.end());
  const store = observation.store(opened);
  const { metrics } = observation;
  const publicUrl = settings.publicUrl.endsWith(':0') ? url : settings.publicUrl;
  const holder = `${publicUrl}#${randomUUID()}`;
  const computing = createComputing();
  begun.defer(() => computing.close());
  const targets = createTargets(probot, {
    ...settings,
    clock,
    holder,
    computeFor: (repository) => computing.for(repository),
  });
  const context: IntakeContext = {
    store,
    clock,
    target: async (repository) => {
      const target = await targets.find(repository);
      const queue = createQueue(store.outbox, repository);
      return target === null ? null : { ...target, control: { ...target.control, queue } };
    },
  };
  const feed = await createFeed(store);
  begun.defer(() => feed.close());
  const follower = createFollower(context, feed, (before, now, patch) => {
    observation.noticed(before, now);
    refresh?.(before, now, patch);
  });
  const onError = (error: unknown) => probot.log.error({ err: error }, 'work in the background failed');
  const indexer = createIndexer(context, { targets, follower, feed });
  const write = (step: Step) => probot.log.info(step, 'a step of a patch');
  const logbook = keepLogbook({ store, feed, write, onError, until: draining.signal });
  begun.defer(() => logbook);
  const redelivery = createRedelivery(probot, { clock, metrics });
  const canaries = createCanaries(context, targets);
  const watching = createWatching({
    context,
    targets,
    draining: draining.signal,
    metrics,
    log: probot.log,
  });
  const calling = createCalling({
    context,
    publicUrl,
    serverUrl: settings.serverUrl,
    rule: settings.callbacks ?? { toLoopback: false },
    metrics,
    log: probot.log,
  });
  const comments = createComments({ context, draining: draining.signal, log: probot.log });
  const background = startBackground({
    context,
    follower,
    indexer,
    feed,
    redelivery,
    canaries,
    watching,
    calling,
    comments,
    onError,
  });
  begun.defer(() => background.stop());
  const work =
    slackSettings === undefined
      ? null
      : createSlackWork({ context, targets, background, onError }, slackSettings);
  const line = createSlackLine(work);
  begun.defer(() => line?.close());
  const refresh = work === null ? null : createRefresher({ context, background });
  const readiness = createReadiness({
    store,
    targets,
    clock,
    draining: draining.signal,
    canaries,
    slack: line,
  });
  const parts = {
    context,
    follower,
    feed,
    readiness,
    publicUrl,
    version: readVersion(),
    commit: settings.commit ?? null,
    metrics,
    draining: draining.signal,
    onError: (error: unknown, requestId: string) =>
      probot.log.error({ err: error, requestId }, 'a request failed'),
  };
  const { apiUrl, serverUrl, webhookSecret: secret, signIn = null } = settings;
  const dashboard = createDashboard({ ...parts, apiUrl, serverUrl, secret, signIn });
  const slack = createSlackRoutes({ work, clock, draining: draining.signal });
  const app = createHttpApp({ ...parts, background, dashboard, slack, metricsDoor: observation.door });
  const { log } = probot;
  const dispatches = createDispatches(context, feed);
  const webhooks = listenToGitHub({
    context,
    background,
    targets,
    watching,
    comments,
    dispatches,
    readiness,
    secret,
    log,
  });
  server.on('request', answerInTurn(route(getRequestListener(app.fetch), webhooks, metrics)));
  const finish = async () => {
    const closed = finishAnswers(server);
    await Promise.all([line?.close(), feed.close()]);
    await logbook;
    await closed;
    await background.stop();
  };
  const stop = async () => {
    draining.abort();
    try {
      await withinTime(finish(), DRAIN_MS, LATE);
    } finally {
      observation.end();
      await computing.close();
      server.closeAllConnections();
      await store.close();
    }
  };
  await line?.open();
  probot.log.info({ url, store: storeName(settings.store) }, 'ready for patches');
  return {
    url,
    makeSignInUrl: () => dashboard.makeSignInUrl(),
    stop,
  };
}

function createProbot(settings: Settings): Probot {
  const { appId, privateKey, webhookSecret, apiUrl, logLevel } = settings;
  const createJwt = createAppSigner(privateKey);
  // Probot's own way signs each request.
  const Octokit = ProbotOctokit.defaults((options: OctokitOptions) => ({
    ...options,
    auth: { ...options.auth, privateKey: undefined, createJwt },
  }));
  return new Probot({
    appId,
    privateKey,
    Octokit,
    secret: webhookSecret,
    baseUrl: apiUrl,
    logLevel,
    log: createLog(logLevel),
  });
}

type OctokitOptions = NonNullable<ConstructorParameters<typeof ProbotOctokit>[0]>;

/** At once, whoever is still connected. */
async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

async function listen(server: Server, { host, port }: Settings): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const remedy =
        cause.code === 'EADDRINUSE' ? 'another process has it; end that one, or set PORT' : cause.message;
      reject(new Error(`can't listen on ${host}:${port}: ${remedy}`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
}

/** Milliseconds to finish what has begun; whoever sends SIGTERM usually sends SIGKILL after thirty seconds. */
const DRAIN_MS = 20_000;
const LATE = `requests were still open after ${DRAIN_MS / 1000} seconds; they were cut off`;
