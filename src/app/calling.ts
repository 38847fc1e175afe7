import type { Probot } from 'probot';
import { createCaller } from '../io/callback.ts';
import type { CallbackRule } from '../io/callback-address.ts';
import { type CalledBack, callBack } from '../stages/callback/call-back.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { statusUrl } from './http/status-url.ts';
import type { Metrics } from './metrics/metrics.ts';

/** Tells senders what became of their patches. */
export type Calling = {
  /** Tells what is due, one thing after the other, until nothing is or the signal is aborted. */
  tellDue(until: AbortSignal): Promise<void>;
};

export function createCalling(given: {
  readonly context: Pick<IntakeContext, 'store' | 'clock'>;
  readonly publicUrl: string;
  readonly serverUrl: string;
  readonly rule: CallbackRule;
  readonly metrics: Pick<Metrics, 'called'> | null;
  readonly log: Pick<Probot['log'], 'info' | 'warn'>;
}): Calling {
  const { context, publicUrl, serverUrl, rule, metrics, log } = given;
  const calls = {
    callbacks: context.store.callbacks,
    clock: context.clock,
    links: {
      status: (patch: { readonly repository: string; readonly id: string }) => statusUrl(publicUrl, patch),
      pullRequest: (repository: string, number: number) => `${serverUrl}/${repository}/pull/${number}`,
    },
    send: createCaller(rule),
    chance: Math.random,
  };
  return {
    tellDue: async (until) => {
      while (!until.aborted) {
        const called = await callBack(calls);
        if (called.kind === 'none') {
          return;
        }
        metrics?.called(called.kind);
        if (called.kind !== 'told') {
          logSetback(log, called);
        }
      }
    },
  };
}

/** Names the token by its public id, and never the address, which may hold a secret. */
function logSetback(
  log: Pick<Probot['log'], 'info' | 'warn'>,
  { kind, token: tokenId, messageId, problem }: Exclude<CalledBack, { readonly kind: 'none' | 'told' }>,
): void {
  const about = { tokenId, messageId, problem };
  switch (kind) {
    case 'later':
      return log.info(about, 'a callback did not arrive; it is tried again');
    case 'given_up':
      return log.warn(about, 'a callback was given up; ghost-runner token list shows where');
    case 'disabled':
      return log.warn(
        about,
        'a receiver wants no callbacks any more; ghost-runner token callback has it told again',
      );
  }
}
