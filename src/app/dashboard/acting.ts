import type { Context } from 'hono';
import * as z from 'zod';
import { parseForm } from '../../control/form.ts';
import { isAtLeast } from '../../control/roles.ts';
import { parseShown } from '../../control/shown-state.ts';
import { cutText } from '../../report/untrusted/cut.ts';
import { execute } from '../../stages/control/execute.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Access } from './access.ts';
import { UNLOCK_BOX } from './control-view.ts';
import type { Said } from './page.ts';
import type { Note, Session } from './session.ts';

/** A button that was pressed, as the form sent it. Everything in it is hostile. */
export type Press = {
  readonly repository: string;
  /** null: it is about the repository. */
  readonly patch: string | null;
  readonly fields: { readonly [name: string]: unknown };
};

/**
 * Does what a button says, in the name of whoever pressed it, by the executor of all surfaces; null: there is no such
 * repository for this person. Never rejects because a command failed: that is an answer too.
 */
export async function press(
  { context, access }: { readonly context: IntakeContext; readonly access: Access },
  { login }: Session,
  { repository, patch, fields }: Press,
): Promise<Said | null> {
  const role = await access.roleIn(repository, login);
  const target = role !== null && isAtLeast(role, 'viewer') ? await context.target(repository) : null;
  if (target === null) {
    return null;
  }
  const { action, reason, confirm, shown } = fieldsSchema.parse(fields);
  const offered: readonly string[] = patch === null ? ABOUT_REPOSITORY : ABOUT_PATCH;
  const seen = patch === null ? null : parseShown(shown);
  if (!offered.includes(action) || (patch !== null && seen === null)) {
    return { done: 'refused', sentence: 'There is no such button; reload the page and press one of it.' };
  }
  const parsed = parseForm({ action, patch: patch ?? '', reason, for: '', scope: '' });
  if (!parsed.ok) {
    return { done: 'refused', sentence: parsed.problem };
  }
  const { command } = parsed;
  const { done, sentence } = await execute(target.control, {
    command,
    surface: 'api',
    actor: login,
    confirm: confirm === 'yes',
    confirmsBy: { kind: 'button', box: UNLOCK_BOX },
    ...(seen === null ? {} : { shown: seen }),
  });
  return { done, sentence: cutText(sentence, MAX_SENTENCE) };
}

/** The answer on its way to the page that is shown next. */
export const SAID: Note<Said> = {
  name: 'said',
  seconds: 60,
  schema: z.object({
    done: z.enum(['done', 'refused', 'unchanged', 'failed', 'unconfirmed']),
    sentence: z.string(),
  }),
};

/** Characters; a cookie holds 4096 bytes. */
const MAX_SENTENCE = 600;

const ABOUT_REPOSITORY = ['pause', 'resume', 'unlock'] as const;
const ABOUT_PATCH = ['approve', 'reject', 'retry', 'revert', 'cancel'] as const;

const field = z.string().catch('');
const fieldsSchema = z.object({ action: field, reason: field, confirm: field, shown: field });

/** The form fields of a request; a file, or a name that was given twice, is none, and what is no form has none. */
export async function readFields(context: Context): Promise<Press['fields']> {
  return { ...(await context.req.parseBody().catch(() => ({}))) };
}
