import { subscribe } from 'node:diagnostics_channel';

/**
 * Measures how long this process takes for each request that it answers, without the time in which it waits for any
 * answer of GitHub's: from asking to the last byte. For one request at a time. Gives the function that hands the
 * times over, in milliseconds.
 */
export function measureOwnTimes(): () => readonly number[] {
  const times: number[] = [];
  const asked = new Set<unknown>();
  let started = 0;
  let waited = 0;
  let waitingSince = 0;
  const ask = (message: unknown) => {
    if (asked.size === 0) {
      waitingSince = performance.now();
    }
    asked.add(requestOf(message));
  };
  const hear = (message: unknown) => {
    if (asked.delete(requestOf(message)) && asked.size === 0) {
      waited += performance.now() - waitingSince;
    }
  };
  subscribe('undici:request:create', ask);
  subscribe('undici:request:trailers', hear);
  subscribe('undici:request:error', hear);
  subscribe('http.server.request.start', () => {
    started = performance.now();
    waited = 0;
  });
  subscribe('http.server.response.finish', () => void times.push(performance.now() - started - waited));
  return () => times.splice(0);
}

function requestOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'request' in message ? message.request : null;
}
