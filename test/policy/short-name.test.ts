import { describe, expect, test } from '@jest/globals';
import { mayBeShortNameOf } from '../../src/policy/short-name.ts';

describe('a short name of Windows', () => {
  test.each([
    ['VSCODE~1', '.vscode'],
    ['MIGRAT~1', 'migrations'],
    ['migrat~12', 'Migrations'],
    ['DOCKER~1.YML', 'docker-compose.yml'],
    ['MCP~1.JSO', '.mcp.json'],
    ['PRE-CO~1.YAM', '.pre-commit-config.yaml'],
    ['VS3F2A~1', '.vscode'],
    ['AB~1.TXT', 'a b.txt'],
  ])('%s may be %s', (short, name) => {
    expect(mayBeShortNameOf(short, name)).toBe(true);
  });

  test.each([
    ['src~1', 'src'],
    ['README~1.MD', 'README.md'],
    ['MIGRAT~1', 'migration.sql'],
    ['MIGRAT~1.SQL', 'migrations'],
    ['migrations', 'migrations'],
    ['backup~', 'backup-of-it'],
    ['other~1', 'migrations'],
  ])('%s is none of %s', (short, name) => {
    expect(mayBeShortNameOf(short, name)).toBe(false);
  });
});
