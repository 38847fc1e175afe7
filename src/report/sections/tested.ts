import type { TestReport } from '../../record/outcome.ts';
import { describeTests } from '../sentence.ts';
import { codeBlock } from '../untrusted/code-block.ts';
import { codeSpan, markdownLine, markdownLink } from '../untrusted/markdown.ts';
import { commitUrl, type PatchView, shortSha, testsOf } from '../view.ts';

/** What the test job says, whose word that is, and what it was said of. */
export function formatTested(view: PatchView, budget: number): string {
  const tests = testsOf(view);
  if (tests === undefined) {
    return '## What was tested\n\nNothing is known of any tests.';
  }
  const parts = ['## What was tested', formatVerdict(view, tests)];
  const left = budget - parts.join('\n\n').length - MAX_AROUND;
  return [
    ...parts,
    ...formatFailing(tests, Math.floor(left / 2)),
    ...formatTail(tests, Math.floor(left / 2)),
  ].join('\n\n');
}

/** More than headings and tags around the two blocks take. */
const MAX_AROUND = 400;

const SIGNS: { readonly [verdict in TestReport['verdict']]: string } = {
  passed: '✅',
  failed: '❌',
  timed_out: '⏰',
  not_started: '❔',
};

function formatVerdict(view: PatchView, tests: TestReport): string {
  const commit = markdownLink(shortSha(tests.sha), commitUrl(view, tests.sha));
  const { url } = view.record.run;
  const job = url === '' ? 'the test job' : markdownLink('the test job', url);
  return [
    `${SIGNS[tests.verdict]} ${markdownLine(describeTests(tests))}`,
    '',
    `Commit ${commit}, command ${codeSpan(tests.command, MAX_COMMAND)}. Reported by ${job}, which runs the patch's own code: a claim about this one commit, and no more.`,
  ].join('\n');
}

const MAX_COMMAND = 200;

function formatFailing({ failingLines }: TestReport, budget: number): readonly string[] {
  return failingLines.length === 0 ? [] : [codeBlock({ lines: failingLines, budget, keep: 'first' })];
}

/** A test run that passed is not worth its output here; the run's log has it. */
function formatTail({ verdict, tail, outputBytes }: TestReport, budget: number): readonly string[] {
  if (verdict === 'passed' || tail.trim() === '') {
    return [];
  }
  const block = codeBlock({ lines: tail.trimEnd().split('\n'), budget, keep: 'last' });
  return [
    `<details><summary>End of the output (${outputBytes} bytes in all)</summary>\n\n${block}\n\n</details>`,
  ];
}
