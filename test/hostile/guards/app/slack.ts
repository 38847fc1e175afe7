import type { Guard } from '../guard.ts';

const SLACK_ROOM =
  'requests that take their time make room for those of Slack, where they do not fit into the memory';
const SLACK = 'test/app/slack/slack.test.ts';

export const APP_SLACK_GUARDS: readonly Guard[] = [
  {
    against: "configs that name somebody's conversation with the app, to have their commands done elsewhere",
    file: 'src/app/slack/place.ts',
    from: "!channel.startsWith('D') && ",
    to: '',
    caught: {
      title:
        "a conversation with the app is about the repository that knows the member, whatever another one's config says",
      file: 'test/app/slack/place.test.ts',
    },
  },
  {
    against: 'what Slack signed for one of its addresses and is sent to another one',
    file: 'src/app/slack/slack.ts',
    from: 'const payload = JSON_OBJECT.test(body) ? null : parseForm(body);',
    to: 'const payload = parseForm(body);',
    caught: {
      title: 'what Slack signed for one address is not read as what comes to another one',
      file: 'test/app/slack/addresses.test.ts',
    },
  },
  {
    against: 'forged requests of Slack',
    file: 'src/app/slack/signature.ts',
    from: 'timingSafeEqual(given, wanted)',
    to: 'timingSafeEqual(given, given)',
    caught: { title: 'is refused', file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'recorded requests of Slack',
    file: 'src/app/slack/signature.ts',
    from: '> WINDOW_SECONDS',
    to: '> Infinity',
    caught: { title: 'is refused', file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'requests to Slack’s addresses that fill the memory before they are checked',
    file: 'src/app/slack/slack.ts',
    from: 'const MAX_ARRIVING_BYTES = 64 * 1024 * 1024;',
    to: 'const MAX_ARRIVING_BYTES = Number.POSITIVE_INFINITY;',
    caught: { title: SLACK_ROOM, file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'members of Slack that use up what GitHub allows by asking',
    file: 'src/app/slack/place.ts',
    from: 'asking.take(visitor.user)',
    to: 'true',
    caught: {
      title: 'a member who asks all the time has GitHub asked only so often, and others have their own',
      file: 'test/app/slack/place.test.ts',
    },
  },
  {
    against: 'looks at all repositories for one question in Slack',
    file: 'src/app/slack/place.ts',
    from: 'Math.max(FRESH_MS, asked * EACH_MS)',
    to: 'FRESH_MS',
    caught: {
      title:
        'the more repositories there are, the rarer all of them are looked at to find the one that is meant',
      file: 'test/app/slack/place.test.ts',
    },
  },
  {
    against: 'a config that can not be read, and keeps Slack from all other repositories',
    file: 'src/app/slack/place.ts',
    from: 'look(context, repository).catch(() => null)',
    to: 'look(context, repository)',
    caught: {
      title: 'a repository that can not be read keeps no other from being found',
      file: 'test/app/slack/place.test.ts',
    },
  },
  {
    against: 'buttons that name a repository of another channel',
    file: 'src/app/slack/place.ts',
    from: 'return isHome || login !== null',
    to: 'return true',
    caught: {
      title: 'details of a repository of another channel does not even know it',
      words: '%s of a repository of another channel does not even know it',
      file: SLACK,
    },
  },
  {
    against: 'details that others in another channel read',
    file: 'src/app/slack/pressing.ts',
    from: 'if (!place.isHome) {',
    to: 'if (false) {',
    caught: {
      title: 'details in another channel are for the person alone whom the repository knows',
      file: SLACK,
    },
  },
  {
    against: 'details for who may not look on GitHub',
    file: 'src/app/slack/pressing.ts',
    from: 'return allowed.ok ? null : allowed.sentence;',
    to: 'return null;',
    caught: { title: 'details are for who may look on GitHub, as the status is', file: SLACK },
  },
];
