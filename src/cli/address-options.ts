import { Option } from 'commander';

/** Where GitHub's API answers; another place than github.com's for GitHub Enterprise, as in GitHub's own jobs. */
export function apiUrlOption(): Option {
  return new Option('--api-url <url>', "GitHub's API")
    .env('GITHUB_API_URL')
    .default('https://api.github.com');
}

/** Where people look at it. */
export function serverUrlOption(): Option {
  return new Option('--server-url <url>', "GitHub's pages")
    .env('GITHUB_SERVER_URL')
    .default('https://github.com');
}

export function slackApiUrlOption(): Option {
  return new Option('--slack-api-url <url>', "Slack's API")
    .env('GHOST_SLACK_API_URL')
    .default('https://slack.com/api/');
}
