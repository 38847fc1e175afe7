import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping } from '@actions/workflow-parser/templates/tokens/type-guards';
import type { TokenPermissions } from '../../contract.ts';
import { entriesOf } from './template.ts';

type Level = TokenPermissions[string];

/** What a job's token may do where neither the job nor the workflow says: GitHub's restricted default. */
export const DEFAULT_PERMISSIONS: TokenPermissions = { contents: 'read' };

/** `permissions`, of a workflow or of a job; scopes that are not named are not in the result and mean none. */
export function readPermissions(
  context: TemplateContext,
  token: TemplateToken | undefined,
): TokenPermissions | undefined {
  if (token === undefined) return undefined;
  if (!isMapping(token)) return everyScope(token.assertString('permissions').value);
  const permissions: { [scope: string]: Level } = {};
  for (const [scope, value] of entriesOf(token)) {
    const level = value.assertString(scope).value;
    if (scope === 'id-token' && level !== 'none') {
      context.error(value, "'id-token' is not supported by the local runner: it issues no OIDC tokens");
    }
    if (level === 'read' || level === 'write') permissions[scope] = level;
  }
  return permissions;
}

function everyScope(shorthand: string): TokenPermissions {
  const level = shorthand === 'write-all' ? 'write' : 'read';
  return Object.fromEntries(SCOPES.map((scope) => [scope, level]));
}

const SCOPES = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
];

/** The scopes in which `wanted` asks for more than `allowed` gives, as `scope: level`. */
export function scopesBeyond(wanted: TokenPermissions, allowed: TokenPermissions): readonly string[] {
  return Object.entries(wanted)
    .filter(([scope, level]) => RANK[level] > RANK[allowed[scope] ?? 'none'])
    .map(([scope, level]) => `${scope}: ${level}`);
}

const RANK: { readonly [level in Level]: number } = { none: 0, read: 1, write: 2 };
