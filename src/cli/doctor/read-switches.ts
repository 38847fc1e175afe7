import { parseControl } from '../../control/control.ts';
import { activeSwitches } from '../../control/switches.ts';
import { messageOf, statusOf } from '../../io/github/failure.ts';
import { CONTROL_REF, RECORD_REFS } from '../../record/record.ts';
import type { ReadRequest, Snapshot } from '../../stages/ports.ts';
import { controlOf } from '../../stages/standing.ts';
import type { SwitchFacts, Told } from './facts.ts';

/** Reads the switch as a patch that comes now would. */
export async function readSwitches(
  repository: { read(request: ReadRequest): Promise<Pick<Snapshot, 'refs' | 'anyRefUnder'>> },
  now: Date,
): Promise<Told<SwitchFacts>> {
  try {
    const snapshot = await repository.read({ refs: [CONTROL_REF], anyRefUnder: RECORD_REFS });
    const entry = parseControl(snapshot.refs.get(CONTROL_REF)?.message ?? '');
    return {
      told: true,
      value: {
        control: controlOf(snapshot, now),
        switches: activeSwitches(entry?.switches ?? [], now),
      },
    };
  } catch (error) {
    if (!REFUSALS.includes(statusOf(error) ?? 0)) {
      throw error;
    }
    return { told: false, why: `GitHub says "${messageOf(error)}" to this token.` };
  }
}

const REFUSALS = [401, 403, 404];
