import { html } from 'hono/html';
import type { Block, LocalMessage } from '../slack/message.ts';
import { chip, clock, type Links, type Markup, shown } from './markup.ts';
import { renderMrkdwn } from './mrkdwn.ts';

/** A message as a bubble of a chat, as it reads now. */
export function renderMessage({ ts, author, content, edits, visibleTo }: LocalMessage, links: Links): Markup {
  const { blocks, text } = content;
  return html`<article class="bubble" id="message-${ts.replace('.', '-')}">
    <p class="meta"><strong>${shown(author)}</strong> ${chip('app')} ${clock(Number(ts) * MILLISECONDS)}
      ${edits.length === 0 ? '' : html`<span>edited ${edits.length === 1 ? 'once' : `${edits.length} times`}</span>`}
      ${visibleTo === undefined ? '' : html`<span>only ${shown(visibleTo)} sees this</span>`}</p>
    ${blocks.length === 0 ? html`<div class="text">${renderMrkdwn(text, links)}</div>` : blocks.map((block) => renderBlock(block, links))}
  </article>`;
}

const MILLISECONDS = 1000;

function renderBlock(block: Block, links: Links): Markup {
  switch (block.type) {
    case 'header':
      return html`<h3>${renderText(block['text'], links)}</h3>`;
    case 'divider':
      return html`<hr>`;
    case 'image':
      return html`<p>[image: ${shown(String(block['alt_text']))}]</p>`;
    case 'context':
      return html`<p class="meta">${listOf(block['elements']).map((element) => renderElement(element, links))}</p>`;
    case 'actions':
      return html`<p>${listOf(block['elements']).map((element) => renderElement(element, links))}</p>`;
    default:
      return html`${block['text'] === undefined ? '' : html`<div class="text">${renderText(block['text'], links)}</div>`}
        ${block['fields'] === undefined ? '' : html`<ul class="fields text">${listOf(block['fields']).map((field) => html`<li>${renderText(field, links)}</li>`)}</ul>`}`;
  }
}

function renderElement(element: unknown, links: Links): Markup {
  const { type, text, alt_text: alternative } = propertiesOf(element);
  if (type === 'button') {
    return html`<span class="button">${renderText(text, links)}</span> `;
  }
  return type === 'image'
    ? html`[image: ${shown(String(alternative))}] `
    : html`<span>${renderText(element, links)}</span> `;
}

function renderText(object: unknown, links: Links): Markup {
  const { type, text } = propertiesOf(object);
  const words = typeof text === 'string' ? text : '';
  return type === 'mrkdwn' ? renderMrkdwn(words, links) : shown(words);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function propertiesOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
