import { formatAnnotation } from '../../src/report/annotation.ts';
import { formatCommitMessage } from '../../src/report/commit.ts';
import { formatPullRequest } from '../../src/report/pull-request.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { formatRefusalLines } from '../../src/report/terminal.ts';
import type { PatchView } from '../../src/report/view.ts';
import { patchRecord, patchView } from '../report/views.ts';
import type { TextCase } from './texts.ts';

/** The place of a real text at which a hostile one stands, without what is around it. */
export const showIn: { readonly [medium in TextCase['medium']]: (text: string) => string } = {
  'pull request': (text) => between(formatPage(text), '## What was asked\n\n**', '**\n\n- Patch:'),
  commit: (text) => between(`\n${formatCommitMessage(titled(text))}`, '\n', '\n\nGhost-Patch:'),
  Slack: (text) => between(formatSlackMessage(titled(text)).text, '⏳ ', ': The patch fits'),
  log: (text) => between(`\n${annotationOf(text)}`, '\n', '. Correct the patch'),
  terminal: (text) => between(`${refusalLines(text).join('\n')}\n`, '✘ malformed\n  ', '\n'),
};

/** A pull request whose title is this text. */
export function formatPage(title: string): string {
  return formatPullRequest(titled(title)).body;
}

function titled(title: string): PatchView {
  return patchView({ record: patchRecord({ title }), patch: { title, description: '' } });
}

function annotationOf(message: string): string {
  return formatAnnotation(patchView(), { kind: 'refused', refusals: [{ code: 'malformed', message }] })
    .message;
}

function refusalLines(message: string): readonly string[] {
  const plain = (text: string) => text;
  const paint = { bold: plain, dim: plain, green: plain, red: plain, cyan: plain };
  return formatRefusalLines([{ code: 'malformed', message }], paint);
}

function between(text: string, before: string, after: string): string {
  const start = text.indexOf(before);
  const end = text.indexOf(after, start + before.length);
  if (start === -1 || end === -1)
    throw new Error(`there is no place between ${before} and ${after}: ${text}`);
  return text.slice(start + before.length, end);
}
