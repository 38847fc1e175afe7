import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readVersion } from '../../../src/app/version.ts';
import { examine } from '../../../src/cli/doctor/examine.ts';
import type { Facts } from '../../../src/cli/doctor/facts.ts';
import { readSwitches } from '../../../src/cli/doctor/read-switches.ts';
import { SCOPES, SERVER_SCOPES } from '../../../src/cli/doctor/slack-use.ts';
import { calledVersions } from '../../../src/cli/doctor/versions.ts';
import { configFile } from '../../../src/cli/init/config-file.ts';
import { ACTION, workflowFiles } from '../../../src/cli/init/workflow-files.ts';
import { formatControl } from '../../../src/control/control.ts';
import type { Switch } from '../../../src/control/switches.ts';
import { MERGE_MARKS_SEARCH } from '../../../src/record/merge-marks.ts';
import { CONTROL_REF } from '../../../src/record/record.ts';

const CI = ['.github/workflows/ci.yml', 'name: CI\non: push\n'] as const;
const workflows = new Map([...workflowFiles({ action: ACTION, steps: [], ciNames: ['CI'] }), CI]);
const WATCH = '.github/workflows/ghost-watch.yml';

/** A repository to which patches can come, and where nobody wants Slack or a server. */
const READY: Facts = {
  repository: 'acme/shop',
  aheadSeconds: 1,
  defaultBranch: 'main',
  archived: false,
  mayPush: true,
  workflows,
  unreadWorkflows: [],
  workflowStates: { told: true, value: new Map([[WATCH, 'active']]) },
  config: 'test: {command: make}\nwatch: {ci-workflows: [CI]}\n',
  switches: { told: true, value: { control: { state: 'running' }, switches: [] } },
  actionsEnabled: { told: true, value: true },
  createsPullRequests: { told: true, value: true },
  secrets: { told: true, value: ['GHOST_TOKEN'] },
  variables: { told: true, value: [] },
  slack: { kind: 'not_asked' },
  server: { kind: 'not_asked' },
  app: { kind: 'not_asked' },
};

/** Of this version, and reached by GitHub a moment ago. */
const SERVER = {
  kind: 'ready',
  version: readVersion(),
  aheadSeconds: 0,
  webhook: 20,
  slackSocket: false,
  slackProblem: null,
  lateCanaries: 0,
} as const;

const APP = {
  kind: 'installed',
  permissions: new Map([
    ['metadata', 'read'],
    ['contents', 'write'],
    ['pull_requests', 'write'],
    ['issues', 'write'],
    ['statuses', 'write'],
    ['actions', 'write'],
    ['checks', 'read'],
  ]),
  events: ['pull_request', 'check_suite', 'status', 'repository_dispatch', 'issue_comment', 'workflow_run'],
  deliveries: [200, 202],
} as const;

const NOT_TOLD = { told: false, why: 'GitHub says no.' } as const;

function changed(name: string, change: (text: string) => string): ReadonlyMap<string, string> {
  return new Map([...workflows].map(([path, text]) => [path, path.endsWith(name) ? change(text) : text]));
}

function pinned(version: string): (text: string) => string {
  return (text) => text.replaceAll('ghost-runner@v1', `ghost-runner@${version}`);
}

