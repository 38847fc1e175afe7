import { serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { answerSlack } from '../../src/io/slack-answer.ts';

const REPLY = { text: 'done', blocks: [] };

/** What the next answers get; 200 afterwards. */
let limits: string[];
let taken: unknown[];
let url: string;
let close: () => void;

beforeEach(async () => {
  limits = [];
  taken = [];
  const app = new Hono();
  app.post('/answers', async (context) => {
    const limit = limits.shift();
    if (limit === 'elsewhere') {
      return context.redirect('http://127.0.0.1:1/');
    }
    if (limit !== undefined) {
      return context.text('', 429, { 'retry-after': limit });
    }
    taken.push(await context.req.json());
    return context.text('ok');
  });
  app.post('/gone', (context) => context.text('', 404));
  const port = await new Promise<number>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
    close = () => server.close();
  });
  url = `http://127.0.0.1:${port}`;
});
afterEach(() => close());

function answer(path: string): Promise<void> {
  return answerSlack(`${url}${path}`, REPLY, { apiUrl: `${url}/api/` });
}

describe('an answer to a slash command or a button', () => {
  test('is for who asked, and leaves the message as it is', async () => {
    await answer('/answers');
    expect(taken).toEqual([{ response_type: 'ephemeral', replace_original: false, ...REPLY }]);
  });

  test('waits as long as Slack asks', async () => {
    limits = ['1'];
    const from = performance.now();
    await answer('/answers');
    expect(performance.now() - from).toBeGreaterThan(950);
    expect(taken).toHaveLength(1);
  });

  test('is given up when Slack asks again and again', async () => {
    limits = ['0.01', '0.01', '0.01', '0.01', '0.01'];
    await expect(answer('/answers')).rejects.toThrow('HTTP status 429');
    expect(taken).toEqual([]);
  });

  test('is not sent twice to an address that is gone', async () => {
    await expect(answer('/gone')).rejects.toThrow('HTTP status 404');
  });

  test('follows nobody elsewhere', async () => {
    limits = ['elsewhere'];
    await expect(answer('/answers')).rejects.toThrow();
  });

  test.each([
    ['http://169.254.169.254/latest/', 'https://slack.com/api/'],
    ['https://slack.com.example.com/answers', 'https://slack.com/api/'],
    ['https://hooks.slack.com.example.com/', 'https://slack.com/api/'],
    ['http://hooks.slack.com/commands/1', 'https://slack.com/api/'],
  ])('goes to Slack and to nobody else: %s', async (address, apiUrl) => {
    await expect(answerSlack(address, REPLY, { apiUrl })).rejects.toThrow('is none of Slack’s');
  });
});
