import { constants } from 'node:os';

/** Says that a demo is to end, and lets go of what it waits for at that moment. */
export type Interruption = {
  /** Aborted when it is to end. */
  readonly signal: AbortSignal;
  /** What the work gives. When the demo is to end it rejects at once, and the work goes on unheard. */
  readonly before: <Value>(work: Promise<Value>) => Promise<Value>;
};

/**
 * Runs a demo that Ctrl-C and SIGTERM end with all that it started: its own `finally` closes that. Then the process
 * ends with 130 or 143, because what was let go of may still be waiting.
 */
export async function interruptible(demo: (interruption: Interruption) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  const stopListening = listenForTheEnd((name) => {
    process.stderr.write('\nEnding what it started …\n');
    controller.abort(new Interrupted(name));
  });
  const { promise: over, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting when it comes; then it is no failure.
  over.catch(() => {});
  controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
  try {
    return await demo({
      signal: controller.signal,
      before: (work) => Promise.race([over, work]),
    });
  } catch (error) {
    if (error instanceof Interrupted) {
      return process.exit(error.exitCode);
    }
    throw error;
  } finally {
    stopListening();
  }
}

type Ending = 'SIGINT' | 'SIGTERM';

class Interrupted extends Error {
  /** As shells have it. */
  readonly exitCode: number;

  constructor(name: Ending) {
    super(`ended by ${name}`);
    this.exitCode = SIGNAL_EXIT_CODE + constants.signals[name];
  }
}

/** What a shell adds to the number of the signal that ended a program. */
const SIGNAL_EXIT_CODE = 128;

/** Tells it once; a second Ctrl-C ends the process as if nobody listened. Returns the function that ends this. */
function listenForTheEnd(onEnd: (name: Ending) => void): () => void {
  const interrupt = () => onEnd('SIGINT');
  const terminate = () => onEnd('SIGTERM');
  process.once('SIGINT', interrupt).once('SIGTERM', terminate);
  const orphaned = startedByNpm() ? followParent(terminate) : undefined;
  return () => {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
    clearInterval(orphaned);
  };
}

/** npm and npx hand a signal on to the shell between them and this process, and no further. */
function startedByNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined;
}

function followParent(onGone: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      onGone();
    }
  }, BETWEEN_LOOKS_MS);
  return timer.unref();
}

const BETWEEN_LOOKS_MS = 500;
