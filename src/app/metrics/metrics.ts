import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OutcomeKind } from '../../record/outcome.ts';
import type { CalledBack } from '../../stages/callback/call-back.ts';
import type { IntakeAnswer } from '../../stages/intake/intake.ts';

/** What is counted, and the page on which Prometheus finds it. No label holds what a sender can choose. */
export type Metrics = {
  /** A patch was tried at the front door. `reason`: the code of why it goes no further. */
  answered(answer: IntakeAnswer['kind'], reason?: string): void;
  /** The record of a patch says for the first time how it ended. */
  ended(outcome: OutcomeKind): void;
  /** A pull request was seen for the first time; seconds from the delivery. */
  opened(seconds: number): void;
  webhook(event: string, status: number): void;
  /** `status`: 0 where there was no answer. */
  asked(whom: Asked, what: string, status: number): void;
  /** Seconds of one call of the store. */
  stored(operation: string, seconds: number, ok: boolean): void;
  redelivered(result: 'asked' | 'refused'): void;
  /** The watch has made a pass over a repository. */
  watched(result: WatchResult): void;
  /** A callback was tried. */
  called(result: Exclude<CalledBack['kind'], 'none'>): void;
  /** The page, with what waits now. */
  text(outbox: OutboxState, callbacks: CallbacksState): Promise<string>;
  readonly contentType: string;
};

/** Where Prometheus reads, and the token that it must bring. */
export type MetricsDoor = { readonly metrics: Metrics; readonly token: string };

/** `blind`: nothing could be seen; `skipped`: it was left to the workflow. */
export type WatchResult = 'clean' | 'settled' | 'failed' | 'busy' | 'blind' | 'skipped';

export type Asked = 'github' | 'slack';

export type OutboxState = { readonly entries: number; readonly oldestSeconds: number };

export type CallbacksState = { readonly waiting: number; readonly givenUp: number };

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name: `${PREFIX}${name}`, help, labelNames, registers });
  const answers = counter('intake_answers_total', 'Patches tried at the front door, by answer.', ['answer']);
  const refusals = counter('intake_refusals_total', 'Patches that went no further, by reason.', ['reason']);
  const outcomes = counter('patches_total', 'Outcomes of patches, each when it was first seen.', ['outcome']);
  const webhooks = counter('webhooks_total', 'Webhook deliveries, by event and status of the answer.', [
    'event',
    'status',
  ]);
  const asked = {
    github: counter('github_requests_total', 'Requests to GitHub, each try counted.', ['api', 'status']),
    slack: counter('slack_requests_total', 'Requests to Slack, each try counted.', ['method', 'status']),
  };
  const redeliveries = counter('webhook_redeliveries_total', 'Deliveries asked for again.', ['result']);
  const passes = counter('watch_passes_total', 'Passes of the watch, by what they came to.', ['result']);
  const calls = counter('callbacks_total', 'Callbacks to senders, each try counted.', ['result']);
  const opened = new Histogram({
    name: `${PREFIX}time_to_pull_request_seconds`,
    help: 'From the delivery of a patch to its pull request.',
    buckets: [10, 20, 30, 60, 120, 300, 600, 1800, 3600],
    registers,
  });
  const stored = new Histogram({
    name: `${PREFIX}store_operation_seconds`,
    help: 'Calls of the store.',
    labelNames: ['operation', 'ok'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name: `${PREFIX}${name}`, help, registers });
  const entries = gauge('outbox_entries', 'Patches that were accepted and not yet taken by GitHub.');
  const oldest = gauge('outbox_oldest_seconds', 'Age of the oldest one of them; 0 where there is none.');
  const untold = gauge('callbacks_waiting', 'Callbacks that were not taken yet.');
  const givenUp = gauge('callbacks_given_up', 'Callbacks that nobody took in time, the newest ones.');
  return {
    answered: (answer, reason) => {
      answers.inc({ answer });
      if (reason !== undefined) {
        refusals.inc({ reason });
      }
    },
    ended: (outcome) => outcomes.inc({ outcome }),
    opened: (seconds) => opened.observe(seconds),
    webhook: (event, status) => webhooks.inc({ event, status }),
    asked: (whom, what, status) =>
      whom === 'github' ? asked.github.inc({ api: what, status }) : asked.slack.inc({ method: what, status }),
    stored: (operation, seconds, ok) => stored.observe({ operation, ok: String(ok) }, seconds),
    redelivered: (result) => redeliveries.inc({ result }),
    watched: (result) => passes.inc({ result }),
    called: (result) => calls.inc({ result }),
    text: (outbox, callbacks) => {
      untold.set(callbacks.waiting);
      givenUp.set(callbacks.givenUp);
      entries.set(outbox.entries);
      oldest.set(outbox.oldestSeconds);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

const PREFIX = 'ghost_runner_';
