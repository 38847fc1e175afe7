import { checkout } from './checkout.ts';
import { createGithubAppToken } from './create-github-app-token.ts';
import type { StandInName } from './names.ts';
import { setupNode } from './setup-node.ts';
import type { StandIn } from './stand-in.ts';

export const STAND_INS: { readonly [name in StandInName]: StandIn } = {
  'actions/checkout': checkout,
  'actions/setup-node': setupNode,
  'actions/create-github-app-token': createGithubAppToken,
};
