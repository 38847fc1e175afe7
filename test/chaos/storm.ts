import type { Random } from '../../bench/apply/random.ts';
import type { Fault } from '../../src/local/github/http/faults.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import type { SlackFault } from '../../src/local/slack/faults.ts';
import type { FaultKind } from '../stages/faults/kinds.ts';

export type Storm = {
  /** Calls that failed so far. */
  faults(): number;
  /** From now on all platforms are well. */
  end(): void;
};

/** Lets three of ten calls to GitHub and Slack fail, each in one of the ways that the fault loop has too, or by a limit. */
export function raiseStorm({ github, slack }: Sandbox, random: Random): Storm {
  let faults = 0;
  const pick = <Trouble>(ways: { readonly [way in Way]: () => Trouble }): Trouble | null => {
    if (!random.chance(SHARE)) {
      return null;
    }
    faults += 1;
    return ways[random.pick(WAYS)]();
  };
  const delay = () => random.int(SHORTEST_DELAY_MS, LONGEST_DELAY_MS);
  const endGitHub = github.faults.addStorm(() => pick<Fault>(troublesOfGitHub(delay)));
  const endSlack = slack.addStorm(() => pick<SlackFault>(troublesOfSlack(delay)) ?? undefined);
  return {
    faults: () => faults,
    end: () => {
      endGitHub();
      endSlack();
    },
  };
}

/** Of all calls. */
const SHARE = 0.3;

/** What fails for ever is many calls that fail, of which there are enough; instead, limits are reached. */
type Way = Exclude<FaultKind, 'fails for ever'> | 'limits';

const WAYS: readonly Way[] = [
  'fails once',
  'times out',
  'fails after its effect',
  'answers slowly',
  'answers half',
  'answers nothing',
  'is not there',
  'limits',
];

const SHORTEST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 1_000;

/** Seconds that a limit asks to wait. */
const RETRY_AFTER = 1;

function troublesOfGitHub(delay: () => number): { readonly [way in Way]: () => Fault } {
  return {
    'fails once': () => ({ kind: 'status', status: 502 }),
    // A connection that breaks is a deadline that passes, in less time.
    'times out': () => ({ kind: 'drop' }),
    'fails after its effect': () => ({ kind: 'spoil', answer: 'error' }),
    'answers slowly': () => ({ kind: 'latency', ms: delay() }),
    'answers half': () => ({ kind: 'spoil', answer: 'half' }),
    'answers nothing': () => ({ kind: 'spoil', answer: 'nothing' }),
    'is not there': () => ({ kind: 'page' }),
    limits: () => ({ kind: 'rate_limit', retryAfter: RETRY_AFTER }),
  };
}

function troublesOfSlack(delay: () => number): { readonly [way in Way]: () => SlackFault } {
  return {
    'fails once': () => ({ kind: 'status', status: 502 }),
    'times out': () => ({ kind: 'drop', when: 'before' }),
    'fails after its effect': () => ({ kind: 'spoil', answer: 'error' }),
    'answers slowly': () => ({ kind: 'latency', milliseconds: delay() }),
    'answers half': () => ({ kind: 'spoil', answer: 'half' }),
    'answers nothing': () => ({ kind: 'spoil', answer: 'nothing' }),
    'is not there': () => ({ kind: 'status', status: 503 }),
    limits: () => ({ kind: 'rate_limited', retryAfterSeconds: RETRY_AFTER }),
  };
}
