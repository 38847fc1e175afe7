import { McpServer } from '@modelcontextprotocol/server';
import type * as z from 'zod';
import type { ApiCall, ApiRequest } from './api-call.ts';
import {
  LIST_PATCHES,
  PATCH_STATUS,
  PAUSE,
  PREVIEW_PATCH,
  SUBMIT_PATCH,
  type ToolDefinition,
} from './definitions.ts';
import { toolResult } from './result.ts';

export type ToolServerOptions = {
  readonly call: ApiCall;
  readonly version: string;
  /** For the model: how to write patches that fit. */
  readonly guide: string;
};

/**
 * A server of the Model Context Protocol whose tools do nothing but call the addresses for programs, so that both
 * doors have the same rights, limits and answers.
 */
export function createToolServer({ call, version, guide }: ToolServerOptions): McpServer {
  const server = new McpServer(
    { name: 'ghost-runner', title: 'Ghost Runner', version },
    { instructions: guide, capabilities: { tools: {} } },
  );
  const add = adder(server, call);
  add(SUBMIT_PATCH, ({ id, patch, repository }) => ({
    path: ['patches'],
    query: { repository },
    body: { id, patch },
  }));
  add(PREVIEW_PATCH, ({ id, patch, repository }) => ({
    path: ['patches'],
    query: { repository, dryRun: 'true' },
    body: { id, patch },
  }));
  add(PATCH_STATUS, ({ id, wait, repository }) => ({ path: ['patches', id], query: { repository, wait } }));
  add(LIST_PATCHES, ({ state, limit, before, repository }) => ({
    path: ['patches'],
    query: { repository, state, limit, before },
  }));
  add(PAUSE, ({ reason, for: time, repository }) => ({
    path: ['control'],
    query: { repository },
    // Apart from each other, so that no word of the reason is read as a time, a branch or a sender.
    body: {
      command: time === undefined ? 'pause' : `pause for ${time}`,
      reason: `“${reason}”, says a model over MCP`,
    },
  }));
  return server;
}

function adder(server: McpServer, call: ApiCall) {
  return <Input extends z.ZodObject>(
    definition: ToolDefinition<Input>,
    request: (input: z.output<Input>) => Omit<ApiRequest, 'signal'>,
  ) => {
    const { name, title, description, input, output, readOnly } = definition;
    const inputSchema: z.ZodObject = input;
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema,
        outputSchema: output,
        annotations: {
          readOnlyHint: readOnly,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: true,
        },
      },
      async (given, { mcpReq }) => {
        // Checked by the library already; again, so that the types know it.
        const wanted = request(input.parse(given));
        return toolResult(await call({ ...wanted, signal: mcpReq.signal }), output);
      },
    );
  };
}
