import { neededRole } from '../../control/authorise.ts';
import type { Command } from '../../control/command.ts';
import { createAllowance } from '../allowance.ts';
import { type Problem, RequestProblem } from './problem.ts';

/**
 * How often each token may stop something or take it away. It is apart from what the token may send, because what runs
 * away uses that up first, and has to be stopped then most of all. What comes to nothing costs GitHub's hour as well, which
 * all repositories of the account share, so that whoever asks for the same in vain has to wait much sooner.
 */
export type Stops = {
  /** Throws a problem where the token has used up its stops, or those in vain, and has to wait for the next one. */
  spend(stop: Stop): void;
  /** It was asked for, and changed nothing: `role`: its person may not do that. */
  wasVain(stop: Stop, why: 'role' | 'nothing'): void;
};

export type Stop = { readonly token: string; readonly repository: string; readonly command: Command };

/** `now` is in milliseconds, of a clock that nobody puts back: else whoever stopped before would wait until then. */
export function createStops(now: () => number): Stops {
  const all = createAllowance({ atOnce: AT_ONCE, everyMs: EVERY_MS, now });
  const vain = createAllowance({ atOnce: VAIN_AT_ONCE, everyMs: VAIN_EVERY_MS, now });
  return {
    spend: (stop) => {
      if (!vain.has(ownerOf(stop, 'role')) || !vain.has(ownerOf(stop, 'nothing'))) {
        throw tooMany(
          'This token asks for stops that come to nothing, as the answers to them say',
          VAIN_EVERY_MS,
        );
      }
      if (!all.take(stop.token)) {
        throw tooMany('This token has stopped things more often than a person can', EVERY_MS);
      }
    },
    wasVain: (stop, why) => {
      vain.take(ownerOf(stop, why));
    },
  };
}

/**
 * Whoever may not do one thing may do another, or the same elsewhere, and whoever has stopped something that was stopped
 * already must not wait for that when something else has to be stopped. The reason of a stop makes no other one of it.
 */
function ownerOf({ token, repository, command }: Stop, why: 'role' | 'nothing'): string {
  const { verb } = command;
  const id = 'id' in command ? command.id : null;
  const scope = 'scope' in command ? command.scope : null;
  return JSON.stringify([token, repository, ...(why === 'role' ? [neededRole(verb)] : [verb, id, scope])]);
}

function tooMany(why: string, everyMs: number): RequestProblem {
  const retryAfterSeconds = everyMs / 1000;
  const problem: Problem = {
    status: 429,
    code: 'too_many',
    detail: `${why}; send it again after ${retryAfterSeconds} seconds.`,
    retryAfterSeconds,
  };
  return new RequestProblem(problem);
}

/** Stops that a token has saved up when it rests: more than the patches that it could have on their way by the minute. */
const AT_ONCE = 60;

/** Milliseconds in which it gets another one. */
const EVERY_MS = 1_000;

/** The same for those that come to nothing: more than a person writes again. */
const VAIN_AT_ONCE = 20;

/** Milliseconds, so that whoever is given the role in between can stop things as soon. */
const VAIN_EVERY_MS = 10_000;
