import type { Verb } from '../../control/verbs.ts';

/** How a command is written, and what it does. */
export type Usage = { readonly usage: string; readonly effect: string };

/** The grammar, verb by verb. `/ghost` comes before it in a comment and in Slack. */
export const USAGES: { readonly [verb in Verb]: Usage } = {
  status: { usage: 'status [id]', effect: 'what holds now, and where each patch or this one stands' },
  preview: {
    usage: 'preview <id>',
    effect: "what the patch would change on today's base; nothing is written",
  },
  apply: {
    usage: 'apply [id=<id>] [base=<branch>] [title=<words>]',
    effect: 'in a comment on GitHub: has the patch in the fence below it worked on',
  },
  approve: { usage: 'approve <id>', effect: 'lets a patch that needs it out of draft, as it is now' },
  reject: { usage: 'reject <id> [why]', effect: 'closes its pull request' },
  retry: { usage: 'retry <id>', effect: "applies the patch to today's base again, as a new attempt" },
  revert: {
    usage: 'revert <id>',
    effect: 'sends a patch that takes a merged one back, tested like any other',
  },
  cancel: { usage: 'cancel <id>', effect: 'ends its run' },
  pause: {
    usage: 'pause [why] [for 2h] [on branch <branch>] [from @<login>]',
    effect: 'holds new patches back; nothing is pushed',
  },
  resume: {
    usage: 'resume [on <branch>] [from <login>]',
    effect: 'ends a pause, and works on what was held, in order',
  },
  lock: {
    usage: 'lock [why] [for 2h] [on branch <branch>] [from @<login>]',
    effect: 'refuses patches, approvals and retries',
  },
  unlock: {
    usage: 'unlock [on <branch>] [from <login>] [confirm]',
    effect: 'ends a lock; needs another operator than who locked, or "confirm"',
  },
  kill: {
    usage: 'kill <id> | kill all confirm',
    effect: 'ends the run of one patch; or every run, and locks',
  },
  audit: { usage: 'audit', effect: 'who commanded what, newest first' },
  whoami: { usage: 'whoami', effect: 'your login, your role, and what it may do' },
  help: { usage: 'help', effect: 'this list' },
};
