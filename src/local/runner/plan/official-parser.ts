import { existsSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { JSONObjectReader } from '@actions/workflow-parser/templates/json-object-reader';
import { TemplateSchema } from '@actions/workflow-parser/templates/schema/index';
import {
  TemplateContext,
  TemplateValidationErrors,
} from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import type { MappingToken } from '@actions/workflow-parser/templates/tokens/index';
import { TemplateTokenError } from '@actions/workflow-parser/templates/tokens/template-token';
import { isMapping } from '@actions/workflow-parser/templates/tokens/type-guards';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import type { PlanProblem } from './plan.ts';
import { YamlReader } from './yaml-reader.ts';

/**
 * Reads a workflow or action file with GitHub's own parser and schema, then lets `read` make something of it.
 * `read` reports what it does not like through `context.error`, and may throw TemplateTokenErrors.
 *
 * The package's own entries import their schemas as JSON without an import attribute, which Node refuses and Jest
 * is about to. Its parts, which are exported too, don't; so the schema is loaded here.
 */
export function readFile<Result>(
  file: { readonly kind: 'workflow' | 'action'; readonly path: string; readonly text: string },
  read: (context: TemplateContext, root: MappingToken) => Result,
): { readonly result?: Result; readonly problems: readonly PlanProblem[] } {
  const context = new TemplateContext(
    new TemplateValidationErrors(),
    schemaOf(file.kind),
    new NoOperationTraceWriter(),
  );
  const result = readRoot(context, file, read);
  const problems = context.errors.getErrors().map((error) => ({
    message: error.rawMessage,
    path: file.path,
    ...(error.range === undefined ? {} : { line: error.range.start.line }),
  }));
  return result === undefined ? { problems } : { result, problems };
}

function readRoot<Result>(
  context: TemplateContext,
  file: { readonly kind: 'workflow' | 'action'; readonly path: string; readonly text: string },
  read: (context: TemplateContext, root: MappingToken) => Result,
): Result | undefined {
  const fileId = context.getFileId(file.path);
  const reader = new YamlReader(fileId, file.text);
  const [broken] = reader.errors;
  if (broken !== undefined) {
    // What is no YAML gives an error for each token that follows; the first one tells it all.
    context.error(fileId, broken.message.split('\n')[0] ?? broken.message, broken.range);
    return undefined;
  }
  const root = readTemplate(context, `${file.kind}-root-strict`, reader, fileId);
  if (root === undefined || !isMapping(root)) {
    if (context.errors.count === 0) context.error(root, `The ${file.kind} file is no mapping`);
    return undefined;
  }
  try {
    return read(context, root);
  } catch (error) {
    if (!(error instanceof TemplateTokenError)) throw error;
    context.error(error.token, error);
    return undefined;
  }
}

const schemas = new Map<string, TemplateSchema>();

function schemaOf(kind: 'workflow' | 'action'): TemplateSchema {
  const known = schemas.get(kind);
  if (known !== undefined) return known;
  const text = readFileSync(findSchema(`${kind}-v1.0.min.json`), 'utf8');
  const schema = TemplateSchema.load(new JSONObjectReader(undefined, repair(text)));
  schemas.set(kind, schema);
  return schema;
}

/** Beside us once we are packed, else in the package, which does not export it. */
function findSchema(name: string): string {
  const beside = join(import.meta.dirname, name);
  if (existsSync(beside)) return beside;
  const manifest = findPackageJSON('@actions/workflow-parser', import.meta.url);
  if (manifest === undefined) throw new Error('The package @actions/workflow-parser is not installed');
  return join(dirname(manifest), 'dist', name);
}

/** The published schema calls the event `repository_dispatch` by another one's name where it stands alone. */
function repair(schema: string): string {
  const wrong = /("repository-dispatch-string":\s*\{.*?"constant":\s*)"branch_protection_rule"/s;
  return schema.replace(wrong, '$1"repository_dispatch"');
}
