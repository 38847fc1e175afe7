/** What the server knows of its Slack app. */
export type SlackSettings = {
  /** With which Slack signs what it sends over HTTP; absent: nothing is taken there. */
  readonly signingSecret?: string;
  /** App-level token with `connections:write`, for a socket to Slack; absent: Slack has to reach the server. */
  readonly appToken?: string;
  /** Bot token with `chat:write`, and `channels:history` to find messages of dead runs. */
  readonly token: string;
  /** Root of Slack's Web API, with a slash at the end. */
  readonly apiUrl: string;
};
