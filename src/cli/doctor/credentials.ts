import { CREATE_PULL_REQUESTS } from '../init/guidance.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding, missing, unknown, well } from './finding.ts';

/** With which rights the workflows write, and whether they may open pull requests. */
export function examineCredentials({
  secrets,
  variables,
  createsPullRequests,
}: Pick<Facts, 'secrets' | 'variables' | 'createsPullRequests'>): readonly Finding[] {
  if (!secrets.told) {
    return [
      unknown(
        'secrets',
        `Which secrets are set can not be told: ${secrets.why}`,
        `Look at Settings > Secrets and variables > Actions for GHOST_TOKEN; without it turn on ${CREATE_PULL_REQUESTS}.`,
      ),
    ];
  }
  const app = variables.told && variables.value.includes('GHOST_APP_ID');
  if (app && !secrets.value.includes('GHOST_APP_PRIVATE_KEY')) {
    return [
      missing(
        'secrets',
        'The variable GHOST_APP_ID is set and the secret GHOST_APP_PRIVATE_KEY is not, so every run fails.',
        "Set it to the App's private key, or take the variable away.",
      ),
    ];
  }
  if (app || secrets.value.includes('GHOST_TOKEN')) {
    return [well('secrets', `Patches are written as ${app ? 'a GitHub App' : 'the owner of GHOST_TOKEN'}.`)];
  }
  return examineJobToken(createsPullRequests);
}

/** Without a token of its own, a workflow asks GitHub with the job's. */
function examineJobToken(allowed: Facts['createsPullRequests']): readonly Finding[] {
  if (!allowed.told) {
    const says = `Whether workflows may open pull requests can not be told: ${allowed.why}`;
    return [unknown('pull-requests', says, `Look at ${CREATE_PULL_REQUESTS}.`)];
  }
  if (!allowed.value) {
    return [
      missing(
        'pull-requests',
        'Workflows may not open pull requests, and there is no GHOST_TOKEN.',
        `Turn on ${CREATE_PULL_REQUESTS}, or set the secret GHOST_TOKEN.`,
      ),
    ];
  }
  return [
    well('pull-requests', 'Workflows may open pull requests.'),
    advice(
      'secrets',
      "Patches are written with the job's own token, so the checks of their pull requests do not start by themselves.",
      'Set the secret GHOST_TOKEN, or GHOST_APP_ID and GHOST_APP_PRIVATE_KEY, to have them start.',
    ),
  ];
}
