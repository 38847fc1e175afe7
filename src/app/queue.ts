import type { Queue } from '../stages/control/ports.ts';
import type { Outbox } from '../stages/intake/store.ts';

/** What waits in the outbox for a repository, `owner/name`, for whoever steps in there. */
export function createQueue(outbox: Pick<Outbox, 'cancel'>, repository: string): Queue {
  return {
    cancel: async (request) => {
      const { canceled, mayHaveArrived, handing } = await outbox.cancel({
        ...request,
        repository: repository.toLowerCase(),
      });
      return {
        canceled: canceled.map(({ id }) => id),
        mayHaveArrived: mayHaveArrived.map(({ id }) => id),
        handing: handing.map(({ id }) => id),
      };
    },
  };
}
