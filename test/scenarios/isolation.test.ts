import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shopConfig } from '../../src/local/sample/shop.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { LOCAL_BOT_TOKEN, LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { GOOD, job, openShop, start } from './shop.ts';

/**
 * What hostile tests would do: look for a token in the environment and in git's configuration, and push.
 * It prints what it found, so that the log shows it.
 */
const PROBE = `#!/usr/bin/env bash
echo "environment: $(env | grep -ciE 'token|secret|authorization|xoxb' || true)"
echo "git config: $(cat .git/config "$HOME/.gitconfig" 2>/dev/null | grep -ciE 'extraheader|authorization|password' || true)"
echo "helpers: $(git config --get-all credential.helper | wc -l)"
git checkout -q -b stolen
git -c user.name=x -c user.email=x@example.com commit -q --allow-empty -m stolen
if git push -q origin HEAD:refs/heads/stolen 2>push.log; then echo "push: done"; else echo "push: refused"; fi
cat push.log
env | grep -i token
exit 0
`;

const CONFIG = shopConfig(LOCAL_CHANNEL.id).replace('command: npm test', 'command: bash probe.sh');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('a test job that looks for rights', () => {
  test('finds no token in its environment or in git, and its push is refused', async () => {
    const { log, branches } = await probe('as-it-is');
    expect(log).toContain('environment: 0');
    expect(log).toContain('git config: 0');
    expect(log).toContain('helpers: 0');
    expect(log).toContain('push: refused');
    expect(log).not.toContain(LOCAL_BOT_TOKEN);
    expect(branches).not.toContain('stolen');
  });

  test('would find one if the checkout kept its credentials: persist-credentials is what keeps it away', async () => {
    const { log } = await probe('persisting', (text) =>
      text.replace('persist-credentials: false', 'persist-credentials: true'),
    );
    expect(log).toContain('git config: 1');
    expect(log).toContain('push: refused');
  });

  test("could push with both: the job's permissions are the second fence", async () => {
    const { log, branches } = await probe('persisting-and-writing', (text) =>
      text
        .replace('persist-credentials: false', 'persist-credentials: true')
        .replace('contents: read # checks the commit out', 'contents: write # checks the commit out'),
    );
    expect(log).toContain('push: done');
    expect(branches).toContain('stolen');
  });
});

async function probe(name: string, workflow: (text: string) => string = (text) => text) {
  const shop = await openShop(sandbox, name, { config: CONFIG, workflow, files: { 'probe.sh': PROBE } });
  const run = await shop.deliver(GOOD);
  const { branches } = await shop.snapshot();
  return { log: job(run, 'test').log, branches: Object.keys(branches) };
}
