/** Processes side by side, of which one at a time goes on from one call of a port to the next. */
export type Turns = ReturnType<typeof createTurns>;

/** `took`: time passes with each call. `fault`: whether a call fails, before it has an effect or after. */
export function createTurns(
  chance: () => number,
  { took, fault }: { readonly took: () => void; readonly fault: () => 'before' | 'after' | null },
) {
  const waiting: { readonly process: number; readonly goOn: () => void }[] = [];
  const dead = new Set<number>();
  const live = new Set<number>();
  const mistakes: string[] = [];
  let last = 0;

  const runToEnd = async (
    process: number,
    run: (process: number) => Promise<unknown>,
    ended: () => void,
  ): Promise<void> => {
    live.add(process);
    try {
      await run(process);
    } catch (error) {
      // That others were faster is what processes end with; what is none of that is a mistake of ours.
      if (error instanceof TypeError || error instanceof RangeError) {
        mistakes.push(error.stack ?? error.message);
      }
    }
    live.delete(process);
    ended();
  };

  /** Who is dead waits for ever. */
  const turn = (process: number) =>
    new Promise<void>((goOn) => {
      if (!dead.has(process)) {
        waiting.push({ process, goOn });
      }
    });
  const kill = (process: number) => {
    dead.add(process);
    live.delete(process);
    waiting.splice(0, Infinity, ...waiting.filter((one) => one.process !== process));
  };
  const step = async () => {
    await settled();
    const [next] = waiting.splice(Math.floor(chance() * waiting.length), 1);
    next?.goOn();
    await settled();
  };
  return {
    turn,
    kill,
    step,
    live: (): readonly number[] => [...live],
    isIdle: () => waiting.length === 0,
    spawn(run: (process: number) => Promise<unknown>, ended: () => void = () => {}): number {
      last += 1;
      void runToEnd(last, run, ended);
      return last;
    },
    /** What no process may throw, whatever the others do. */
    mistakes: (): readonly string[] => mistakes,
    /** The port as this process has it: before each call, and before it hears the answer, others may go on. */
    port<Port extends object>(process: number, port: Port): Port {
      return new Proxy(port, {
        get: (target, name) => {
          const call: unknown = Reflect.get(target, name);
          if (typeof call !== 'function') {
            return call;
          }
          return async (...args: readonly unknown[]) => {
            await turn(process);
            took();
            const fails = fault();
            const answer: unknown = fails === 'before' ? null : await Reflect.apply(call, target, args);
            await turn(process);
            if (fails !== null) {
              throw new Error(`${String(name)} failed`);
            }
            return answer;
          };
        },
      });
    },
    async finish(): Promise<void> {
      await step();
      for (let steps = 0; waiting.length > 0 || live.size > 0; steps += 1) {
        if (steps > MOST_STEPS) {
          throw new Error(`${live.size} processes do not come to an end`);
        }
        await step();
      }
    },
  };
}

/** More than any story takes. */
const MOST_STEPS = 20_000;

/** All that does not wait for a turn has run. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
