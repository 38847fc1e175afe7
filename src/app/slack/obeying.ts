import type { Command } from '../../control/command.ts';
import type { ConfirmsBy } from '../../control/confirmation.ts';
import type { ShownState } from '../../control/shown-state.ts';
import type { CommandReport } from '../../report/command/report.ts';
import type { ControlContext } from '../../stages/control/context.ts';
import { execute } from '../../stages/control/execute.ts';
import type { Place } from './place.ts';
import type { Visitor } from './requests.ts';

/** Does one command in the name of a member of Slack, by the executor of all surfaces. */
export async function obey(
  { target, login }: Place,
  { user }: Visitor,
  asked: { readonly command: Command; readonly shown?: ShownState; readonly confirmsBy?: ConfirmsBy },
): Promise<CommandReport> {
  const request = { ...asked, surface: 'slack' } as const;
  if (login !== null) {
    return await execute(target.control, { ...request, actor: login });
  }
  const report = await execute(asViewer(target.control), { ...request, actor: `slack:${user}` });
  return report.done === 'refused'
    ? { ...report, sentence: `${report.sentence} ${describeUnmapped(user)}` }
    : report;
}

/** Nobody knows who this is on GitHub: they may see what the channel sees, and nothing of GitHub is asked about them. */
function asViewer(control: ControlContext): ControlContext {
  return { ...control, people: { ...control.people, roleOf: async () => 'read' } };
}

function describeUnmapped(user: string): string {
  return `Who you are on GitHub is not known here; have ${user} added to control.slack-users in .github/ghost-runner.yml, with your login.`;
}
