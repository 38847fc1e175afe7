/** A message as people see it now, with what it was before. */
export type LocalMessage = {
  readonly channel: string;
  readonly ts: string;
  /** User id of the bot or person that wrote it. */
  readonly author: string;
  readonly content: MessageContent;
  /** Former contents, oldest first. */
  readonly edits: readonly MessageContent[];
  /** `ts` of the message that it answers. */
  readonly thread?: string;
  /** Only this user sees it. */
  readonly visibleTo?: string;
};

export type MessageContent = {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata?: MessageMetadata;
};

/** Checked against Block Kit's rules when it came in. */
export type Block = { readonly type: string; readonly [property: string]: unknown };

export type MessageMetadata = {
  readonly event_type: string;
  readonly event_payload: { readonly [key: string]: unknown };
};
