/** What the server knows of its Slack app. */
export type SlackSettings = {
  /** With which Slack signs what it sends. */
  readonly signingSecret: string;
  /** Bot token with `chat:write`, and `channels:history` to find messages of dead runs. */
  readonly token: string;
  /** Root of Slack's Web API, with a slash at the end. */
  readonly apiUrl: string;
};
