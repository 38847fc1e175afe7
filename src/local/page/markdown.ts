import { html, raw } from 'hono/html';
import { micromark } from 'micromark';
import { gfm, gfmHtml, type HtmlExtension } from 'micromark-extension-gfm';
import type { Links, Markup } from './markup.ts';

/**
 * Markdown as GitHub shows it, as far as it is harmless. Of HTML it knows what reports need: comments are not
 * shown, a section can be folded; everything else stands there as it was written.
 */
export function renderMarkdown(text: string, links: Links): Markup {
  const folds = createFolds();
  const rendered = micromark(text, {
    extensions: [gfm(), WITHOUT_IMAGES],
    htmlExtensions: [gfmHtml(), folds.extension],
  });
  const linked = rendered.replaceAll(/ href="([^"]*)"/g, (_, escaped: string) => {
    const href = links(escaped.replaceAll('&amp;', '&'));
    return href === null ? '' : ` href="${href.replaceAll('&', '&amp;')}" rel="noreferrer"`;
  });
  return html`<div class="markdown">${raw(linked + folds.end())}</div>`;
}

/** To look at an image is to tell its owner; as links they wait for a click. */
const WITHOUT_IMAGES = { disable: { null: ['labelStartImage'] } };

/**
 * Folded sections whose tags are sure to be in balance: they count only in the first column, where no quote and
 * no list is open, none is closed that was not opened, and `end` gives what is left to close.
 */
function createFolds(): { readonly extension: HtmlExtension; readonly end: () => string } {
  let open = 0;
  const extension: HtmlExtension = {
    enter: {
      htmlFlow() {
        this.lineEndingIfNeeded();
        this.buffer();
      },
      htmlText() {
        this.buffer();
      },
    },
    exit: {
      htmlFlow(token) {
        const escaped = this.resume();
        const source = this.sliceSerialize(token).trim();
        const [, summary] = FOLD.exec(source) ?? [];
        if (COMMENT.test(source)) {
          return;
        }
        if (summary !== undefined && token.start.column === 1) {
          open += 1;
          this.raw(`<details><summary>${this.encode(summary)}</summary>`);
        } else if (source === '</details>' && open > 0 && token.start.column === 1) {
          open -= 1;
          this.raw('</details>');
        } else {
          this.raw(escaped);
        }
      },
      htmlText(token) {
        const escaped = this.resume();
        this.raw(UNSEEN.test(this.sliceSerialize(token)) ? '' : escaped);
      },
    },
  };
  return { extension, end: () => '</details>'.repeat(open) };
}

const COMMENT = /^<!--(?:(?!-->)[^])*-->$/;
const FOLD = /^<details>\s*<summary>([^<>]*)<\/summary>$/;

/** Reports set paths in `<code>`, which can't be kept in balance here; its words are shown without it. */
const UNSEEN = /^(?:<\/?code>|<!--(?:(?!-->)[^])*-->)$/;
