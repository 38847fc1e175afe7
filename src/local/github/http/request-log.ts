/** One request as the server saw it. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  /** `POST /repos/{owner}/{repo}/git/trees`, `GraphQL`, `git-upload-pack`, `git-receive-pack`, or `unknown`. */
  readonly route: string;
  /** 0: the connection was dropped before an answer. */
  readonly status: number;
  /** Login of the token's user, `app/<slug>` for an App's JWT; null for nobody. */
  readonly login: string | null;
  readonly at: Date;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
};
