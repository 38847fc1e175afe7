import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics/metrics.ts';
import { HEARD_EVENTS, WEBHOOK_PATH } from './webhooks.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Webhooks go where their signature is checked, as far as the memory allows; everything else is ours. */
export function route(own: Listener, webhooks: Listener, metrics: Pick<Metrics, 'webhook'> | null): Listener {
  const arriving = createArrivals();
  return (request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'POST' || path !== WEBHOOK_PATH) {
      return own(request, response);
    }
    response.once('finish', () => {
      const { statusCode } = response;
      metrics?.webhook(eventName(request, statusCode), statusCode);
    });
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (!(length <= MAX_WEBHOOK_BYTES)) {
      // GitHub says how much it sends.
      response.writeHead(CONTENT_TOO_LARGE, { connection: 'close' }).end();
      return undefined;
    }
    arriving.add(request, length);
    return webhooks(request, response);
  };
}

type Arrivals = { add(request: IncomingMessage, length: number): void };

/**
 * GitHub sends a webhook within moments. Where there is no room for the next one, those go that have taken longest to
 * arrive, so that nobody keeps others out by a few that never do; one of GitHub's among them is sent again, as all that
 * failed are.
 */
function createArrivals(): Arrivals {
  const lengths = new Map<IncomingMessage, number>();
  let bytes = 0;
  const remove = (request: IncomingMessage) => {
    bytes -= lengths.get(request) ?? 0;
    lengths.delete(request);
  };
  return {
    add: (request, length) => {
      for (const slowest of lengths.keys()) {
        if (bytes + length <= MAX_ARRIVING_BYTES) {
          break;
        }
        remove(slowest);
        slowest.destroy();
      }
      lengths.set(request, length);
      bytes += length;
      request.once('close', () => remove(request));
    },
  };
}

/** Whatever GitHub did not sign goes under one name. */
function eventName({ headers }: IncomingMessage, status: number): string {
  const name = String(headers['x-github-event']);
  return status >= FIRST_REFUSAL ? 'refused' : HEARD_EVENTS.has(name) ? name : 'other';
}

const FIRST_REFUSAL = 400;

/** Those that something is done with hold a comment, or a list of repositories, and are far smaller. */
const MAX_WEBHOOK_BYTES = 4 * 1024 * 1024;

/** Bytes that may be on their way at once; nobody knows who sends them before they are all there. */
const MAX_ARRIVING_BYTES = 64 * 1024 * 1024;
const CONTENT_TOO_LARGE = 413;
