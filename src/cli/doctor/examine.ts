import { parseConfig } from '../../policy/config.ts';
import { testsNothing } from '../../record/merge-marks.ts';
import { examineApp } from './app.ts';
import { examineCiNames } from './ci-names.ts';
import { examineCredentials } from './credentials.ts';
import { examineExposedSecrets } from './exposed-secrets.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding, missing, unknown, well } from './finding.ts';
import { examineOwnWorkflows } from './own-workflows.ts';
import { examineServer } from './server.ts';
import { MOST_SKEW } from './skew.ts';
import { examineSlackUse } from './slack-use.ts';
import { examineSwitches } from './switches.ts';
import { examineTestJob } from './test-job.ts';
import { examineVersions } from './versions.ts';

/** Everything that was looked at, in the order in which it is best put right. */
export function examine(facts: Facts): readonly Finding[] {
  return [
    ...examineClock(facts),
    ...examineRepository(facts),
    ...examineOwnWorkflows(facts),
    ...examineVersions(facts.workflows),
    ...examineConfig(facts),
    ...examineCredentials(facts),
    ...examineCiNames(facts),
    ...examineExposedSecrets(facts),
    ...examineTestJob(facts),
    ...examineSlackUse(facts),
    ...examineServer(facts),
    ...examineApp(facts),
    ...examineSwitches(facts),
  ];
}

function examineClock({ aheadSeconds }: Facts): readonly Finding[] {
  if (aheadSeconds === null) {
    return [];
  }
  const seconds = Math.round(Math.abs(aheadSeconds));
  return seconds <= MOST_SKEW
    ? [well('clock', 'The clock agrees with GitHub.')]
    : [
        advice(
          'clock',
          `This machine's clock is ${seconds} seconds ${aheadSeconds > 0 ? 'ahead of' : 'behind'} GitHub's.`,
          'Set it by NTP; a server with a wrong clock can not sign in as an App.',
        ),
      ];
}

function examineRepository(facts: Facts): readonly Finding[] {
  const { repository, archived, mayPush, actionsEnabled } = facts;
  return [
    archived
      ? missing('repository', `${repository} is archived.`, 'Unarchive it: nothing can be written to it.')
      : well('repository', `${repository} is there; its default branch is ${facts.defaultBranch}.`),
    ...(mayPush === false
      ? [
          missing(
            'token',
            'This token may not write here.',
            'Take one of somebody with the role "write", with contents: write; it is what sends patches.',
          ),
        ]
      : []),
    ...examineActions(actionsEnabled),
  ];
}

function examineActions(enabled: Facts['actionsEnabled']): readonly Finding[] {
  const fix = 'Settings > Actions > General > "Allow all actions", or allow ours and those of GitHub.';
  if (!enabled.told) {
    return [unknown('actions', `Whether Actions are on can not be told: ${enabled.why}`, `Look at ${fix}`)];
  }
  return [
    enabled.value
      ? well('actions', 'GitHub Actions are on.')
      : missing('actions', 'GitHub Actions are off.', fix),
  ];
}

function examineConfig({ config }: Facts): readonly Finding[] {
  const parsed = parseConfig(config);
  if (parsed.ok) {
    return examineTestCommand(parsed.config.test.command);
  }
  const fix =
    parsed.refusals[0]?.code === 'not_configured'
      ? 'Run npx ghost-runner init, commit what it writes, and push it.'
      : 'Correct it on the default branch; docs/configuration.md has all options.';
  return parsed.refusals.map(({ message }) => missing('config', message, fix));
}

function examineTestCommand(command: string): readonly Finding[] {
  return testsNothing(command)
    ? [
        well('config', 'The config can be used.'),
        advice(
          'tests',
          'No tests are set up: patches are only searched for left-over merge marks.',
          'Write what runs your tests into test.command of .github/ghost-runner.yml.',
        ),
      ]
    : [well('config', `The config can be used; patches are tested by: ${command}`)];
}
