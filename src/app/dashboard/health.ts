import type { Readiness, ReadinessReport } from '../readiness.ts';
import { soon } from './soon.ts';

/** Whether the server is well, for pages that do not wait for it. */
export type Health = {
  /** As it is, or after so many milliseconds as it was last seen; null: nobody has seen it yet. */
  see(within: number): Promise<ReadinessReport | null>;
};

export function createHealth(readiness: Pick<Readiness, 'report'>): Health {
  let last: ReadinessReport | null = null;
  return {
    see: async (within) => {
      const fresh = readiness.report().then((report) => {
        last = report;
        return report;
      });
      return (await soon(fresh, within, null)) ?? last;
    },
  };
}
