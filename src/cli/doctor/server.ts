import { readVersion } from '../../app/version.ts';
import type { Facts, ReadyServer } from './facts.ts';
import { advice, type Finding, missing, well } from './finding.ts';
import { MOST_SKEW } from './skew.ts';
import { calledVersions, majorOf } from './versions.ts';

/** The App's server, where somebody wants one: whether it takes patches, hears GitHub, and fits the rest. */
export function examineServer({ server, workflows, aheadSeconds }: Facts): readonly Finding[] {
  switch (server.kind) {
    case 'not_asked':
      return [];
    case 'failed':
      return [
        missing(
          'server',
          `The server takes no patches: ${server.why}`,
          'Look at its log; docs/deploy.md says how to run it.',
        ),
      ];
    case 'ready':
      return [
        well('server', 'The server takes patches.'),
        ...examineVersion(server, calledVersions(workflows)),
        ...examineClock(server, aheadSeconds),
        ...examineWebhooks(server),
        ...examineRest(server),
      ];
  }
}

/** A server that tries patches otherwise than the Action applies them promises what does not come. */
function examineVersion({ version }: ReadyServer, called: readonly string[]): readonly Finding[] {
  if (version === null) {
    return [];
  }
  const server = `v${version}`;
  const others = called.filter((one) => differs(server, one));
  const [other] = others;
  if (other !== undefined) {
    const says = `The server is ${server}, and the workflows call the Action at ${others.join(', ')}.`;
    const fix = 'Bring the older of the two to the version of the other one.';
    return [
      majorOf(other) === majorOf(server) ? advice('version', says, fix) : missing('version', says, fix),
    ];
  }
  const own = `v${readVersion()}`;
  return majorOf(own) === majorOf(server)
    ? [well('version', `The server is ${server}.`)]
    : [
        advice(
          'version',
          `The server is ${server}, and this is ${own}.`,
          'Run the newer one of this command.',
        ),
      ];
}

/** `v1` is any version that begin so; of a commit or a branch nothing can be said. */
function differs(server: string, called: string): boolean {
  const major = majorOf(called);
  return major !== null && called !== server && !(called === major && majorOf(server) === major);
}

/** Against GitHub's clock, as far as this machine knows that. */
function examineClock(server: ReadyServer, aheadOfGitHub: number | null): readonly Finding[] {
  if (server.aheadSeconds === null || aheadOfGitHub === null) {
    return [];
  }
  const ahead = Math.round(server.aheadSeconds + aheadOfGitHub);
  return Math.abs(ahead) <= MOST_SKEW
    ? []
    : [
        advice(
          'clock',
          `The server's clock is ${Math.abs(ahead)} seconds ${ahead > 0 ? 'ahead of' : 'behind'} GitHub's.`,
          'Set it by NTP; with a wrong clock it can not sign in as an App.',
        ),
      ];
}

function examineWebhooks({ webhook }: ReadyServer): readonly Finding[] {
  switch (webhook) {
    case null:
      return [];
    case 'never':
      return [
        advice(
          'webhooks',
          'No webhook of GitHub has reached the server since it began, so that it learns late what happens.',
          "Look at the webhook's address and at Recent Deliveries, under Advanced in the App's settings on GitHub; a new server has to wait for the first one.",
        ),
      ];
    default:
      return [well('webhooks', `A webhook of GitHub reached the server ${Math.round(webhook)} seconds ago.`)];
  }
}

function examineRest({ slackProblem, lateCanaries }: ReadyServer): readonly Finding[] {
  return [
    ...(slackProblem === null
      ? []
      : [
          advice(
            'slack',
            `The server does not hear Slack: ${slackProblem}`,
            'Look at its log, and at SLACK_APP_TOKEN.',
          ),
        ]),
    ...(lateCanaries === 0
      ? []
      : [
          advice(
            'canary',
            lateCanaries === 1
              ? 'The canary of a repository is late.'
              : `The canaries of ${lateCanaries} repositories are late.`,
            'Look at the runs of ghost-watch.yml there; docs/watch.md says what a canary is.',
          ),
        ]),
  ];
}
