/** One look at what people read: the status line, the Slack message and the pull request's title of every outcome. */
import { expect, test } from '@jest/globals';
import { renderMessage } from '../../src/local/slack/render.ts';
import type { Outcome } from '../../src/record/outcome.ts';
import { formatPullRequest } from '../../src/report/pull-request.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { formatStatus } from '../../src/report/status.ts';
import type { PatchView } from '../../src/report/view.ts';
import { doneView, NO_KIND_IS_MISSING, OUTCOMES, patchRecord, patchView } from './views.ts';

test('every kind of outcome is shown here', () => {
  expect(NO_KIND_IS_MISSING).toBe(true);
});

test('under way', () => {
  expect(show(patchView())).toMatchInlineSnapshot(`
"status  pending: The patch fits; its tests are under way. The branch holds the change, and the test job runs next.
title   Raise the login timeout
notice  ⏳ Raise the login timeout: The patch fits; its tests are under way (octo/shop)
│ ⏳ Raise the login timeout
│ The patch fits; its tests are under way
│ The branch holds the change, and the test job runs next.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('publishing', () => {
  expect(show(patchView({ record: patchRecord({ state: 'publishing' }) }))).toMatchInlineSnapshot(`
"status  pending: The tests have reported; the pull request is under way. It is being opened or updated now.
title   Raise the login timeout
notice  ⏳ Raise the login timeout: The tests have reported; the pull request is under way (octo/shop)
│ ⏳ Raise the login timeout
│ The tests have reported; the pull request is under way
│ It is being opened or updated now.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('dry run', () => {
  expect(show(patchView({ dryRun: true }))).toMatchInlineSnapshot(`
"status  pending: Dry run: the patch fits. Nothing was written, and no tests were run.
title   Raise the login timeout
notice  🔍 Raise the login timeout: Dry run: the patch fits (octo/shop)
│ 🔍 Raise the login timeout
│ Dry run: the patch fits
│ Nothing was written, and no tests were run.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('opened', () => {
  expect(showOutcome(OUTCOMES.opened)).toMatchInlineSnapshot(`
"status  success: Tests passed; pull request #12 opened. npm test passed in 3.2 s on aaaaaaa, as the test job reported.
title   Raise the login timeout
notice  ✅ Raise the login timeout: Tests passed; pull request #12 opened (octo/shop)
│ ✅ Raise the login timeout
│ Tests passed; pull request #12 opened
│ npm test passed in 3.2 s on aaaaaaa, as the test job reported.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ Tested commit: aaaaaaa (https://github.example/octo/shop/commit/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('updated', () => {
  expect(showOutcome(OUTCOMES.updated)).toMatchInlineSnapshot(`
"status  success: Tests passed; pull request #12 updated. npm test passed in 3.2 s on aaaaaaa, as the test job reported.
title   Raise the login timeout
notice  ✅ Raise the login timeout: Tests passed; pull request #12 updated (octo/shop)
│ ✅ Raise the login timeout
│ Tests passed; pull request #12 updated
│ npm test passed in 3.2 s on aaaaaaa, as the test job reported.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ Tested commit: aaaaaaa (https://github.example/octo/shop/commit/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('untested', () => {
  expect(showOutcome(OUTCOMES.untested)).toMatchInlineSnapshot(`
"status  failure: Not known to pass its tests; pull request #12 opened. npm test did not start, so nothing was tested.
title   Raise the login timeout
notice  ❌ Raise the login timeout: Not known to pass its tests; pull request #12 opened (octo/shop)
│ ❌ Raise the login timeout
│ Not known to pass its tests; pull request #12 opened
│ npm test did not start, so nothing was tested.
│ all good
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ Tested commit: aaaaaaa (https://github.example/octo/shop/commit/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('duplicate', () => {
  expect(showOutcome(OUTCOMES.duplicate)).toMatchInlineSnapshot(`
"status  success: Already done: pull request #12. This very patch was delivered before; nothing was done twice.
title   Raise the login timeout
notice  🔁 Raise the login timeout: Already done: pull request #12 (octo/shop)
│ 🔁 Raise the login timeout
│ Already done: pull request #12
│ This very patch was delivered before; nothing was done twice.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('duplicateUnderWay', () => {
  expect(showOutcome(OUTCOMES.duplicateUnderWay)).toMatchInlineSnapshot(`
"status  pending: Already under way. Another run works on this very patch, and reports how it ends; this delivery changed nothing.
title   Raise the login timeout
notice  🔁 Raise the login timeout: Already under way (octo/shop)
│ 🔁 Raise the login timeout
│ Already under way
│ Another run works on this very patch, and reports how it ends; this delivery changed nothing.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('noChange', () => {
  expect(showOutcome(OUTCOMES.noChange)).toMatchInlineSnapshot(`
"status  failure: Nothing to change. The base already holds everything that this patch asks for, so there is no branch and no pull request.
title   Raise the login timeout
notice  ⚪ Raise the login timeout: Nothing to change (octo/shop)
│ ⚪ Raise the login timeout
│ Nothing to change
│ The base already holds everything that this patch asks for, so there is no branch and no pull request.
│ → If that is a surprise, check that the patch was made for this branch.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('refused', () => {
  expect(showOutcome(OUTCOMES.refused)).toMatchInlineSnapshot(`
"status  failure: Refused. Hunk 1 does not fit src/login.ts. The nearest place is line 14. Send the lines as they stand there.
title   Raise the login timeout
notice  ⛔ Raise the login timeout: Refused (octo/shop)
│ ⛔ Raise the login timeout
│ Refused
│ • not_found in src/login.ts: Hunk 1 does not fit src/login.ts. The nearest place is line 14. Send the lines as they stand there.
│ Nearest lines, from line 14, 83 % alike (- expected, + found):
│ -const timeout = 5;
│ +const timeout = 10;
│  start();
│ → Correct the patch and send it again under the same id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('refusedTwice', () => {
  expect(showOutcome(OUTCOMES.refusedTwice)).toMatchInlineSnapshot(`
"status  failure: Refused for 2 reasons. The title must be text. (And 1 more.)
title   Raise the login timeout
notice  ⛔ Raise the login timeout: Refused for 2 reasons (octo/shop)
│ ⛔ Raise the login timeout
│ Refused for 2 reasons
│ • malformed: The title must be text.
│ • protected_path in .github/workflows/ci.yml: Patches may not touch .github/workflows/ci.yml.
│ → Correct the patch and send it again under the same id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('notConfigured', () => {
  expect(showOutcome(OUTCOMES.notConfigured)).toMatchInlineSnapshot(`
"status  failure: Refused. This repository has no .github/ghost-runner.yml.
title   Raise the login timeout
notice  ⛔ Raise the login timeout: Refused (octo/shop)
│ ⛔ Raise the login timeout
│ Refused
│ • not_configured: This repository has no .github/ghost-runner.yml.
│ → The patch need not be at fault: send it again once the repository is set up.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('baseMoved', () => {
  expect(showOutcome(OUTCOMES.baseMoved)).toMatchInlineSnapshot(`
"status  failure: Conflict: the base branch has moved. Newer commits on the base branch changed the same places. Files: src/login.ts.
title   Raise the login timeout
notice  🔀 Raise the login timeout: Conflict: the base branch has moved (octo/shop)
│ 🔀 Raise the login timeout
│ Conflict: the base branch has moved
│ Newer commits on the base branch changed the same places. Files: src/login.ts.
│ → Make the patch for today's base and send it again under the same id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('branchEdited', () => {
  expect(showOutcome(OUTCOMES.branchEdited)).toMatchInlineSnapshot(`
"status  failure: Conflict: somebody else committed to the patch's branch. The branch holds commits that Ghost Runner did not make, and was left as it is.
title   Raise the login timeout
notice  🔀 Raise the login timeout: Conflict: somebody else committed to the patch's branch (octo/shop)
│ 🔀 Raise the login timeout
│ Conflict: somebody else committed to the patch's branch
│ The branch holds commits that Ghost Runner did not make, and was left as it is.
│ → Send the patch under a new id, or delete the branch and send it again.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('pullRequestClosed', () => {
  expect(showOutcome(OUTCOMES.pullRequestClosed)).toMatchInlineSnapshot(`
"status  failure: Conflict: pull request #12 was closed by a person. What a person closed stays closed; nothing was published.
title   Raise the login timeout
notice  🔀 Raise the login timeout: Conflict: pull request #12 was closed by a person (octo/shop)
│ 🔀 Raise the login timeout
│ Conflict: pull request #12 was closed by a person
│ What a person closed stays closed; nothing was published.
│ → Reopen the pull request and send the patch again, or send it under a new id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('closed for another one', () => {
  expect(showOutcome(OUTCOMES.closedForAnother)).toMatchInlineSnapshot(`
"status  failure: Conflict: pull request #12 was closed for another patch. The patch login-timeout-2 took its place, so it stays closed; nothing was publishe…
title   Raise the login timeout
notice  🔀 Raise the login timeout: Conflict: pull request #12 was closed for another patch (octo/shop)
│ 🔀 Raise the login timeout
│ Conflict: pull request #12 was closed for another patch
│ The patch login-timeout-2 took its place, so it stays closed; nothing was published.
│ → Send a revision of login-timeout-2 instead; to have both, reopen the pull request and send the patch again, or send it under a new id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('took back', () => {
  expect(showOutcome(OUTCOMES.tookBack)).toMatchInlineSnapshot(`
"status  failure: Conflict: its id is that of a merged revert. The patch that has this id took another one back and was merged, and its record stays as it is.
title   Raise the login timeout
notice  🔀 Raise the login timeout: Conflict: its id is that of a merged revert (octo/shop)
│ 🔀 Raise the login timeout
│ Conflict: its id is that of a merged revert
│ The patch that has this id took another one back and was merged, and its record stays as it is.
│ → Send the patch under an id of its own.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('revised', () => {
  expect(showOutcome(OUTCOMES.revised)).toMatchInlineSnapshot(`
"status  failure: Overtaken by a newer revision. A newer revision of this patch took its place in the meantime, so this one was not published.
title   Raise the login timeout
notice  🔀 Raise the login timeout: Overtaken by a newer revision (octo/shop)
│ 🔀 Raise the login timeout
│ Overtaken by a newer revision
│ A newer revision of this patch took its place in the meantime, so this one was not published.
│ → Look at the newer revision.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('testsFailed', () => {
  expect(showOutcome(OUTCOMES.testsFailed)).toMatchInlineSnapshot(`
"status  failure: Tests failed; see pull request #12. npm test failed with exit code 1 after 3.2 s. First failing line: ✕ login › waits thirty seconds
title   Raise the login timeout
notice  ❌ Raise the login timeout: Tests failed; see pull request #12 (octo/shop)
│ ❌ Raise the login timeout
│ Tests failed; see pull request #12
│ npm test failed with exit code 1 after 3.2 s.
│ ✕ login › waits thirty seconds
│ expected 30 to be 10
│ → Send a corrected patch under the same id, and the same pull request moves on.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ Tested commit: aaaaaaa (https://github.example/octo/shop/commit/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('timedOut', () => {
  expect(showOutcome(OUTCOMES.timedOut)).toMatchInlineSnapshot(`
"status  failure: Tests timed out; nothing was published. npm test was still running after 15 min and was stopped.
title   Raise the login timeout
notice  ⏰ Raise the login timeout: Tests timed out; nothing was published (octo/shop)
│ ⏰ Raise the login timeout
│ Tests timed out; nothing was published
│ npm test was still running after 15 min and was stopped.
│ all good
│ → Send a patch whose tests end, or raise test.timeout-minutes in .github/ghost-runner.yml if they need longer.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ Tested commit: aaaaaaa (https://github.example/octo/shop/commit/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('held', () => {
  expect(showOutcome(OUTCOMES.held)).toMatchInlineSnapshot(`
"status  pending: Held: Ghost Runner is paused. Reason: release in progress. Nothing was published; the patch is kept, and goes on by itself after the pause.
title   Raise the login timeout
notice  ⏸️ Raise the login timeout: Held: Ghost Runner is paused (octo/shop)
│ ⏸️ Raise the login timeout
│ Held: Ghost Runner is paused
│ Reason: release in progress. Nothing was published; the patch is kept, and goes on by itself after the pause.
│ → There is no need to send it again; an operator ends the pause with "/ghost resume", followed by "on" and its branch or "from" and its sender where "/ghost status" shows one.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('held until a time', () => {
  expect(showOutcome(OUTCOMES.heldForAWhile)).toMatchInlineSnapshot(`
"status  pending: Held: Ghost Runner is paused. Reason: none was given. Nothing was published; the patch is kept, and goes on by itself after the pause, whic…
title   Raise the login timeout
notice  ⏸️ Raise the login timeout: Held: Ghost Runner is paused (octo/shop)
│ ⏸️ Raise the login timeout
│ Held: Ghost Runner is paused
│ Reason: none was given. Nothing was published; the patch is kept, and goes on by itself after the pause, which ends at 2026-11-21 14:30 UTC.
│ → There is no need to send it again; an operator ends the pause with "/ghost resume", followed by "on" and its branch or "from" and its sender where "/ghost status" shows one.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('locked', () => {
  expect(showOutcome(OUTCOMES.locked)).toMatchInlineSnapshot(`
"status  error: Halted: Ghost Runner is locked. Nothing was published. Reason: none was given.
title   Raise the login timeout
notice  🔒 Raise the login timeout: Halted: Ghost Runner is locked (octo/shop)
│ 🔒 Raise the login timeout
│ Halted: Ghost Runner is locked
│ Nothing was published. Reason: none was given.
│ → Send it again once an operator has unlocked Ghost Runner.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('canceled', () => {
  expect(showOutcome(OUTCOMES.canceled)).toMatchInlineSnapshot(`
"status  error: Canceled. It was canceled before it came to its end.
title   Raise the login timeout
notice  ⏹️ Raise the login timeout: Canceled (octo/shop)
│ ⏹️ Raise the login timeout
│ Canceled
│ It was canceled before it came to its end.
│ → Send the same patch again to have it worked on anew.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('canceled by hand', () => {
  expect(showOutcome(OUTCOMES.canceledByHand)).toMatchInlineSnapshot(`
"status  error: Canceled. octocat canceled the run before it could finish. Reason: wrong branch. The run has ended: https://github.example/octo/shop/action…
title   Raise the login timeout
notice  ⏹️ Raise the login timeout: Canceled (octo/shop)
│ ⏹️ Raise the login timeout
│ Canceled
│ octocat canceled the run before it could finish. Reason: wrong branch. The run has ended: https://github.example/octo/shop/actions/runs/7
│ → Send the same patch again to have it worked on anew.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('crashed', () => {
  expect(showOutcome(OUTCOMES.crashed)).toMatchInlineSnapshot(`
"status  error: Something broke in the publish stage. GitHub answered 502.
title   Raise the login timeout
notice  💥 Raise the login timeout: Something broke in the publish stage (octo/shop)
│ 💥 Raise the login timeout
│ Something broke in the publish stage
│ GitHub answered 502.
│ → The patch need not be at fault: look at the run's log. Send the same patch again to have it worked on anew.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('merged', () => {
  expect(showOutcome(OUTCOMES.merged)).toMatchInlineSnapshot(`
"status  success: Merged: pull request #12. octocat merged it as ccccccc.
title   Raise the login timeout
notice  🟣 Raise the login timeout: Merged: pull request #12 (octo/shop)
│ 🟣 Raise the login timeout
│ Merged: pull request #12
│ octocat merged it as ccccccc.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('merged by somebody', () => {
  expect(showOutcome(OUTCOMES.mergedBySomebody)).toMatchInlineSnapshot(`
"status  success: Merged: pull request #12. It was merged as ccccccc.
title   Raise the login timeout
notice  🟣 Raise the login timeout: Merged: pull request #12 (octo/shop)
│ 🟣 Raise the login timeout
│ Merged: pull request #12
│ It was merged as ccccccc.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('closed', () => {
  expect(showOutcome(OUTCOMES.closed)).toMatchInlineSnapshot(`
"status  failure: Closed without a merge: pull request #12. Somebody closed it.
title   Raise the login timeout
notice  🚫 Raise the login timeout: Closed without a merge: pull request #12 (octo/shop)
│ 🚫 Raise the login timeout
│ Closed without a merge: pull request #12
│ Somebody closed it.
│ → Reopen the pull request to go on with it, or send a better patch under a new id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('rejected', () => {
  expect(showOutcome(OUTCOMES.rejected)).toMatchInlineSnapshot(`
"status  failure: Closed without a merge: pull request #12. octocat closed it. Reason: breaks the login.
title   Raise the login timeout
notice  🚫 Raise the login timeout: Closed without a merge: pull request #12 (octo/shop)
│ 🚫 Raise the login timeout
│ Closed without a merge: pull request #12
│ octocat closed it. Reason: breaks the login.
│ → Reopen the pull request to go on with it, or send a better patch under a new id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('reverted', () => {
  expect(showOutcome(OUTCOMES.reverted)).toMatchInlineSnapshot(`
"status  failure: Reverted by pull request #15. What pull request #12 had changed was taken back.
title   Raise the login timeout
notice  ↩️ Raise the login timeout: Reverted by pull request #15 (octo/shop)
│ ↩️ Raise the login timeout
│ Reverted by pull request #15
│ What pull request #12 had changed was taken back.
│ → To have the change again, send a corrected patch under a new id.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('superseded', () => {
  expect(showOutcome(OUTCOMES.superseded)).toMatchInlineSnapshot(`
"status  error: Superseded by a newer patch. The patch login-timeout-2 takes its place, so pull request #12 was closed.
title   Raise the login timeout
notice  ⏭️ Raise the login timeout: Superseded by a newer patch (octo/shop)
│ ⏭️ Raise the login timeout
│ Superseded by a newer patch
│ The patch login-timeout-2 takes its place, so pull request #12 was closed.
│ → Look at the newer patch.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Pull request: #12 (https://github.example/octo/shop/pull/12)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

test('superseded before it had a pull request', () => {
  expect(showOutcome(OUTCOMES.supersededEarly)).toMatchInlineSnapshot(`
"status  error: Superseded by a newer patch. The patch login-timeout-2 takes its place.
title   Raise the login timeout
notice  ⏭️ Raise the login timeout: Superseded by a newer patch (octo/shop)
│ ⏭️ Raise the login timeout
│ Superseded by a newer patch
│ The patch login-timeout-2 takes its place.
│ → Look at the newer patch.
│ Repository: octo/shop (https://github.example/octo/shop)
│ Patch: login-timeout
│ Sent by: octocat (gpt-5)
│ Base: main @ bbbbbbb
│ workflow run (https://github.example/octo/shop/actions/runs/7) · attempt 1 · 1.4 s of work · digest dddddddddddd"
`);
});

function showOutcome(outcome: Outcome): string {
  return show(doneView(outcome));
}

function show(view: PatchView): string {
  const { state, description } = formatStatus(view);
  const { text, blocks, metadata } = formatSlackMessage(view);
  const message = { channel: 'C1', ts: '1.1', author: 'U1', content: { text, blocks, metadata }, edits: [] };
  return [
    `status  ${state}: ${description}`,
    `title   ${formatPullRequest(view).title}`,
    `notice  ${text}`,
    renderMessage(message),
  ].join('\n');
}
