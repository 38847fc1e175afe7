import type { Control } from '../../control/control.ts';
import { scopeOption } from '../../control/scope-option.ts';
import type { Switch } from '../../control/switches.ts';
import { describeControl, describeSwitch } from '../../report/command/scope.ts';
import { formatTime } from '../../report/phrases.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding, missing, unknown, well } from './finding.ts';

/** What keeps patches from being worked on though nothing is wrong with the set-up. */
export function examineSwitches({ repository, switches: told }: Facts): readonly Finding[] {
  if (!told.told) {
    return [
      unknown(
        SWITCH_CHECK,
        `Whether patches are stopped can not be told: ${told.why}`,
        'Ask with npx ghost-runner status.',
      ),
    ];
  }
  const { control, switches } = told.value;
  if (isBroken(control)) {
    return [
      missing(
        SWITCH_CHECK,
        describeControl(control),
        `See in the log who moved it, then write it anew by npx ghost-runner resume --repo ${repository}.`,
      ),
    ];
  }
  const stops = switches.map((one) => examineSwitch(one, repository));
  return stops.length > 0 ? stops : [well(SWITCH_CHECK, 'No patches are stopped.')];
}

export const SWITCH_CHECK = 'switch';

/** A stop that nobody has set: the switch is gone, or can't be read. */
function isBroken(control: Control): boolean {
  return control.state !== 'running' && control.by === undefined;
}

function examineSwitch(one: Switch, repository: string): Finding {
  const lift = `npx ghost-runner ${one.state === 'locked' ? 'unlock' : 'resume'}${scopeOption(one.scope)} --repo ${repository}`;
  const says = `${describeSwitch(one)} It was set at ${formatTime(one.at)}.`;
  return one.scope.kind === 'repository'
    ? missing(SWITCH_CHECK, says, `When its reason is gone, an operator lifts it by ${lift}.`)
    : advice(SWITCH_CHECK, says, `All others go on; an operator lifts it by ${lift}.`);
}
