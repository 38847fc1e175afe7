/** The blocks that our messages are made of. */
export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'section'; readonly fields: readonly Mrkdwn[] }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | SlackActions;

export type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };

/** `verbatim` keeps Slack from linking addresses and names that an untrusted text holds. */
export type Mrkdwn = { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true };

/** A row of buttons. */
export type SlackActions = {
  readonly type: 'actions';
  readonly block_id: string;
  readonly elements: readonly SlackButton[];
};

export type SlackButton = {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value?: string;
  /** Opens this page; Slack tells the app of the press all the same. */
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
  /** Slack asks this before it sends the press. */
  readonly confirm?: {
    readonly title: PlainText;
    readonly text: PlainText;
    readonly confirm: PlainText;
    readonly deny: PlainText;
    readonly style?: 'danger';
  };
};

export function plainText(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}

export function mrkdwnText(text: string): Mrkdwn {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function section(text: string): SlackBlock {
  return { type: 'section', text: mrkdwnText(text) };
}
