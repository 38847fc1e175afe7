import { authorise } from '../../control/authorise.ts';
import type { Command } from '../../control/command.ts';
import { roleOf } from '../../control/roles.ts';
import { postInThread } from '../../io/slack.ts';
import { describeRefusal } from '../../report/command/refusal.ts';
import type { CommandReport } from '../../report/command/report.ts';
import { formatCommandNote, formatCommandSlack } from '../../report/command/slack.ts';
import { type Pressed, readPressed } from '../../report/slack-buttons.ts';
import { formatNotice, formatSlackDetails, type SlackReply } from '../../report/slack-details.ts';
import { readPatchState } from '../../stages/control/patch.ts';
import { viewFrom } from '../../stages/view.ts';
import { obey } from './obeying.ts';
import type { Place } from './place.ts';
import { refreshMessage } from './refreshing.ts';
import type { ButtonPress } from './requests.ts';
import { describeBroken, type SlackWork } from './working.ts';

/** Begins what a button asks for; a button that only opens a page asks for nothing. */
export function takePress(work: SlackWork, press: ButtonPress, name: string): void {
  const pressed = readPressed(press.button);
  if (pressed === null) {
    return;
  }
  work.once(name, async () => {
    const reply = pressed === 'unreadable' ? formatNotice(UNREADABLE) : await carryOut(work, press, pressed);
    if (reply !== null) {
      await work.answer(press.answerUrl, reply);
    }
  });
}

const UNREADABLE =
  'Nothing was done: what this button asks for can not be read. Write the command, such as "/ghost status", or use the dashboard.';

/** Gives what only the one who pressed is told; null: the thread says it. Never rejects. */
async function carryOut(work: SlackWork, press: ButtonPress, pressed: Pressed): Promise<SlackReply | null> {
  try {
    const found = await work.places.ofButton(pressed, press);
    if (!found.ok) {
      return formatNotice(found.problem);
    }
    return pressed.ask === 'details'
      ? await showDetails(work, found.place, press, pressed)
      : await command(work, found.place, press, { ...pressed, ask: pressed.ask });
  } catch (error) {
    work.onError(error);
    return formatNotice(describeBroken(error));
  }
}

/** Into the thread, for whoever sees the message sees that a patch is there; elsewhere to who pressed alone. */
async function showDetails(
  { slack }: SlackWork,
  place: Place,
  { message }: ButtonPress,
  { id }: Pressed,
): Promise<SlackReply | null> {
  const { control } = place.target;
  const refused = await refuseLook(place, id);
  if (refused !== null) {
    return formatNotice(refused);
  }
  const state = await readPatchState(control.repository, id);
  if (typeof state === 'string') {
    const why = state === 'unknown' ? 'unknown_patch' : 'unreadable_record';
    return formatNotice(describeRefusal('status', { why, id }));
  }
  const details = formatSlackDetails(viewFrom(control.site, state.record, state.texts));
  if (!place.isHome) {
    return details;
  }
  await postInThread(slack, message, details);
  return null;
}

/** Why somebody may not look at a patch, as "status" would say; null: they may, as may all in its channel whom nobody knows. */
async function refuseLook({ login, target: { control } }: Place, id: string): Promise<string | null> {
  if (login === null) {
    return null;
  }
  const role = roleOf(await control.people.roleOf(login));
  const command = { verb: 'status', id } as const;
  const allowed = authorise({
    command,
    login,
    role,
    bots: [],
    switches: [],
    now: control.clock.now(),
  });
  return allowed.ok ? null : allowed.sentence;
}

async function command(
  work: SlackWork,
  place: Place,
  { visitor, message }: ButtonPress,
  { ask, id, shown }: Pressed & { readonly ask: Exclude<Pressed['ask'], 'details'> },
): Promise<SlackReply> {
  const asked: Command = ask === 'reject' ? { verb: ask, id, reason: null } : { verb: ask, id };
  const report = await obey(place, visitor, { command: asked, shown });
  work.background.sweepSoon(place.repository);
  // What follows is for others to see; who pressed is told in any case.
  const told = await Promise.allSettled([
    hasChanged(report) ? postInThread(work.slack, message, formatCommandNote(report)) : undefined,
    // Also where the press was too late.
    refreshMessage(place.target.control, id),
  ]);
  for (const one of told) {
    if (one.status === 'rejected') {
      work.onError(one.reason);
    }
  }
  return formatCommandSlack(report, place.repository);
}

function hasChanged({ done }: CommandReport): boolean {
  return done === 'done' || done === 'unconfirmed' || done === 'failed';
}
