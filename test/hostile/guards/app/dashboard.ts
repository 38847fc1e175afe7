import type { Guard } from '../guard.ts';

const DASHBOARD_ACCESS = 'test/app/dashboard-access.test.ts';

export const APP_DASHBOARD_GUARDS: readonly Guard[] = [
  {
    against: 'pages that name a patch as not delivered though GitHub may have taken it',
    file: 'src/app/dashboard/words.ts',
    from: "state.stage === 'failed' && state.finished === false",
    to: "state.stage !== 'failed' && state.finished === false && state.outcome === 'crashed'",
    caught: {
      title: 'a patch that failed is named as not delivered only where that is sure',
      words: 'is named as not delivered only where that is sure',
      file: 'test/app/dashboard-words.test.ts',
    },
  },
  {
    against: 'approvals on the dashboard by whom nobody told what to look at',
    file: 'src/app/dashboard/patch-page.ts',
    from: '${renderReviews(page.record)}',
    to: '',
    caught: {
      title: 'what waits for an approval stands above the buttons',
      words: 'what waits for an approval stands above the buttons, for a %s too',
      file: 'test/app/patch-page.test.ts',
    },
  },
  {
    against: 'reasons for an approval that are no text on the dashboard',
    file: 'src/app/dashboard/actions-view.ts',
    from: '<li>${shown(review)}</li>',
    to: '<li>${review}</li>',
    caught: {
      title: 'what waits for an approval is text, and is counted where it is too much',
      file: 'test/app/patch-page.test.ts',
    },
  },
  {
    against: 'files that become executable and look unchanged on the dashboard',
    file: 'src/app/dashboard/diff-view.ts',
    from: "${mode === null ? '' : badge('busy', mode)}",
    to: '',
    caught: {
      title: 'a file whose mode is',
      words: 'a file whose mode is %s and becomes %s says %s',
      file: 'test/app/diff-view.test.ts',
    },
  },
  {
    against: 'pages that have the same patch applied for each look',
    file: 'src/app/dashboard/ration.ts',
    from: 'if ((rested.get(owner) ?? 0) - begun > MOST_REST_MS)',
    to: 'if (begun === null)',
    caught: {
      title: 'who looks a hundred times at what takes seconds has it made once or twice',
      file: 'test/app/ration.test.ts',
    },
  },
  {
    against: 'dashboards that call running what is stopped for a branch or a sender',
    file: 'src/app/dashboard/control-view.ts',
    from: 'return stops.length === 0',
    to: 'return stops.length !== 0',
    caught: {
      title: 'the switch of a repository names the stops of branches and senders beside it, locks first, and',
      words: 'names the stops of branches and senders beside it, locks first, and does not call it running',
      file: 'test/app/stops-view.test.ts',
    },
  },
  {
    against: 'pages of patches that name no stop that holds them',
    file: 'src/app/dashboard/stops-view.ts',
    from: ': renderStops(stopsOf(',
    to: ": stops.length > 0 ? '' : renderStops(stopsOf(",
    caught: {
      title: 'the page of a patch names the stops that hold it, and no other',
      words: 'names the stops that hold it, and no other',
      file: 'test/app/stops-view.test.ts',
    },
  },
  {
    against: 'pages of patches that do not name the stop of the person behind the token of their sender',
    file: 'src/app/dashboard/stops-view.ts',
    from: 'login === undefined ? [sender] : [sender, login]',
    to: '[sender]',
    caught: {
      title:
        'the page of a patch names that of the person behind the token that it came through, before a run has',
      words: 'names that of the person behind the token that it came through, before a run has told of it',
      file: 'test/app/stops-view.test.ts',
    },
  },
  {
    against: 'pages that are told of no stop of a sender',
    file: 'src/app/dashboard/switchboards.ts',
    from: '? [seen.control, seen.stops]',
    to: '? [seen.control]',
    caught: {
      title: 'a stop of one sender is seen, and a page is told that something has changed',
      file: 'test/app/dashboard-switchboards.test.ts',
    },
  },
  {
    against: 'repositories of others by which a page learns of a pause late',
    file: 'src/app/dashboard/switchboards.ts',
    from: 'accountOf(name) === accountOf(repository) && now - at < SHOWN_MS',
    to: 'at <= now',
    caught: {
      title: 'a pause is seen within some seconds where others look at many of theirs',
      words: 'a pause is seen within some seconds where %s',
      file: 'test/app/dashboard-switchboards.test.ts',
    },
  },
  {
    against: 'an account of so many repositories that nobody else sees theirs',
    file: 'src/app/dashboard/asked-first.ts',
    from: 'one.turn - other.turn ||',
    to: '',
    caught: {
      title: 'are asked about in turns, one of each account, so that one account hides nobody else’s',
      file: 'test/app/dashboard-access.test.ts',
    },
  },
  {
    against: 'presses on what a page showed before',
    file: 'src/app/dashboard/acting.ts',
    from: '...(seen === null ? {} : { shown: seen }),',
    to: '',
    caught: {
      title: 'of a patch that is not any more as the page showed it does nothing',
      file: 'test/app/dashboard.test.ts',
    },
  },
  {
    against: 'patches whose page is too large for the server and the browser',
    file: 'src/app/dashboard/diff-view.ts',
    from: 'index > 0 && left < 0',
    to: 'left > MAX_PAGE_LINES',
    caught: {
      title: 'a patch that makes very much is a page that can be shown, and says what is not on it',
      file: 'test/app/diff-view.test.ts',
    },
  },
  {
    against: 'pages that tell the same',
    file: 'src/app/dashboard/changes.ts',
    from: 'hasChanged || performance.now() - spokeAt >= TURN_MS',
    to: 'true',
    caught: {
      title: 'does not even hear that something becomes of a patch of any other',
      file: 'test/app/dashboard.test.ts',
    },
  },
  {
    against: 'people that use up what GitHub allows by looking at many public repositories',
    file: 'src/app/dashboard/access.ts',
    from: '(answers?.size ?? 0) * EACH_MS',
    to: '0',
    caught: {
      title:
        'GitHub is asked only so often about one person, however many public repositories there are to look at',
      file: DASHBOARD_ACCESS,
    },
  },
  {
    against: 'strangers that use up what GitHub allows by signing in',
    file: 'src/app/dashboard/access.ts',
    from: "last === 'none' ? REFUSED_MS :",
    to: '',
    caught: {
      title: 'GitHub is asked once in ten minutes about who may not read, and oftener about everybody else',
      file: DASHBOARD_ACCESS,
    },
  },
  {
    against: 'strangers that tell by the time of an answer what is there',
    file: 'src/app/dashboard/access.ts',
    from: "last === 'none' ||",
    to: '',
    caught: {
      title: 'who may not read waits for GitHub no longer than for what is not there',
      file: DASHBOARD_ACCESS,
    },
  },
  {
    against: 'buttons that are pressed at an address that asks for something else',
    file: 'src/app/dashboard/dashboard.ts',
    from: 'person, takeQuery(), ...checkForm(parts)',
    to: 'person, ...checkForm(parts)',
    caught: {
      title: `a button at /control/acme/shop with names in its address, of which it takes none, does nothing`,
      words: 'at %s with names in its address, of which it takes none, does nothing',
      file: 'test/app/dashboard.test.ts',
    },
  },
  {
    against: 'people that use up what GitHub allows by looking',
    file: 'src/app/dashboard/showing.ts',
    from: 'parts.views.need(login);',
    to: '',
    caught: {
      title: 'has GitHub asked only so often, and can still step in',
      file: 'test/app/dashboard.test.ts',
    },
  },
];
