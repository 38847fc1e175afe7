import { checkout } from './checkout.ts';
import { createGithubAppToken } from './create-github-app-token.ts';
import type { StandInName } from './names.ts';
import { setupGo } from './setup-go.ts';
import { setupNode } from './setup-node.ts';
import { setupPython } from './setup-python.ts';
import type { StandIn } from './stand-in.ts';

export const STAND_INS: { readonly [name in StandInName]: StandIn } = {
  'actions/checkout': checkout,
  'actions/setup-go': setupGo,
  'actions/setup-node': setupNode,
  'actions/setup-python': setupPython,
  'actions/create-github-app-token': createGithubAppToken,
};
