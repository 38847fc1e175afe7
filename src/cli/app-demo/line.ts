/** One line of `demo --app --json`: what was done over HTTP, and what was seen. */
export type AppDemoLine = {
  readonly step: string;
  /** Everything that was looked at is as it should be. */
  readonly confirmed: boolean;
  /** Until all of it was seen. */
  readonly seconds: number;
  readonly observed: { readonly [thing: string]: string };
};
