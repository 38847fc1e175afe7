import type { CommandRefusal } from '../../report/command/refusal.ts';
import type { CommandResult, Waited } from '../../report/command/result.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order } from './context.ts';
import { afterChange } from './interrupted.ts';
import { lookUntil } from './poll.ts';
import type { Queue } from './ports.ts';

/** A command that ends what is under way, of one patch, or of all where `id` is null. */
type EndOrder = Order & { readonly id: string | null };

/**
 * Ends what is under way, and what a server has accepted and not handed to GitHub yet: otherwise that would be worked on
 * as soon as GitHub takes it, after everybody was told that nothing is left. Of one patch that comes first, so that no run
 * begins with it; of all it comes when everything is locked, so that nothing more is accepted.
 */
export async function endWithWaiting(
  context: ControlContext,
  order: EndOrder,
  endRuns: () => Promise<Answer>,
): Promise<Answer> {
  if (order.id !== null) {
    const waited = await endWaiting(context, order);
    const answer = await afterChange(observe(waited), endRuns);
    return join(order, waited, answer);
  }
  const answer = await endRuns();
  return answer.kind === 'result'
    ? join(order, await afterChange(answer.observed, () => endWaiting(context, order)), answer)
    : answer;
}

/** What is over as far as the server goes, which of that GitHub may have taken all the same, and what is being handed on. */
type Ended = Awaited<ReturnType<Queue['cancel']>>;

/**
 * What is being handed on at this moment may not be taken by GitHub, and then waits as before; so it is waited for. What
 * was handed on meanwhile has no run yet that could be ended.
 */
async function endWaiting(
  { queue, clock, wait }: ControlContext,
  { id, actor, shown }: EndOrder,
): Promise<Ended> {
  // Whoever names a commit means what has one.
  if (queue === undefined || shown?.sha !== undefined) {
    return { canceled: [], mayHaveArrived: [], handing: [] };
  }
  const canceled = new Set<string>();
  const mayHaveArrived = new Set<string>();
  const handing = new Set<string>();
  await lookUntil({ wait }, HANDING_SECONDS, async () => {
    const ended = await queue.cancel({
      ...(id === null ? {} : { id }),
      ...(shown?.digest === undefined ? {} : { digest: shown.digest }),
      by: actor,
      at: clock.now(),
    });
    ended.canceled.forEach((one) => canceled.add(one));
    ended.mayHaveArrived.forEach((one) => mayHaveArrived.add(one));
    ended.handing.forEach((one) => handing.add(one));
    return ended.handing.length === 0 ? ended : null;
  });
  return {
    canceled: [...canceled],
    mayHaveArrived: [...mayHaveArrived],
    handing: [...handing].filter((one) => !canceled.has(one)),
  };
}

/** A dispatch takes a second, and a few where GitHub has to be asked again. */
const HANDING_SECONDS = 30;

function observe({ canceled, mayHaveArrived, handing }: Ended) {
  return [
    ...canceled.map((name) => {
      const state = mayHaveArrived.includes(name) ? 'canceled, though GitHub may have taken it' : 'canceled';
      return { kind: 'delivery', name, state } as const;
    }),
    ...handing.map((name) => ({ kind: 'delivery', name, state: 'being handed to GitHub' }) as const),
  ];
}

function join({ command, id }: EndOrder, ended: Ended, answer: Answer): Answer {
  const waited: Waited = {
    canceled: ended.canceled.length,
    mayHaveArrived: ended.mayHaveArrived.length,
    handing: ended.handing.length,
  };
  if (waited.canceled + waited.handing === 0 || answer.kind === 'broken') {
    return answer;
  }
  const runs = restOf(answer);
  const isOver = runs === null || ('done' in runs && runs.done !== 'unconfirmed');
  const done = waited.mayHaveArrived + waited.handing > 0 || !isOver ? 'unconfirmed' : 'done';
  const verb = command.verb === 'kill' ? 'kill' : 'cancel';
  const result: CommandResult = { verb, done, id, waited, runs };
  const { observed = [] } = answer;
  return { kind: 'result', result, observed: [...observe(ended), ...observed] };
}

/** Of a patch that no record tells of, there was nothing but what waited; whatever else is refused may go on. */
function restOf(answer: Exclude<Answer, { readonly kind: 'broken' }>): CommandResult | CommandRefusal | null {
  switch (answer.kind) {
    case 'result':
      return answer.result;
    case 'refused':
      return answer.refusal.why === 'unknown_patch' ? null : answer.refusal;
    case 'seen':
      return null;
  }
}
