import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { entriesOf } from './template.ts';

/**
 * The properties of a mapping. What GitHub knows and this runner does not is reported, because a property that is
 * skipped in silence makes a green run that would have been red on GitHub.
 */
export function fieldsOf(
  context: TemplateContext,
  token: MappingToken,
  expected: { readonly of: string; readonly supported: readonly string[] },
): ReadonlyMap<string, TemplateToken> {
  const entries = entriesOf(token);
  for (const [key, value] of entries) {
    if (expected.supported.includes(key)) continue;
    context.error(value, `'${key}' of ${expected.of} is not supported by the local runner`);
  }
  return new Map(entries);
}
