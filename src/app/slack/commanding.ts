import { type Command, parseCommand } from '../../control/command.ts';
import { formatCommandSlack } from '../../report/command/slack.ts';
import { formatNotice, type SlackReply } from '../../report/slack-details.ts';
import { obey } from './obeying.ts';
import type { SlashCommand, Visitor } from './requests.ts';
import { describeBroken, type SlackWork } from './working.ts';

/**
 * Takes `/ghost …`: what can't be read is answered at once, everything else is begun, and answered where Slack says.
 * The answer is what the acknowledgement says; null: nothing yet.
 */
export function takeSlashCommand(
  work: SlackWork,
  { visitor, text, answerUrl }: SlashCommand,
  name: string,
): SlackReply | null {
  const read = readAsked(text);
  if (!read.ok) {
    return formatNotice(read.problem);
  }
  work.once(name, async () => {
    await work.answer(answerUrl, await carryOut(work, visitor, read.asked));
  });
  return null;
}

/** A command, and the repository where it was named. */
export type Asked = { readonly repository: string | null; readonly command: Command };

/** The grammar of all surfaces, with the name of a repository before it where the place does not say which is meant. */
export function readAsked(
  text: string,
): { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly problem: string } {
  const [, prefix = '', repository, rest = ''] = NAMED.exec(text) ?? [];
  const line = repository === undefined ? text : `${prefix}${rest}`;
  const parsed = parseCommand(line.trim() === '' ? EMPTY : line);
  return parsed.ok
    ? { ok: true, asked: { repository: repository ?? null, command: parsed.command } }
    : parsed;
}

/** `/ghost` alone, as everywhere. */
const EMPTY = '/ghost';

/** No verb has a slash. */
const NAMED = /^\s*(\/ghost\s+)?([\w.-]{1,100}\/[\w.-]{1,100})(?=\s|$)(.*)/s;

/** Does it, and says what came of it. Never rejects. */
export async function carryOut(
  { places, background, onError }: Pick<SlackWork, 'places' | 'background' | 'onError'>,
  visitor: Visitor,
  { repository, command }: Asked,
): Promise<SlackReply> {
  try {
    const found = repository === null ? await places.usual(visitor) : await places.named(repository, visitor);
    if (!found.ok) {
      return formatNotice(found.problem);
    }
    const report = await obey(found.place, visitor, {
      command,
      ...(repository === null ? {} : { confirmsBy: { kind: 'words', repository } }),
    });
    background.sweepSoon(found.place.repository);
    return formatCommandSlack(report, found.place.repository);
  } catch (error) {
    onError(error);
    return formatNotice(describeBroken(error));
  }
}
