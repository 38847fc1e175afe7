import type { Act } from './control.ts';

/** What the log says of a patch that is sent for somebody; with when it was asked for, where that may be long ago. */
export function describeSent(id: string, askedAt: Date | undefined): string {
  return askedAt === undefined ? `${id} is sent.` : `${id} is sent${ASKED_AT}${askedAt.toISOString()}.`;
}

/** When the patch of such an entry was asked for, in milliseconds since 1970; when it was entered, where that is not said. */
export function sentActAskedAt({ at, result = '' }: Pick<Act, 'at' | 'result'>): number {
  const [, said = ''] = SAID.exec(result) ?? [];
  const asked = Date.parse(said);
  return Number.isNaN(asked) ? Date.parse(at) : asked;
}

const ASKED_AT = ', as asked for at ';

/** An id holds no spaces. */
const SAID = new RegExp(`^\\S+ is sent${ASKED_AT}(\\S+)\\.(?: |$)`);
