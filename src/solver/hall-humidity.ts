/**
 * The humidity of halls that outdoor air is let into, once an hour.
 *
 * Nothing in a hall makes or takes moisture, so in a steady hour its air has
 * the humidity of the outdoor air let in, however little that is. In hours
 * without any the hall is kept at its circuit's dew point.
 */

import { setHumidity } from '../fluids/air.ts';
import type { Plant } from '../plant/plant.ts';

/** Sets the humidity of all such halls from the hour's weather; where two machines let air in, the first stage's counts. */
export function hallHumidity(plant: Plant): () => void {
  const { s } = plant;
  const halls = plant.circuits.flatMap((circuit) => {
    const machines = circuit.stages
      .flatMap((stage) => stage.sources)
      .map((source) => plant.machines[source.machine]!.machine)
      .filter((machine) => machine.humidity !== undefined);
    const slot = circuit.slots.companion;
    return machines.length === 0 ? [] : [{ machines, slot, curve: circuit.curve, kept: circuit.design.companion }];
  });

  return () => {
    for (let c = 0; c < halls.length; c++) {
      const { machines, slot, curve, kept } = halls[c]!;
      let humidityRatio = NaN;
      for (let i = 0; i < machines.length && Number.isNaN(humidityRatio); i++) humidityRatio = machines[i]!.humidity!();
      if (Number.isNaN(humidityRatio)) humidityRatio = kept;
      if (humidityRatio === s[slot]!) continue;
      s[slot] = humidityRatio;
      setHumidity(curve, humidityRatio);
    }
  };
}
