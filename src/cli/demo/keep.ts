import { once } from 'node:events';
import { startPage } from '../../local/page/page.ts';
import { type Sandbox, SENDER } from '../../local/sandbox.ts';
import type { Interruption } from './interruption.ts';

/** Shows where everything is, and ends with Ctrl-C or when whoever started it says so. */
export async function keepRunning(
  sandbox: Sandbox,
  repository: string,
  { signal }: Interruption,
): Promise<void> {
  const page = await startPage(sandbox, repository);
  sandbox.github.setRole(repository, OWNER, 'admin');
  try {
    process.stderr.write(`
Still running; Ctrl-C ends it.
  Look at it  ${page.url}
  git clone   ${sandbox.github.cloneUrl(repository)}
  GitHub API  ${sandbox.github.apiUrl}
    tokens    ${sandbox.github.createToken({ login: SENDER, permissions: SENDING })} (a GPT's: it sends patches)
              ${sandbox.github.createToken({ login: OWNER, permissions: EVERYTHING })} (${OWNER}'s: for all else, and as password for git push)
  Slack API   ${sandbox.slack.apiUrl}
`);
    if (!signal.aborted) {
      await once(signal, 'abort');
    }
  } finally {
    await page.close();
  }
}

/** Whoever tries the demo may do as this person what they would do in a repository of theirs. */
const OWNER = 'ada';

const SENDING = { contents: 'write', metadata: 'read', 'pull-requests': 'read' };

const EVERYTHING = {
  actions: 'write',
  'actions-variables': 'write',
  administration: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  'pull-requests': 'write',
  secrets: 'write',
  statuses: 'write',
  workflows: 'write',
};
