import type { Act } from './control.ts';

/**
 * What the log says of a patch that is sent for somebody, and which attempt that is to be; with when it was asked for, where
 * that may be long ago.
 */
export function describeSent(
  id: string,
  { attempt, askedAt }: { readonly attempt: number; readonly askedAt?: Date | undefined },
): string {
  const asked = askedAt === undefined ? '' : `${ASKED_AT}${askedAt.toISOString()}`;
  return `${id} is sent${asked}. ${TO_BE}${attempt}.`;
}

/** When the patch of such an entry was asked for, in milliseconds since 1970; when it was entered, where that is not said. */
export function sentActAskedAt({ at, result = '' }: Pick<Act, 'at' | 'result'>): number {
  const { asked = '' } = SAID.exec(result)?.groups ?? {};
  const time = Date.parse(asked);
  return Number.isNaN(time) ? Date.parse(at) : time;
}

/** Id of the patch that such an entry says was sent, and as which attempt. 0: it does not say so, as those of before. */
export function sentActAttempt({ patch = '', result = '' }: Pick<Act, 'patch' | 'result'>): {
  readonly id: string;
  readonly attempt: number;
} {
  const { id = patch, attempt = '0' } = SAID.exec(result)?.groups ?? {};
  return { id, attempt: Number(attempt) };
}

const ASKED_AT = ', as asked for at ';
const TO_BE = 'It is to be attempt ';

/** An id holds no spaces. */
const SAID = new RegExp(
  `^(?<id>\\S+) is sent(?:${ASKED_AT}(?<asked>\\S+))?\\.(?: ${TO_BE}(?<attempt>\\d+)\\.)?(?: |$)`,
);
