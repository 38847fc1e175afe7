import type { WatchContext } from '../../../src/stages/watch/context.ts';

/** When a process dies: at its so-manyth port call, before that call has any effect or when it has had it. */
export type Death = { readonly call: number; readonly when: 'before' | 'after' };

export type Life = {
  /** The ports of a process that dies so. */
  readonly context: WatchContext;
  /** Names of the calls that it made, in order. */
  readonly calls: readonly string[];
  /** Runs the process until it ends or dies, and until everything that it had sent off has arrived. */
  live(work: (context: WatchContext, through: Through) => Promise<unknown>): Promise<'ended' | 'died'>;
};

/** Makes a port that is not in the context one of this process. */
export type Through = <Port extends object>(name: string, port: Port) => Port;

/**
 * A process that is killed: the call at which it dies never returns, and neither does any later one, so that no line
 * behind them ever runs, not even one that catches. What it had sent off before still takes effect.
 */
export function createLife(immortal: WatchContext, death: Death | null): Life {
  const calls: string[] = [];
  const sent = new Set<Promise<unknown>>();
  let dead = false;
  let die: () => void = () => {};
  const died = new Promise<'died'>((resolve) => {
    die = () => {
      dead = true;
      resolve('died');
    };
  });

  async function call(name: string, effect: () => unknown): Promise<unknown> {
    if (dead) {
      return await NEVER;
    }
    const number = calls.push(name);
    const now = death?.call === number ? death.when : null;
    if (now === 'before') {
      die();
      return await NEVER;
    }
    const answer = Promise.resolve().then(effect);
    sent.add(answer);
    await Promise.allSettled([answer]);
    if (now === 'after') {
      die();
    }
    return dead ? await NEVER : await answer;
  }

  function mortal<Port extends object>(name: string, port: Port): Port {
    return new Proxy(port, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key);
        return typeof member === 'function'
          ? async (...args: unknown[]) =>
              await call(`${name}.${String(key)}`, () => Reflect.apply(member, target, args))
          : member;
      },
    });
  }

  const { repository, forge, chat, history, ledger, runs, people, conversation } = immortal;
  const context: WatchContext = {
    ...immortal,
    repository: mortal('repository', repository),
    forge: mortal('forge', forge),
    chat: chat === null ? null : mortal('chat', chat),
    history: history === null ? null : mortal('history', history),
    ledger: mortal('ledger', ledger),
    runs: mortal('runs', runs),
    people: mortal('people', people),
    conversation: mortal('conversation', conversation),
  };
  return {
    context,
    calls,
    async live(work) {
      const end = await Promise.race([work(context, mortal).then(() => 'ended' as const), died]);
      await Promise.allSettled(sent);
      return end;
    },
  };
}

const NEVER = new Promise<never>(() => {});

/**
 * Whether a call changes anything. A death at one that only looks leaves behind what a death at the effect before it
 * leaves.
 */
export function hasEffect(call: string): boolean {
  return EFFECTS.has(call);
}

const EFFECTS: ReadonlySet<string> = new Set([
  'repository.write',
  'forge.openPullRequest',
  'forge.updatePullRequest',
  'forge.decoratePullRequest',
  'forge.setStatus',
  'chat.post',
  'chat.update',
  'runs.cancel',
  'runs.dispatch',
  'conversation.comment',
  'conversation.react',
  'conversation.closePullRequest',
  'conversation.reopenPullRequest',
  'conversation.addLabels',
  'conversation.removeLabel',
  'conversation.setDraft',
  'conversation.openIssue',
  'conversation.closeIssue',
  'deliveries.accept',
  'outbox.claim',
  'outbox.done',
  'outbox.later',
  'deliveries.see',
  'board.adopt',
  'heard.first',
  'heard.keep',
  'thread.send',
  'answers.answer',
  'callbacks.claim',
  'callbacks.told',
  'receiver.take',
]);
