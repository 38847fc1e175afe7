import type { LiteralToken } from '@actions/workflow-parser/templates/tokens/index';
import { StringToken } from '@actions/workflow-parser/templates/tokens/string-token';
import { YamlObjectReader } from '@actions/workflow-parser/workflows/yaml-object-reader';

/**
 * GitHub's reader, without the source of scalars that span lines: where there are expressions in such a text, the
 * published parser takes the source for the value, its indentation included and its folded lines unfolded.
 */
export class YamlReader extends YamlObjectReader {
  override allowLiteral(): LiteralToken | undefined {
    const token = super.allowLiteral();
    const spansLines = token?.range !== undefined && token.range.start.line !== token.range.end.line;
    if (!spansLines || !(token instanceof StringToken)) return token;
    return new StringToken(token.file, token.range, token.value, token.definitionInfo);
  }
}
