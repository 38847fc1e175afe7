import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shopConfig } from '../../src/local/sample/shop.ts';
import type { Sandbox } from '../../src/local/sandbox.ts';
import { LOCAL_BOT_TOKEN, LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { JOB_CASES, SLEEPER } from '../hostile/jobs.ts';
import { GOOD, job, openShop, start } from './shop.ts';

/** What hostile tests would do, one attack after the other. It prints what each one found, so that the log shows it. */
const PROBE = [
  '#!/usr/bin/env bash',
  'git checkout -q -b stolen',
  'git -c user.name=x -c user.email=x@example.com commit -q --allow-empty -m stolen',
  ...JOB_CASES.map(({ attack }, index) => `echo "attack ${index}: $(${attack})"`),
  'exit 0',
  '',
].join('\n');

const CONFIG = shopConfig(LOCAL_CHANNEL.id).replace('command: npm test', 'command: bash probe.sh');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('a test job that looks for rights', () => {
  test('finds no token in its environment or in git, and its push is refused', async () => {
    const { found, log, branches, base } = await probe('as-it-is');
    expect(found).toEqual(Object.fromEntries(JOB_CASES.map((one) => [one.name, one.found])));
    expect(log).not.toContain(LOCAL_BOT_TOKEN);
    expect(branches).toEqual({ main: base, [`ghost/${GOOD.id}`]: expect.any(String) });
    expect(runningSleepers()).toEqual([]);
  });

  test('would find one if the checkout kept its credentials: persist-credentials is what keeps it away', async () => {
    const { found } = await probe('persisting', (text) =>
      text.replace('persist-credentials: false', 'persist-credentials: true'),
    );
    expect(found[IN_GIT]).toBe('1');
    expect(found[PUSH]).toBe('refused');
  });

  test("could push with both: the job's permissions are the second fence", async () => {
    const { found, branches } = await probe('persisting-and-writing', (text) =>
      text
        .replace('persist-credentials: false', 'persist-credentials: true')
        .replace('contents: read # checks the commit out', 'contents: write # checks the commit out'),
    );
    expect(found[PUSH]).toBe('done');
    expect(branches).toHaveProperty('stolen');
  });
});

const IN_GIT = "a token in git's configuration";
const PUSH = 'a push of a branch';

async function probe(name: string, workflow: (text: string) => string = (text) => text) {
  const shop = await openShop(sandbox, name, { config: CONFIG, workflow, files: { 'probe.sh': PROBE } });
  const { main: base } = (await shop.snapshot()).branches;
  const { log } = job(await shop.deliver(GOOD), 'test');
  const { branches } = await shop.snapshot();
  const found = Object.fromEntries(
    JOB_CASES.map((one, index) => [one.name, new RegExp(`attack ${index}: (.*)`).exec(log)?.[1]]),
  );
  return { found, log, branches, base };
}

function runningSleepers(): readonly string[] {
  return readdirSync('/proc').filter((id) => /^\d+$/.test(id) && commandOf(id).startsWith(SLEEPER));
}

/** Empty for a process that has ended meanwhile. */
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
