/** The child's side of child.ts. */
export type Served = {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Signs a browser in. */
  readonly signInUrl?: string | null;
  readonly ownTimes?: () => readonly number[];
};

/** Starts what is asked for by the first message, and answers questions until it is told to stop. */
export function serve(start: (given: unknown) => Promise<Served>): void {
  let served: Served | undefined;
  const answer = async (message: unknown): Promise<void> => {
    if (served === undefined) {
      served = await start(message);
      process.send?.({ url: served.url, signInUrl: served.signInUrl ?? '' });
    } else if (message === 'usage') {
      process.send?.(usage());
    } else if (message === 'ownTimes') {
      process.send?.(served.ownTimes?.() ?? []);
    } else {
      await served.stop();
      process.exit();
    }
  };
  process.on('message', (message) => void answer(message));
}

function usage() {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  return { cpu: (user + system) / 1000, rss: process.memoryUsage.rss(), peak: maxRSS * 1024 };
}
