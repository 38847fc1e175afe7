import type { Background } from '../../../../src/app/background.ts';
import type { Feed } from '../../../../src/app/feed.ts';
import type { Targets } from '../../../../src/app/targets.ts';
import { createUnderWay } from '../../../../src/app/under-way.ts';
import { GitHubError } from '../../../../src/io/github/errors.ts';
import { dispatchKept } from '../../../../src/stages/control/dispatch.ts';
import type { IntakeContext, Target } from '../../../../src/stages/intake/context.ts';
import type { Store } from '../../../../src/stages/intake/store.ts';
import type { WatchContext } from '../../../../src/stages/watch/context.ts';
import type { Through } from '../mortal.ts';
import { type Scene, SENDER } from '../scene.ts';

/** What the parts of a server stand on, over the repository of a scene. */
export type Place = {
  readonly context: IntakeContext;
  readonly targets: Pick<Targets, 'find' | 'installed'>;
  readonly background: Background;
  /** Resolves when everything is done that nobody waits for; then nothing more may be begun. */
  settled(): Promise<void>;
};

/** Which process it is: its store outlives it, and its ports may fail. */
export type Process = { readonly store: Store; readonly within: WatchContext; readonly through: Through };

/** A process that nothing happens to. */
export function wellProcess({ context }: Scene, store: Store): Process {
  return { store, within: context, through: (_, port) => port };
}

/** `login`: under which GitHub sees what the server sends. */
export function openPlace(
  scene: Scene,
  { store, within, through }: Process,
  { login = SENDER }: { readonly login?: string } = {},
): Place {
  const target = targetOf(within, login);
  const { find, installed } = through('targets', {
    find: async (name: string) => (name === scene.repository ? target : null),
    installed: async () => [scene.repository],
  });
  const targets: Place['targets'] = {
    find: (name) => find(name).catch(asGitHubError),
    installed: () => installed().catch(asGitHubError),
  };
  const underWay = createUnderWay(() => {});
  return {
    context: {
      store: {
        ...store,
        deliveries: through('deliveries', store.deliveries),
        outbox: through('outbox', store.outbox),
        board: through('board', store.board),
        callbacks: through('callbacks', store.callbacks),
        heard: through('heard', store.heard),
        comments: through('comments', store.comments),
      },
      clock: scene.context.clock,
      target: targets.find,
    },
    targets,
    background: {
      handOnNow: async () => {},
      run: (work) => void underWay.change(work()),
      sweepSoon: () => {},
      answerComments: () => {},
      stop: () => underWay.stop(),
    },
    settled: () => underWay.stop(),
  };
}

function targetOf(within: WatchContext, login: string): Target {
  return {
    login,
    context: { ...within, forge: null, chat: null, run: { id: 0, attempt: 0, url: '' } },
    control: within,
    dispatch: async (patch) => {
      await dispatchKept(within, patch);
      return { ok: true };
    },
  };
}

/** What the client of the server's App makes of every failure. */
function asGitHubError(cause: unknown): never {
  throw new GitHubError("find the App's installation", cause);
}

/** Nobody listens to a server of a scene. */
export const NO_FEED: Feed = {
  wake: () => {},
  wait: async () => {},
  newest: () => 0,
  close: async () => {},
};
