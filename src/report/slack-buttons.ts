import * as z from 'zod';
import { type OfferedVerb, offeredVerbs } from '../control/offered.ts';
import { type ShownState, shownState } from '../control/shown-state.ts';
import { slugId } from '../patch/id.ts';
import { jsonIn } from '../patch/json-text.ts';
import type { PatchRecord } from '../record/record.ts';
import { plainText, type SlackActions, type SlackButton } from './slack-blocks.ts';
import { linkableUrl } from './untrusted/mrkdwn.ts';
import type { PatchView } from './view.ts';

/** What a press asks for: a verb about the patch, or all that is known of it. */
export type Pressed = {
  readonly ask: OfferedVerb | 'details';
  /** `owner/name`. */
  readonly repository: string;
  readonly id: string;
  readonly shown: ShownState;
};

/** The buttons that make sense for the patch as it stands; each carries the state that it was shown under. */
export function formatButtons(view: PatchView): SlackActions {
  const { record, repository } = view;
  const value = formatValue(record, repository);
  const verbs = offeredVerbs(record).map((verb) => ({ ...WORDS[verb], ...idAndValue(verb, value) }));
  const details = record.state === 'done' ? [{ ...DETAILS, ...idAndValue('details', value) }] : [];
  return {
    type: 'actions',
    block_id: BUTTONS_BLOCK,
    elements: [...viewButton(record), ...verbs, ...details],
  };
}

/**
 * What a button was pressed for; null: it only opens a page, or is none of these buttons. The texts come back from
 * Slack as they were sent, and are read as if they did not; `unreadable` may be one of another version.
 */
export function readPressed({
  action_id: action,
  value = '',
}: {
  readonly action_id: string;
  readonly value?: string | undefined;
}): Pressed | 'unreadable' | null {
  if (!action.startsWith(PREFIX) || action === VIEW) {
    return null;
  }
  const ask = asked.safeParse(action.slice(PREFIX.length));
  const read = valueSchema.safeParse(jsonIn(value));
  if (!ask.success || !read.success) {
    return 'unreadable';
  }
  const [repository, id, digest, attempt, sha] = read.data;
  return { ask: ask.data, repository, id, shown: { digest, attempt, sha } };
}

const BUTTONS_BLOCK = 'ghost-buttons';
const PREFIX = 'ghost.';
const VIEW = `${PREFIX}view`;

const asked = z.enum(['approve', 'reject', 'retry', 'revert', 'cancel', 'details']);

function idAndValue(ask: z.output<typeof asked>, value: string): Pick<SlackButton, 'action_id' | 'value'> {
  return { action_id: `${PREFIX}${ask}`, value };
}

function viewButton({ pullRequest }: PatchRecord): readonly SlackButton[] {
  const url = pullRequest === undefined ? null : linkableUrl(pullRequest.url);
  return url === null || url.length > MAX_URL
    ? []
    : [{ type: 'button', action_id: VIEW, text: plainText('View pull request'), url }];
}

/** Slack's limit for the address of a button. */
const MAX_URL = 3000;

type Face = Omit<SlackButton, 'action_id' | 'value'>;

const WORDS: { readonly [verb in OfferedVerb]: Face } = {
  approve: { type: 'button', text: plainText('Approve'), style: 'primary' },
  reject: asking('Reject', 'This closes the pull request, and says so there.'),
  retry: { type: 'button', text: plainText('Retry') },
  revert: asking('Revert', 'This sends a patch that takes the merged one back, tested like any other.'),
  cancel: asking('Cancel', 'This ends its run; what was not tested is taken away.'),
};

const DETAILS: Face = { type: 'button', text: plainText('Details') };

/** What can't be taken back by pressing something else asks once more. */
function asking(word: string, consequence: string): Face {
  return {
    type: 'button',
    text: plainText(word),
    style: 'danger',
    confirm: {
      title: plainText(`${word} this patch?`),
      text: plainText(consequence),
      confirm: plainText(word),
      deny: plainText('Leave it'),
      style: 'danger',
    },
  };
}

/** A tuple: Slack takes no more than 2,000 characters, and an id may have some hundred. */
function formatValue(record: PatchRecord, repository: string): string {
  const { digest, attempt, sha } = shownState(record);
  const value: z.input<typeof valueSchema> = [repository, record.id, digest, attempt, sha];
  return JSON.stringify(value);
}

const valueSchema = z.tuple([
  z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  z.string().refine((id) => id !== '' && slugId(id) === id),
  z.string().regex(/^[0-9a-f]{64}$/),
  z.int().min(0),
  z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
]);
