import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request that says that Slack sent it. */
export type Signed = {
  readonly body: Uint8Array;
  /** As the headers have them. */
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
};

/** Whether Slack made this request, and made it just now: whoever recorded one can't send it again later. */
export function isFromSlack({ body, timestamp, signature }: Signed, secret: string, now: Date): boolean {
  if (timestamp === undefined || signature === undefined || !UNIX_SECONDS.test(timestamp)) {
    return false;
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS) {
    return false;
  }
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const [given, wanted] = [Buffer.from(signature), Buffer.from(`v0=${digest}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const UNIX_SECONDS = /^\d{1,12}$/;

/** As Slack advises; clocks differ, in both directions. */
const WINDOW_SECONDS = 300;
