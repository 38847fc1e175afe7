import type { CommandReport } from '../../../src/report/command/report.ts';

/** What answers to commands promise, and what came after them: sentences about promises that were broken. */
export function createPromises() {
  const senders = new Map<string, Set<string>>();
  const broken: string[] = [];
  let stopped: string | null = null;
  let isLifted = false;
  return {
    broken: (): readonly string[] => broken,
    sent(title: string, sender: string): void {
      senders.set(title, new Set([...(senders.get(title) ?? []), sender]));
    },
    /** What lifts a stop, or lets it end by itself, may do so before anybody is told. */
    asked(line: string): void {
      if (/^(?:resume|unlock)|for 5m/.test(line)) {
        isLifted = true;
        stopped = null;
      }
    },
    answered(line: string, { verb, done }: CommandReport): void {
      const isStop = verb === 'pause' || verb === 'lock' || line.startsWith('kill all');
      if (isStop && (done === 'done' || done === 'unchanged') && !isLifted) {
        stopped = line;
      }
    },
    approved(title: string, by: string): void {
      const all = senders.get(title);
      // Of one that somebody else has sent too, it is known who came first.
      if (all?.size === 1 && all.has(by)) {
        broken.push(`${by} approved what they had sent`);
      }
    },
    /** A pull request is about to be opened. */
    opening(): void {
      if (stopped !== null) {
        broken.push(`a pull request was opened after "${stopped}" was confirmed`);
      }
    },
  };
}
