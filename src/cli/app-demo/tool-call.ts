import * as z from 'zod';

/** What a tool answered. */
export type ToolAnswer = {
  readonly isError: boolean;
  /** Facts for programs; empty where it is an error. */
  readonly facts: { readonly [name: string]: unknown };
  /** For the model. */
  readonly texts: readonly string[];
};

export type ToolCall = (name: string, given: object) => Promise<ToolAnswer>;

/** Calls tools by the Model Context Protocol; each call is one request, without a session. */
export function createToolCall(url: string, token: string): ToolCall {
  return async (name, given) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': REVISION,
        'mcp-method': METHOD,
        'mcp-name': name,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: METHOD,
        params: { name, arguments: given, _meta: ABOUT },
      }),
    });
    const { isError, structuredContent, content } = answerSchema.parse(await answer.json()).result;
    return { isError, facts: structuredContent, texts: content.map(({ text }) => text) };
  };
}

const METHOD = 'tools/call';

/** Of the protocol. */
const REVISION = '2026-07-28';

const ABOUT = {
  'io.modelcontextprotocol/protocolVersion': REVISION,
  'io.modelcontextprotocol/clientInfo': { name: 'ghost-runner-demo', version: '1.0.0' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

const answerSchema = z.object({
  result: z.object({
    isError: z.boolean().default(false),
    structuredContent: z.record(z.string(), z.unknown()).default({}),
    content: z.array(z.object({ text: z.string() })),
  }),
});
