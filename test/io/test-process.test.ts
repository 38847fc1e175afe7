import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestProcess } from '../../src/io/test-process.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'test-process-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('io/test-process', () => {
  test('a command that succeeds has passed', async () => {
    expect(await run('echo fine')).toMatchObject({
      verdict: 'passed',
      exitCode: 0,
      tail: 'fine',
      outputBytes: 5,
      failingLines: [],
    });
  });

  test('a command that fails has failed, with the lines that say why', async () => {
    expect(await run('echo "ok 1 - a"; echo "not ok 2 - b" >&2; exit 3')).toMatchObject({
      verdict: 'failed',
      exitCode: 3,
      failingLines: ['not ok 2 - b'],
    });
  });

  test('the first failing command of several ends it', async () => {
    expect(await run('false\necho on')).toMatchObject({ verdict: 'failed', outputBytes: 0 });
    expect(await run('false | true')).toMatchObject({ verdict: 'failed' });
  });

  test.each([
    ['is not there', 'no-such-command-at-all'],
    ['can not be executed', './README.md || true; ./plain'],
  ])('a command that %s did not start', async (_, command) => {
    execFileSync('bash', ['-c', 'touch plain README.md'], { cwd: directory });
    expect((await run(command)).verdict).toBe('not_started');
  });

  test('tests that fail with the exit code of a missing command have failed', async () => {
    expect(await run('echo "not ok 1 - adds up"; exit 127')).toMatchObject({
      verdict: 'failed',
      exitCode: 127,
    });
  });

  test('a command that never ends is timed out, with everything that it started', async () => {
    const result = await run('(sleep 300; echo late) & echo $! > child; sleep 300', 0.5);
    expect(result).toMatchObject({ verdict: 'timed_out' });
    expect(result.seconds).toBeLessThan(10);
    await delay(50);
    expect(isAlive(Number(readFileSync(join(directory, 'child'), 'utf8')))).toBe(false);
  });

  test('a command that does not listen to being asked is ended all the same', async () => {
    expect(await run("trap '' TERM; while true; do sleep 0.1; done", 0.3)).toMatchObject({
      verdict: 'timed_out',
    });
  }, 15_000);

  test('what a command leaves running when it ends is ended', async () => {
    await run('sleep 300 & echo $! > child; exit 0');
    await delay(50);
    expect(isAlive(Number(readFileSync(join(directory, 'child'), 'utf8')))).toBe(false);
  });

  test('a hundred megabytes of output are counted, and only both ends of them kept', async () => {
    const result = await run(
      'echo begin; head -c 100000000 /dev/zero | tr "\\0" "x"; echo; echo "not ok 1 - at the end"',
    );
    expect(result).toMatchObject({ verdict: 'passed', failingLines: ['not ok 1 - at the end'] });
    expect(result.outputBytes).toBe(100_000_029);
    expect(result.tail.length).toBeLessThan(10_000);
  }, 60_000);

  test('tokens, inputs and file commands are not in its environment; what set-up steps set is', async () => {
    const secret = 'hush';
    const environment = {
      PATH: process.env['PATH'],
      GITHUB_TOKEN: secret,
      'INPUT_GITHUB-TOKEN': secret,
      INPUT_TOKEN: secret,
      ACTIONS_RUNTIME_TOKEN: secret,
      ACTIONS_ID_TOKEN_REQUEST_URL: secret,
      GITHUB_OUTPUT: secret,
      GITHUB_ENV: secret,
      GITHUB_STEP_SUMMARY: secret,
      SLACK_BOT_TOKEN: secret,
      AWS_SECRET_ACCESS_KEY: secret,
      NPM_PASSWORD: secret,
      DATABASE_URL: 'postgres://localhost/test',
      JAVA_HOME: '/java',
    };
    const { tail } = await run('env', 10, environment);
    expect(tail).not.toContain(secret);
    expect(tail).toContain('DATABASE_URL=postgres://localhost/test');
    expect(tail).toContain('JAVA_HOME=/java');
  });
});

function run(
  command: string,
  timeoutSeconds = 30,
  environment: NodeJS.ProcessEnv = { PATH: process.env['PATH'] },
) {
  return createTestProcess({ environment, onOutput: () => undefined }).run({
    command,
    directory,
    timeoutSeconds,
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
