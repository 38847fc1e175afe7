import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { METHODS } from '../src/local/slack/methods.ts';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'slack-manifest.yml'), 'utf8');

const MANIFEST = z
  .object({
    display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
    features: z.object({
      app_home: z.object({ messages_tab_enabled: z.boolean(), messages_tab_read_only_enabled: z.boolean() }),
      assistant_view: z.object({ assistant_description: z.string().max(140) }).optional(),
      slash_commands: z.array(
        z.object({
          command: z.string(),
          url: z.url(),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
        }),
      ),
    }),
    oauth_config: z.object({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url() }),
      socket_mode_enabled: z.boolean(),
    }),
  })
  .parse(parse(text));

const { features, oauth_config, settings } = MANIFEST;
const scopes = oauth_config.scopes.bot;
const events = settings.event_subscriptions.bot_events;

describe('slack-manifest.yml', () => {
  test('asks for what the code calls and hears, and for nothing else', () => {
    const needed = new Set(['commands', 'im:history', ...calledMethods().flatMap((name) => scopesOf(name))]);
    expect(scopes.toSorted()).toEqual([...needed].toSorted());
  });

  test('says of every scope and every event what it is for', () => {
    for (const name of [...scopes, ...events]) {
      expect(text).toMatch(new RegExp(`- ${name} # \\w.{10,}\n`));
    }
  });

  test('the view of an assistant, its scope and its event come together', () => {
    const parts = [
      features.assistant_view !== undefined,
      scopes.includes('assistant:write'),
      events.includes('assistant_thread_started'),
    ];
    expect(new Set(parts).size).toBe(1);
  });

  test('hears the events that are answered, and no others', () => {
    const source = readFileSync(join(root, 'src/app/slack/requests.ts'), 'utf8');
    const [direct, opened] = ["z.literal('im')", "z.literal('assistant_thread_started')"];
    expect(source).toContain(direct);
    expect(source).toContain(opened);
    expect(events.toSorted()).toEqual(['assistant_thread_started', 'message.im']);
    expect(features.app_home).toEqual(
      expect.objectContaining({ messages_tab_enabled: true, messages_tab_read_only_enabled: false }),
    );
  });

  test('sends everything to addresses that the server has', () => {
    const source = readFileSync(join(root, 'src/app/slack/slack.ts'), 'utf8');
    const answered = [...source.matchAll(/routes\.post\('(\/slack\/\w+)'/g)].map(([, path = '']) => path);
    const [command, ...others] = features.slash_commands;
    expect(others).toEqual([]);
    expect(command).toMatchObject({ command: '/ghost', should_escape: false });
    const called = [
      command?.url,
      settings.interactivity.request_url,
      settings.event_subscriptions.request_url,
    ];
    expect(called.map((url) => new URL(url ?? '').pathname).toSorted()).toEqual(answered.toSorted());
  });
});

/** Names of the methods of Slack's Web API that stand in the code. */
function calledMethods(): readonly string[] {
  const sources = globSync('src/{io,app}/**/*.ts', { cwd: root }).map((path) =>
    readFileSync(join(root, path), 'utf8'),
  );
  const names = sources.flatMap((source) =>
    [...source.matchAll(/method: '([a-z]+(?:\.[A-Za-z]+)+)'/g)].map(([, name = '']) => name),
  );
  expect(names).toContain('chat.postMessage');
  return [...new Set(names)];
}

/** As the local Slack wants them; it answers a method that it does not know as Slack does. */
function scopesOf(name: string): readonly string[] {
  const method = METHODS[name];
  if (method === undefined) {
    throw new Error(`the local Slack has no ${name}`);
  }
  return method.scopes;
}
