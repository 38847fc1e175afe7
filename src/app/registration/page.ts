import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { AppManifest } from './manifest.ts';

type Page = ReturnType<typeof html>;

/** What the page with the button shows. */
export type Button = {
  readonly manifest: AppManifest;
  /** The root of GitHub's pages. */
  readonly serverUrl: string;
  /** null: whoever presses the button. */
  readonly organisation: string | null;
  /** The address of GitHub to which the button sends the manifest. */
  readonly action: string;
};

export function renderButton({ manifest, serverUrl, organisation, action }: Button): Page {
  const owner = organisation ?? 'whoever presses the button';
  return renderPage(
    'Register the GitHub App',
    html`<p>First <a href="${serverUrl}" target="_blank" rel="noreferrer">sign in to GitHub</a> in this browser: it forgets the App if it has to ask who you are.</p>
    <dl>
      <dt>App</dt><dd>${manifest.name}</dd>
      <dt>Owner</dt><dd>${owner}</dd>
      <dt>Webhooks go to</dt><dd>${manifest.hook_attributes.url}</dd>
      <dt>Then GitHub leads back to</dt><dd>${manifest.redirect_url}</dd>
    </dl>
    <form method="post" action="${action}">
      <input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
      <button>Register it on GitHub</button>
    </form>`,
  );
}

/** A page of one heading and some words. */
export function renderTold(title: string, words: string): Page {
  return renderPage(title, html`<p>${words}</p>`);
}

function renderPage(title: string, body: Page): Page {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <style>${raw(STYLE)}</style>
  </head>
  <body><main><h1>${title}</h1>${body}</main></body>
</html>`;
}

const STYLE =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}main{max-width:40rem;margin:4rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}button{font:inherit;padding:.5rem 1rem}';

/** Nothing runs, loads or frames; the one style is known by what is in it. */
export const CONTENT_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};
