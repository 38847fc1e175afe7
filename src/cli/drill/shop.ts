import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SHOP, shopConfig } from '../../local/sample/shop.ts';
import { type Sandbox, SENDER } from '../../local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../local/slack/server.ts';
import { createLooks, type Looks } from './looks.ts';

/** The drill's repository, and everybody who does something there. */
export type Shop = {
  readonly looks: Looks;
  /** Sends a patch as a GPT does. Gives the id of the run that it starts. */
  send(payload: { readonly id: string }): Promise<number>;
  /** Sends the form in the Actions tab. */
  form(login: string, inputs: { readonly [box: string]: string }): Promise<void>;
  /** Writes under the newest pull request of a patch. */
  comment(login: string, id: string, body: string): Promise<void>;
  /** Runs `ghost-runner` in a process of its own. */
  cli(login: string, ...words: readonly string[]): Promise<void>;
  merge(login: string, id: string): Promise<void>;
  /** Lets every schedule come due. */
  schedule(): Promise<void>;
};

export const DRILL_REPOSITORY = 'acme/shop';

/** Two operators, because nobody unlocks alone what they locked, and somebody who may only review. */
export const OPERATOR = 'ada';
export const OTHER_OPERATOR = 'bob';
export const REVIEWER = 'rita';
export { SENDER };

const [OWNER = '', NAME = ''] = DRILL_REPOSITORY.split('/');

/** `signal` ends the processes of commands that are under way. */
export async function openShop(sandbox: Sandbox, signal: AbortSignal): Promise<Shop> {
  const { github } = sandbox;
  await sandbox.addRepository(DRILL_REPOSITORY, SHOP, {
    config: `${shopConfig(LOCAL_CHANNEL.id)}approval: required\nwatch: {canary: {}}\n`,
    moreWorkflows: ['ghost-control.yml', 'ghost-command.yml', 'ghost-watch.yml'],
  });
  github.setRole(DRILL_REPOSITORY, OPERATOR, 'admin');
  github.setRole(DRILL_REPOSITORY, OTHER_OPERATOR, 'maintain');
  github.setRole(DRILL_REPOSITORY, REVIEWER, 'write');
  const person = (login: string) => github.person(login, DRILL_REPOSITORY);
  const looks = createLooks({
    owner: OWNER,
    name: NAME,
    apiUrl: github.apiUrl,
    token: github.createToken({ login: 'reader', permissions: READING }),
  });
  const numberOf = async (id: string): Promise<number> => {
    const pull = await looks.findPull(id);
    if (pull === null) {
      throw new Error(`there is no pull request of ${id}`);
    }
    return pull.number;
  };

  return {
    looks,
    send: async (payload) => (await sandbox.send(DRILL_REPOSITORY, payload)).id,
    async form(login, inputs) {
      await person(login).runWorkflow('ghost-control.yml', inputs);
    },
    async comment(login, id, body) {
      await person(login).comment(await numberOf(id), body);
    },
    async cli(login, ...words) {
      const token = github.createToken({ login, permissions: COMMANDING });
      // How it says that it ended does not count here; what is looked at afterwards does.
      await promisify(execFile)(process.execPath, [COMMAND_LINE, ...words, '--repo', DRILL_REPOSITORY], {
        env: { ...process.env, GITHUB_TOKEN: token, GITHUB_API_URL: github.apiUrl },
        signal,
      });
    },
    async merge(login, id) {
      await person(login).merge(await numberOf(id));
    },
    async schedule() {
      await github.tick(DRILL_REPOSITORY);
    },
  };
}

const COMMAND_LINE = join(import.meta.dirname, '../bin.ts');

const READING = {
  actions: 'read',
  contents: 'read',
  'pull-requests': 'read',
  metadata: 'read',
} as const;

/** What the command line asks for in its help. */
const COMMANDING = {
  actions: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
  statuses: 'write',
} as const;
