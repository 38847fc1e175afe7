import { html } from 'hono/html';
import { formatSeconds } from '../../report/seconds.ts';
import type { Figures } from '../../stages/intake/board.ts';
import { formatCount, type Markup } from './markup.ts';
import { FIGURE_DAYS } from './stock.ts';
import { plain } from './words.ts';

/** What became of the patches of the last days. */
export function renderFigures({
  accepted,
  refused,
  opened,
  merged,
  reverted,
  secondsToPullRequest,
}: Figures): Markup {
  const reasons = Object.entries(refused);
  const all = reasons.reduce((sum, [, count]) => sum + count, 0);
  return html`<section id="figures" class="figures" aria-labelledby="figures-name">
      <h2 id="figures-name">Last ${FIGURE_DAYS} days</h2>
      <dl>
        ${renderFigure('Accepted', formatCount(accepted))}
        ${renderFigure('Opened', formatCount(opened))}
        ${renderFigure('Merged', formatCount(merged))}
        ${renderFigure('Reverted', formatCount(reverted))}
        ${renderFigure('Refused', formatCount(all), listReasons(reasons))}
        ${
          secondsToPullRequest === null
            ? renderFigure('To the pull request', 'unknown', 'no pull request was opened yet')
            : renderFigure(
                'To the pull request',
                formatSeconds(secondsToPullRequest.p50),
                `median of ${formatCount(secondsToPullRequest.of)}; 95 % within ${formatSeconds(secondsToPullRequest.p95)}`,
              )
        }
      </dl>
    </section>`;
}

function renderFigure(name: string, value: string, more = ''): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd>${more === '' ? '' : html`<dd class="detail">${more}</dd>`}</div>`;
}

function listReasons(reasons: readonly (readonly [string, number])[]): string {
  const rest = reasons.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...reasons.slice(0, MOST_REASONS).map(([reason, count]) => `${plain(reason)} ${formatCount(count)}`),
    ...(rest > 0 ? [`other ${formatCount(rest)}`] : []),
  ].join(', ');
}

/** Enough to see what goes wrong most. */
const MOST_REASONS = 4;
