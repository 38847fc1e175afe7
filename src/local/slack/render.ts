import { showHidden } from '../../report/untrusted/visible.ts';
import type { Block, LocalMessage } from './message.ts';

/** The message as a person sees it, in plain text for a terminal. */
export function renderMessage({ content, edits }: LocalMessage): string {
  const blocks = content.blocks.length === 0 ? [plain(content.text)] : content.blocks.map(renderBlock);
  const lines = [...blocks.join('\n').split('\n'), ...(edits.length === 0 ? [] : ['(edited)'])];
  return lines.map((line) => `│ ${line}`.trimEnd()).join('\n');
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'divider':
      return '───';
    case 'image':
      return `[image: ${String(block['alt_text'])}]`;
    case 'context':
    case 'actions':
      return listOf(block['elements']).map(renderElement).join('  ');
    default:
      return [...textOf(block['text']), ...listOf(block['fields']).map(renderField)].join('\n');
  }
}

/** A field is a name over a value; side by side takes less room. */
function renderField(field: unknown): string {
  return textOf(field).join('').replace('\n', ': ');
}

function renderElement(element: unknown): string {
  if (typeof element !== 'object' || element === null || !('type' in element)) {
    return '';
  }
  if (element.type === 'button') {
    return `[ ${textOf('text' in element ? element.text : undefined).join('')} ]`;
  }
  return element.type === 'image' && 'alt_text' in element
    ? `[image: ${String(element.alt_text)}]`
    : textOf(element).join('');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
    return [];
  }
  return ['type' in value && value.type === 'mrkdwn' ? plain(value.text) : showHidden(value.text)];
}

/** mrkdwn without its marks; an address stays beside the words that link to it. */
function plain(mrkdwn: string): string {
  const text = mrkdwn
    .replaceAll(/<(https?:[^|>]+)\|([^>]+)>/g, '$2 ($1)')
    .replaceAll(/<(https?:[^>]+)>/g, '$1')
    .replaceAll(/(^|\s|•\s)\*([^*\n]+)\*/g, '$1$2')
    .replaceAll(/```\n([\s\S]*?)\n```/g, '$1')
    .replaceAll('`', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return showHidden(text);
}
