import type { Guard } from '../guard.ts';

const LOW_RIGHTS = 'test/app/low-rights.test.ts';
const SLACK_ROOM =
  'requests that take their time make room for those of Slack, where they do not fit into the memory';

export const APP_HTTP_GUARDS: readonly Guard[] = [
  {
    against: 'patches for a repository that the body names, made in another one',
    file: 'src/app/http/receiving.ts',
    from: 'repositoryOf(context, named)',
    to: 'repositoryOf(context, named && undefined)',
    caught: {
      title: 'requests that are not right for another repository, which the body names beside the patch',
      words: 'for another repository, which the body names beside the patch',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'dry runs that are worked on because their name is misspelt in the address',
    file: 'src/app/http/query-names.ts',
    from: 'query.find(([name]) => !names.includes(name))?.[0]',
    to: 'query.find(() => false)?.[0]',
    caught: {
      title:
        'requests that are not right with a query that is not known, or says a thing twice: ?dry_run=true',
      words: 'with a query that is not known, or says a thing twice: %s',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'events of all repositories, for who asks for those of one by a misspelt name',
    file: 'src/app/http/app.ts',
    from: "      takeQuery('repository'),\n",
    to: '',
    caught: {
      title: 'GET /api/events refuses a name that it does not know, and one that stands there twice',
      words: '%s refuses a name that it does not know, and one that stands there twice',
      file: 'test/app/query-names.test.ts',
    },
  },
  {
    against: 'tokens for other repositories',
    file: 'src/app/http/authenticate.ts',
    from: '!repositories.includes(named)',
    to: "named === ''",
    caught: {
      title: 'a token for another repository commands nothing here',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'senders that fill the memory with what they begin to send',
    file: 'src/app/http/shares.ts',
    from: '!isWithinOwn(owner, amount) ||',
    to: '',
    caught: {
      title: 'is not filled by one token that begins many requests to /api/patches',
      words: 'is not filled by one token that begins many requests to %s',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'requests to Slack’s addresses that keep Slack out by taking their time',
    file: 'src/app/http/bodies.ts',
    from: 'slowest.destroy();',
    to: '',
    caught: { title: SLACK_ROOM, file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'tokens that keep others out by what they begin to send',
    file: 'src/app/http/bodies.ts',
    from: 'makeRoom(amount);',
    to: '',
    caught: {
      title: 'is not kept from others by tokens that begin as much as fits into it',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'logs that are filled by requests that are never sent to their end',
    file: 'src/app/http/frame.ts',
    from: 'wasCutOff(context)',
    to: 'false',
    caught: {
      title: 'one that ends before all of it is there is nothing to write down, whoever began it',
      file: 'test/app/log.test.ts',
    },
  },
  {
    against: 'waiting senders that others have use up their questions',
    file: 'src/app/http/asking.ts',
    from: 'news.some((event) => event.id === id)',
    to: 'news.length > 0',
    caught: {
      title:
        'who waits for the end of a patch uses up looks for what becomes of it, and not of the patches of others',
      file: 'test/app/asking.test.ts',
    },
  },
  {
    against: 'streams that tell when something happens elsewhere',
    file: 'src/app/http/streaming.ts',
    from: 'performance.now() - spokeAt >= HEARTBEAT_MS',
    to: 'true',
    caught: { title: 'of others are not even heard', file: 'test/app/events.test.ts' },
  },
  {
    against: 'streams of tokens that were revoked',
    file: 'src/app/http/streaming.ts',
    from: '(await isStillUsable(parts, token))',
    to: 'token !== null',
    caught: { title: 'tells nothing more to a token that was revoked, and ends', file: LOW_RIGHTS },
  },
  {
    against: 'streams that nobody reads and nobody ends',
    file: 'src/app/http/answer-head.ts',
    from: "=== 'HEAD'",
    to: "=== 'NONE'",
    caught: {
      title: 'is not begun for HEAD, so that none stays open that nobody reads',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'senders that use up what GitHub allows by asking',
    file: 'src/app/http/asking.ts',
    from: 'looks.need(token);',
    to: '',
    caught: {
      title: 'asking for the status of patches uses up only so much of what GitHub allows',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'requests of which letters would be lost',
    file: 'src/app/http/body-text.ts',
    from: 'readUtf8(new Uint8Array(await context.req.arrayBuffer()))',
    to: 'await context.req.text()',
    caught: {
      title:
        'with a body that is not in UTF-8, whatever it says to be, and what is in it stays as it was sent',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'answers that are longer than anybody takes',
    file: 'src/app/http/answer-length.ts',
    from: 'if (length > left) {',
    to: 'if (length < 0) {',
    caught: {
      title:
        'the answer to a patch with long paths is no longer than GPT Actions take, and says how much is left out: hunks that fit',
      words: 'is no longer than GPT Actions take, and says how much is left out: %s',
      file: 'test/app/answer-length.test.ts',
    },
  },
  {
    against: 'reasons of which all lines but the first are dropped',
    file: 'src/app/http/commanding.ts',
    from: "withReason(command, body.reason ?? '')",
    to: "withReason(command, (body.reason ?? '').split('\\n')[0] ?? '')",
    caught: { title: 'a reason to reject is read to its last line', file: 'test/app/control.test.ts' },
  },
  {
    against: 'stops by a model that are refused, or stop less, for a word in their reason',
    file: 'src/app/http/commanding.ts',
    from: "withReason(written.command, body.reason ?? '')",
    to: 'parseCommand(`${body.command} ${body.reason ?? ""}`)',
    caught: {
      title:
        'pauses the whole repository, whoever the reason is about: too many broken patches from @shop-gpt',
      words: 'pauses the whole repository, whoever the reason is about: %s',
      file: 'test/app/mcp.test.ts',
    },
  },
  {
    against: 'patches without end that use up what their token would need to be stopped',
    file: 'src/app/http/commanding.ts',
    from: "kindOfVerb(stop.command.verb) === 'stop'",
    to: "stop.command.verb === 'help'",
    caught: {
      title: 'a stop is never refused for what was spent on patches: pause',
      words: 'a stop is never refused for what was spent on patches: %s',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'stops without end',
    file: 'src/app/http/stops.ts',
    from: '!all.take(stop.token)',
    to: "stop.token === ''",
    caught: {
      title: 'stops have a limit of their own, which is no other one of the token',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'stops by whom may not stop anything that use up what GitHub allows',
    file: 'src/app/http/stops.ts',
    from: "!vain.has(ownerOf(stop, 'role')) || ",
    to: '',
    caught: {
      title: 'stops of rob, whose role is "read", cost GitHub little however often they come: cancel nobody',
      words: 'stops of %s, whose role is %j, cost GitHub little however often they come: %s',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'the same stop in vain without end',
    file: 'src/app/http/stops.ts',
    from: "|| !vain.has(ownerOf(stop, 'nothing'))",
    to: '',
    caught: {
      title: 'the same stop in vain has to wait, and no other one for it',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'stops that wait because others of their token came to nothing',
    file: 'src/app/http/stops.ts',
    from: '[verb, id, scope]',
    to: '[]',
    caught: {
      title: 'the same stop in vain has to wait, and no other one for it',
      file: 'test/app/control.test.ts',
    },
  },
];
