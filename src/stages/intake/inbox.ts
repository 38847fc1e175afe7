/**
 * GitHub's webhooks, kept before they are acknowledged: GitHub forgets one that was, and the process that took it may
 * end the next moment.
 */
export type Inbox = {
  /** Resolves when it is kept for good. False: it came before. */
  keep(webhook: Webhook): Promise<boolean>;
  /** Repositories of which webhooks told before that time, and at which nobody has looked since. */
  waiting(before: Date): Promise<readonly string[]>;
  /** Somebody has looked at the repository, and began at that time. */
  looked(repository: string, began: Date): Promise<void>;
};

export type Webhook = {
  /** As GitHub names the delivery; sent again, it has the same name. */
  readonly name: string;
  /** `owner/name`, in lower case: where something happened. */
  readonly repository: string;
  readonly at: Date;
};