test('doctor asks for the scopes of the Slack app as it is made', () => {
  const manifest = parse(readFileSync(join(import.meta.dirname, '../../../slack-manifest.yml'), 'utf8'));
  expect([...SCOPES, ...SERVER_SCOPES].toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
});

test('a workflow of line breaks does not keep doctor busy', () => {
  const started = process.cpuUsage();
  const text = `uses: ${ACTION}\n${'\n'.repeat(150_000)}x`;
  expect([...calledVersions(new Map([['.github/workflows/ghost-runner.yml', text]]))]).toEqual(['v1']);
  expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
});

describe('ghost-runner doctor', () => {
  test('finds nothing where all is well', () => {
    expect(examine(READY).filter(({ state }) => state !== 'well')).toEqual([]);
    expect(examine(READY).map(({ check }) => check)).toEqual([
      'clock',
      'repository',
      'actions',
      'workflows',
      'workflows',
      'workflows',
      'workflows',
      'version',
      'config',
      'secrets',
      'ci',
      'switch',
    ]);
  });

  test.each<[string, Partial<Facts>, readonly (readonly [string, string])[]]>([
    ['a clock that is ahead', { aheadSeconds: 300 }, [['advice', '300 seconds ahead of']]],
    ['a clock that is behind', { aheadSeconds: -61 }, [['advice', '61 seconds behind']]],
    ['an archived repository', { archived: true }, [['missing', 'archived']]],
    ['a token that may not write', { mayPush: false }, [['missing', 'may not write']]],
    ['Actions that are off', { actionsEnabled: { told: true, value: false } }, [['missing', 'are off']]],
    ['a token that is not told of Actions', { actionsEnabled: NOT_TOLD }, [['unknown', 'GitHub says no.']]],
    [
      'a workflow that is not there',
      { workflows: new Map([...workflows].filter(([path]) => !path.endsWith('ghost-control.yml'))) },
      [['missing', 'ghost-control.yml is not on main']],
    ],
    [
      'a workflow that GitHub turned off',
      { workflowStates: { told: true, value: new Map([[WATCH, 'disabled_inactivity']]) } },
      [['missing', 'is turned off (disabled_inactivity)']],
    ],
    ['a token that is not told of workflows, which is no news', { workflowStates: NOT_TOLD }, []],
    [
      'workflows at several versions',
      {
        workflows: changed('ghost-control.yml', (text) =>
          text.replaceAll('ghost-runner@v1', 'ghost-runner@v1.2.0'),
        ),
      },
      [['advice', 'several versions: v1, v1.2.0']],
    ],
    [
      'workflows of another major version',
      { workflows: changed('.yml', (text) => text.replaceAll('ghost-runner@v1', 'ghost-runner@v2.0.1')) },
      [['missing', 'at v2.0.1, and this is v1']],
    ],
    [
      'a commit as the version, which is fine',
      {
        workflows: changed('.yml', (text) =>
          text.replaceAll('ghost-runner@v1', `ghost-runner@${'a'.repeat(40)}`),
        ),
      },
      [],
    ],
    [
      'a search for merge marks in place of tests',
      { config: configFile({ testCommand: MERGE_MARKS_SEARCH, tested: false, ciNames: ['CI'] }) },
      [['advice', 'No tests are set up']],
    ],
    ['no config', { config: null }, [['missing', 'has no .github/ghost-runner.yml']]],
    [
      'a config with two mistakes',
      { config: 'test: {comand: make}\nlabel: []\n' },
      [
        ['missing', 'command'],
        ['missing', 'comand'],
        ['missing', 'label'],
      ],
    ],
    ['secrets that are not told', { secrets: NOT_TOLD }, [['unknown', 'GitHub says no.']]],
    [
      'no token and no permission',
      { secrets: { told: true, value: [] }, createsPullRequests: { told: true, value: false } },
      [['missing', 'may not open pull requests']],
    ],
    [
      "the job's own token",
      { secrets: { told: true, value: [] } },
      [['advice', 'do not start by themselves']],
    ],
    [
      'an App without its key',
      { variables: { told: true, value: ['GHOST_APP_ID'] } },
      [['missing', 'GHOST_APP_PRIVATE_KEY is not']],
    ],
    [
      'an App with its key, which is fine',
      {
        variables: { told: true, value: ['GHOST_APP_ID'] },
        secrets: { told: true, value: ['GHOST_APP_PRIVATE_KEY'] },
      },
      [],
    ],
    [
      'a CI workflow that the watch does not know',
      { workflows: new Map([...workflows, ['.github/workflows/b.yml', 'name: Build\non: pull_request\n']]) },
      [
        ['advice', '"Build" is not named in .github/workflows/ghost-watch.yml'],
        ['advice', '"Build" is not named in watch.ci-workflows'],
      ],
    ],
    [
      'a CI workflow that is gone',
      { workflows: new Map([...workflows].filter(([path]) => path !== CI[0])) },
      [
        ['advice', 'ghost-watch.yml names "CI"'],
        ['advice', 'watch.ci-workflows of the config names "CI"'],
      ],
    ],
    [
      'a watch that nobody can read',
      { workflows: new Map([...workflows, [WATCH, 'a: [']]) },
      [['missing', `${WATCH} can't be read, so that GitHub runs nothing of it`]],
    ],
    [
      'a channel without a token',
      { variables: { told: true, value: ['GHOST_SLACK_CHANNEL'] } },
      [['advice', 'SLACK_BOT_TOKEN is not set']],
    ],
    [
      'a Slack token without a channel',
      { secrets: { told: true, value: ['GHOST_TOKEN', 'SLACK_BOT_TOKEN'] } },
      [['advice', 'no channel is named']],
    ],
    [
      'a Slack token that is not taken',
      { slack: { kind: 'failed', why: 'it says x.' } },
      [['missing', 'it says x.']],
    ],
    [
      'a Slack token that may too little',
      { slack: { kind: 'known', scopes: ['chat:write'] } },
      [['missing', 'lacks channels:history']],
    ],
    [
      'a Slack token of which nothing is said',
      { slack: { kind: 'known', scopes: null } },
      [['unknown', 'does not say for what']],
    ],
    [
      'a Slack token that suffices',
      { slack: { kind: 'known', scopes: ['chat:write', 'channels:history'] } },
      [],
    ],
    [
      'a server that is down',
      { server: { kind: 'failed', why: 'it is down.' } },
      [['missing', 'it is down.']],
    ],
    ['a server that is ready', { server: SERVER }, []],
    ['an older server, which says little', { server: { ...SERVER, version: null, webhook: null } }, []],
    [
      'a server of another major version than the Action',
      { server: { ...SERVER, version: '2.0.0' } },
      [['missing', 'The server is v2.0.0, and the workflows call the Action at v1.']],
    ],
    [
      'a server of another version than the one that the Action is pinned to',
      { workflows: changed('.yml', pinned('v1.7.3')), server: SERVER },
      [['advice', `The server is v${readVersion()}, and the workflows call the Action at v1.7.3.`]],
    ],
    [
      'a server of another major version than this, where the Action is a commit',
      { workflows: changed('.yml', pinned('a'.repeat(40))), server: { ...SERVER, version: '2.0.0' } },
      [['advice', `The server is v2.0.0, and this is v${readVersion()}.`]],
    ],
    [
      'a server whose clock is behind, and a machine that is ahead',
      { aheadSeconds: 30, server: { ...SERVER, aheadSeconds: -100 } },
      [['advice', "The server's clock is 70 seconds behind GitHub's."]],
    ],
    [
      'a server that GitHub has not reached',
      { server: { ...SERVER, webhook: 'never' } },
      [['advice', 'No webhook of GitHub has reached the server']],
    ],
    [
      'a server that does not hear Slack, and late canaries',
      { server: { ...SERVER, slackProblem: 'no socket', lateCanaries: 2 } },
      [
        ['advice', 'does not hear Slack: no socket'],
        ['advice', 'The canaries of 2 repositories are late.'],
      ],
    ],
    ['an App that can do and hear everything', { app: APP }, []],
    [
      'an App that is not installed',
      { app: { kind: 'not_installed' } },
      [['missing', 'not installed in acme/shop']],
    ],
    [
      'an App that can not sign in',
      { app: { kind: 'failed', why: 'it says x.' } },
      [['missing', 'it says x.']],
    ],
    [
      'an App with too few rights',
      { app: { ...APP, permissions: new Map([...APP.permissions, ['contents', 'read']]) } },
      [['missing', 'The App lacks contents: write here.']],
    ],
    [
      'an App that may more than it needs to, and hears too little',
      {
        app: {
          ...APP,
          permissions: new Map([...APP.permissions, ['checks', 'write']]),
          events: ['pull_request'],
        },
      },
      [['advice', 'does not hear of check_suite, status, repository_dispatch, issue_comment, workflow_run']],
    ],
    [
      'an App whose webhooks arrive nowhere',
      { app: { ...APP, deliveries: [0, 502] } },
      [['missing', 'did not take 2 of the last 2 webhooks; the newest was answered not at all.']],
    ],
    [
      'an App of which one did',
      { app: { ...APP, deliveries: [401, 200] } },
      [['advice', 'answered with 401.']],
    ],
    ['an App without any', { app: { ...APP, deliveries: [] } }, [['advice', 'has sent the App no webhook']]],
    [
      'a server with Slack beside an Action that does not know of its buttons',
      {
        server: { ...SERVER, slackSocket: true },
        secrets: { told: true, value: ['GHOST_TOKEN', 'SLACK_BOT_TOKEN'] },
        variables: { told: true, value: ['GHOST_SLACK_CHANNEL'] },
      },
      [['advice', 'GHOST_SLACK_BUTTONS is not set']],
    ],
    [
      'a server with Slack beside an Action that knows of its buttons',
      {
        server: { ...SERVER, slackSocket: true },
        secrets: { told: true, value: ['GHOST_TOKEN', 'SLACK_BOT_TOKEN'] },
        variables: { told: true, value: ['GHOST_SLACK_CHANNEL', 'GHOST_SLACK_BUTTONS'] },
      },
      [],
    ],
    [
      'a server, a Slack app with commands, and an Action without the variable for buttons',
      {
        server: SERVER,
        slack: { kind: 'known', scopes: [...SCOPES, ...SERVER_SCOPES] },
        secrets: { told: true, value: ['GHOST_TOKEN', 'SLACK_BOT_TOKEN'] },
        variables: { told: true, value: ['GHOST_SLACK_CHANNEL'] },
      },
      [['advice', 'GHOST_SLACK_BUTTONS is not set']],
    ],
    [
      'a Slack token that suffices for messages and not for a server',
      { server: SERVER, slack: { kind: 'known', scopes: ['chat:write', 'channels:history', 'im:history'] } },
      [['advice', 'The bot token lacks commands and assistant:write,']],
    ],
  ])('%s', (_, facts, expected) => {
    const wanting = examine({ ...READY, ...facts }).filter(({ state }) => state !== 'well');
    expect(wanting).toEqual(
      expected.map(([state, words]) =>
        expect.objectContaining({ state, says: expect.stringContaining(words), fix: expect.any(String) }),
      ),
    );
  });
});

describe('stops', () => {
  const NOW = new Date('2026-11-21T12:00:00Z');
  const STOP = { reason: 'credentials leaked', by: 'ada', at: '2026-11-21T10:00:00.000Z' } as const;

  /** What doctor finds of a switch whose commit has this message; null: there is none. */
  async function findingsOf(message: string | null, anyRefUnder = true) {
    const commit = message === null ? null : { oid: 'a'.repeat(40), tree: 'b'.repeat(40), message };
    const read = async () => ({ refs: new Map([[CONTROL_REF, commit]]), anyRefUnder });
    const switches = await readSwitches({ read }, NOW);
    return examine({ ...READY, switches }).filter(({ check }) => check === 'switch');
  }

  function entryOf(switches: readonly Switch[]): string {
    const act = { verb: 'pause', surface: 'cli', by: 'ada', at: STOP.at } as const;
    return formatControl({ version: 1, switches, act });
  }

  test.each([
    ['locked', 'unlock'],
    ['paused', 'resume'],
  ] as const)(
    'of the whole repository, which is %s, is in the way of patches, with how to lift it',
    async (state, verb) => {
      const stop = { ...STOP, state, scope: { kind: 'repository' } } as const;
      expect(await findingsOf(entryOf([stop]))).toEqual([
        {
          check: 'switch',
          state: 'missing',
          says: `The whole repository is ${state} by ada: credentials leaked. It was set at 2026-11-21 10:00 UTC.`,
          fix: expect.stringContaining(`npx ghost-runner ${verb} --repo acme/shop`),
        },
      ]);
    },
  );

  test('of a branch or a sender are named, and in the way of nobody else', async () => {
    const branch = { ...STOP, state: 'locked', scope: { kind: 'branch', branch: 'next' } } as const;
    const sender = { ...STOP, state: 'paused', scope: { kind: 'sender', login: 'gpt' } } as const;
    expect(await findingsOf(entryOf([branch, sender]))).toMatchObject([
      { state: 'advice', fix: expect.stringContaining('unlock on branch next --repo') },
      { state: 'advice', fix: expect.stringContaining('resume from @gpt --repo') },
    ]);
  });

  test('that nobody has set, because the switch is gone or can not be read, are in the way too', async () => {
    expect(await findingsOf(null)).toMatchObject([
      { state: 'missing', says: expect.stringContaining('is gone') },
    ]);
    expect(await findingsOf('scribble')).toMatchObject([
      { state: 'missing', says: expect.stringContaining('can not be read') },
    ]);
  });

  test('are none where their time is over, or no patch was ever handled', async () => {
    const until = '2026-11-21T11:00:00.000Z';
    const over = { ...STOP, state: 'paused', scope: { kind: 'repository' }, until } as const;
    expect(await findingsOf(entryOf([over]))).toMatchObject([{ state: 'well' }]);
    expect(await findingsOf(null, false)).toMatchObject([{ state: 'well' }]);
  });

  test('are unknown where GitHub does not tell', () => {
    const facts: Facts = { ...READY, switches: { told: false, why: 'it is closed.' } };
    expect(examine(facts).filter(({ check }) => check === 'switch')).toMatchObject([{ state: 'unknown' }]);
  });
});
