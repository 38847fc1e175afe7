import { describeGenerated } from '../generated.ts';
import { markdownLine, markdownLink } from '../untrusted/markdown.ts';
import { commitUrl, type PatchView, shortSha } from '../view.ts';
import { formatFiles } from './changed.ts';

/** What named commands made of the patch, which nobody wrote; empty text where none ran, or none ended well. */
export function formatGenerated({ record, ...view }: PatchView, budget: number): string {
  const { generated, head } = record;
  if (generated === undefined) {
    return '';
  }
  const heading = '## What was generated';
  const sentence = markdownLine(describeGenerated(generated));
  if (generated.changes.length === 0 || head === undefined) {
    return `${heading}\n\n${sentence}`;
  }
  const commit = markdownLink(shortSha(head), commitUrl({ record, ...view }, head));
  const whose = `Commit ${commit} holds it: nobody wrote these lines, and they were made where the patch's own code runs. Read them like the patch.`;
  return formatFiles([heading, '', sentence, whose], generated.changes, budget);
}
