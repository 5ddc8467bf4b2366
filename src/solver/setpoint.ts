/**
 * The set point of a circuit in a step.
 */

import { resetSetpoint } from '../controls/reset.ts';
import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';

/** Set point [K]: fixed, moved with the wet bulb, or the warmest that the loads can use. */
export function setpointRule(plant: Plant, circuit: Circuit): () => number {
  const { s } = plant;
  if (circuit.setpointRule === 'fixed') return () => circuit.supply;
  if (circuit.setpointRule === 'wet-bulb reset') {
    const { fromWetBulb, toWetBulb, coldest } = circuit.reset!;
    const line = { from: fromWetBulb, to: toWetBulb, setpointAtFrom: coldest, setpointAtTo: circuit.supply };
    return () => resetSetpoint(line, s[plant.weather.wetBulb]!);
  }
  const asked = circuit.loads
    .map((load) => (plant.machines[load.machine] as PlacedMachine).machine)
    .filter((machine) => machine.warmest !== undefined);
  return () => {
    let warmest = circuit.supply;
    for (let i = 0; i < asked.length; i++) {
      const wish = asked[i]!.warmest!();
      if (wish < warmest) warmest = wish;
    }
    return warmest > circuit.floor ? warmest : circuit.floor;
  };
}
