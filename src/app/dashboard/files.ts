import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { PageVariables } from './parts.ts';

/** What the pages load: read once, at the start. */
export function serveFiles(routes: Hono<PageVariables>): void {
  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(join(import.meta.dirname, name), 'utf8');
    routes.get(`/dashboard/${name}`, (asked) => asked.body(text, 200, { 'content-type': type }));
  }
}

const FILES = {
  'dashboard.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
