/**
 * The plant of a transient: that of the scenario, its halls rack by rack where
 * the scenario wants them resolved.
 */

import { withHalls } from '../plant/hall.ts';
import type { Plant } from '../plant/plant.ts';
import { assembled, describedPlant, type PreparedScenario } from './scenario-run.ts';

/** Sized at its design hour. Each run wants a plant of its own. */
export function assembleTransient(prepared: PreparedScenario): Plant {
  return assembled(prepared, withHalls(describedPlant(prepared), prepared.scenario.transient?.halls));
}
