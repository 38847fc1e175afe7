import { Agent, request } from 'node:http';

/** How a server stood a load. `perSecond`: answers; `p50`, `p99`: milliseconds of one. */
export type Load = {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

export type Delivery = { readonly headers: { readonly [name: string]: string }; readonly body: Buffer };

/** Sends on so many connections, on each the next as soon as the last was answered, for so long. Rejects where one is refused. */
export async function sendLoad(
  url: string,
  next: () => Delivery,
  { connections, milliseconds }: { readonly connections: number; readonly milliseconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const started = performance.now();
  const end = started + milliseconds;
  const work = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      const { headers, body } = next();
      await post({ url, agent, headers, body });
      times.push(performance.now() - from);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  return {
    answers: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

/** Nearest rank; the values are sorted. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

async function post(given: {
  readonly url: string;
  readonly agent: Agent;
  readonly headers: { readonly [name: string]: string };
  readonly body: Buffer;
}): Promise<void> {
  const { url, agent, headers, body } = given;
  await new Promise<void>((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.once('end', () => {
        const { statusCode = 0 } = answer;
        if (statusCode === OK) {
          resolve();
        } else {
          reject(new Error(`${url} answered ${statusCode}`));
        }
      });
      answer.resume();
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

const OK = 200;
