/** The library runs wherever the language does: in a browser, in a worker of one, and in a context without anything of Node. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, SourceTextModule } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApplyRequest, ApplyResult } from 'ghost-runner/apply';
import { readModules } from '../architecture/module.ts';
import { type Browser, findMissingBrowser, openBrowser } from '../local/browser.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Touches what had to be replaced: bytes, base64, text that is not ASCII, regular expressions, the merge. */
const REQUEST: ApplyRequest = {
  files: { 'a.txt': 'zero\none\ntwö\nthree\n', 'b.txt': 'count = 1\n' },
  was: { 'a.txt': 'one\ntwö\nthree\n', 'b.txt': 'count = 1\n' },
  patch: {
    version: 1,
    changes: [
      { kind: 'diff', diff: '--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n one\n-twö\n+TWÖ\n three\n' },
      { kind: 'regex', path: 'b.txt', pattern: String.raw`(\w+) = \d`, replacement: '$1 = 2' },
      { kind: 'write', path: 'c.txt', content: 'w6Q=', encoding: 'base64' },
    ],
  },
};
const FILES = { 'a.txt': 'zero\none\nTWÖ\nthree\n', 'b.txt': 'count = 2\n', 'c.txt': 'ä' };

const SAID = `JSON.stringify(apply(${JSON.stringify(REQUEST)}))`;

/** A page that applies the patch by itself, and one that lets a worker do it. */
const SITE: ReadonlyMap<string, string> = new Map([
  ['/page', '<!doctype html><output></output><script type="module" src="/page.js"></script>'],
  ['/worker', '<!doctype html><output></output><script type="module" src="/asks-worker.js"></script>'],
  ['/page.js', `import { apply } from '/apply.js'; document.querySelector('output').textContent = ${SAID};`],
  ['/worker.js', `import { apply } from '/apply.js'; postMessage(${SAID});`],
  [
    '/asks-worker.js',
    `new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => {
       document.querySelector('output').textContent = data;
     };`,
  ],
]);

describe('the library', () => {
  let folder: string;
  let code: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ghost-runner-library-'));
    const file = join(folder, 'apply.js');
    await run(process.execPath, [
      join(root, 'node_modules/rolldown/bin/cli.mjs'),
      join(root, 'src/library/apply.ts'),
      '--platform=browser',
      '--format=esm',
      `--file=${file}`,
    ]);
    code = readFileSync(file, 'utf8');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('imports nothing of Node, over all files that it is made of', () => {
    const paths = globSync('src/{library,apply,patch}/**/*.ts', { cwd: root });
    const modules = new Map(
      readModules(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))).map(
        (module) => [module.path, module],
      ),
    );
    const reached = new Set(['src/library/apply.ts']);
    const foreign = new Set<string>();
    for (const path of reached) {
      for (const { file, specifier, typeOnly } of modules.get(path)?.imports ?? []) {
        if (file !== null && !typeOnly) reached.add(file);
        else if (!typeOnly) foreign.add(specifier);
      }
    }
    expect(reached.size).toBeGreaterThan(20);
    expect([...foreign].filter((specifier) => specifier.startsWith('node:'))).toEqual([]);
    expect(code).not.toMatch(/from ["'](?:node:|[a-z@])/);
  });

  test('runs where there is nothing but the language, texts and base64', async () => {
    const context = createContext({ TextEncoder, TextDecoder, Uint8Array, atob });
    const library = new SourceTextModule(code, { context });
    const page = new SourceTextModule(`import { apply } from '/apply.js'; globalThis.said = ${SAID};`, {
      context,
    });
    await page.link((specifier) => {
      expect(specifier).toBe('/apply.js');
      return library;
    });
    await page.evaluate();
    expect(JSON.parse(String(context['said']))).toMatchObject({ ok: true, files: FILES });
  });

  test('is found under its name from a clone, with its types', async () => {
    const script = `import { apply } from 'ghost-runner/apply'; console.log(JSON.stringify(apply(${JSON.stringify(REQUEST)})))`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: root });
    const result: ApplyResult = JSON.parse(stdout);
    expect(result).toMatchObject({ ok: true, files: FILES });
  });

  const missing = findMissingBrowser();
  const inBrowser = missing === null ? describe : describe.skip;

  inBrowser(`in a browser${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
    let server: Server;
    let browser: Browser;

    beforeAll(async () => {
      server = createServer(({ url = '' }, response) => {
        const text = url === '/apply.js' ? code : (SITE.get(url) ?? '');
        response.writeHead(200, {
          'content-type': url.endsWith('.js') ? 'text/javascript' : 'text/html',
          // Pages that guard themselves forbid code in strings, so the library must do without.
          'content-security-policy': "default-src 'none'; script-src 'self'; worker-src 'self'",
        });
        response.end(text);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      browser = await openBrowser();
    });

    afterAll(async () => {
      await browser.close();
      server.close();
    });

    test.each(['page', 'worker'])('it runs in a %s', async (where) => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const tab = await browser.context.newPage();
      await tab.goto(`http://127.0.0.1:${port}/${where}`);
      const said = tab.locator('output');
      await said.getByText('}').waitFor();
      expect(JSON.parse(await said.innerText())).toMatchObject({ ok: true, files: FILES });
    });
  });
});
