import { startPage } from '../../local/page/page.ts';
import { type Sandbox, SENDER } from '../../local/sandbox.ts';

/** Shows where everything is, and ends with Ctrl-C or when whoever started it says so. */
export async function keepRunning(sandbox: Sandbox, repository: string): Promise<void> {
  const page = await startPage(sandbox, repository);
  const token = sandbox.github.createToken({
    login: SENDER,
    permissions: { contents: 'write', metadata: 'read', 'pull-requests': 'read' },
  });
  try {
    process.stderr.write(`
Still running; Ctrl-C ends it.
  Look at it  ${page.url}
  git clone   ${sandbox.github.cloneUrl(repository)}
  GitHub API  ${sandbox.github.apiUrl}
    a token   ${token}
  Slack API   ${sandbox.slack.apiUrl}
`);
    await new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
  } finally {
    await page.close();
  }
}
