import { html } from 'hono/html';
import type { CommandReport } from '../../report/command/report.ts';
import { formatMoment, type Markup, shown, type Tone } from './markup.ts';

/** What a page is made of beside its content. */
export type Frame = {
  readonly title: string;
  readonly now: string;
  /** null: nobody signed in. */
  readonly person: { readonly login: string; readonly formToken: string } | null;
  /** What came of the last button. */
  readonly said: Said | null;
  /** Something is still to come, which the page asks for once it is live. */
  readonly pending?: boolean;
};

/** The answer to a command, and whether its effect was seen. */
export type Said = { readonly done: CommandReport['done']; readonly sentence: string };

/** A whole page. What is in `main` is brought up to date by live.js; all of it works without. */
export async function renderPage(
  { title, now, person, said, pending }: Frame,
  content: Markup,
): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${shown(title)} · Ghost Runner</title>
  <link rel="icon" href="/dashboard/icon.svg">
  <link rel="stylesheet" href="/dashboard/dashboard.css">
  ${person === null ? '' : html`<script src="/dashboard/live.js" type="module"></script>`}
</head>
<body>
  <a class="skip" href="#main">Skip to the content</a>
  <header class="bar">
    <a class="brand" href="/"><img src="/dashboard/icon.svg" alt="" width="22" height="22"> Ghost Runner</a>
    <p id="live" class="live">As of ${formatMoment(now)}</p>
    ${person === null ? '' : renderPerson(person)}
  </header>
  <div id="announce" class="hidden" role="status" aria-live="polite"></div>
  <main id="main" tabindex="-1">
    ${said === null ? '' : renderSaid(said)}
    <div id="content" data-now="${now}"${pending === true ? html` data-pending` : ''}>${content}</div>
  </main>
</body>
</html>
`,
  );
}

/** A hidden field that shows that a form is from a page of this session. */
export function formToken(token: string): Markup {
  return html`<input type="hidden" name="token" value="${token}">`;
}

function renderPerson({ login, formToken: token }: NonNullable<Frame['person']>): Markup {
  return html`<form class="person" method="post" action="/sign-out">
      ${formToken(token)}<span>${shown(login)}</span> <button class="plain">Sign out</button>
    </form>`;
}

function renderSaid({ done, sentence }: Said): Markup {
  const { tone, words } = SAID[done];
  return html`<p class="said ${tone}" role="status"><strong>${words}.</strong> ${shown(sentence)}</p>`;
}

const SAID: { readonly [done in Said['done']]: { readonly tone: Tone; readonly words: string } } = {
  done: { tone: 'good', words: 'Done, and seen to be so' },
  unchanged: { tone: 'quiet', words: 'Nothing had to be changed' },
  unconfirmed: { tone: 'busy', words: 'Asked for, and not confirmed yet' },
  refused: { tone: 'bad', words: 'Not allowed' },
  failed: { tone: 'bad', words: 'Something broke' },
};
