/**
 * The set point of a circuit in a step.
 */

import type { Circuit, PlacedMachine, Plant } from '../plant/plant.ts';

/** Set point [K]: fixed, moved with the wet bulb, or the warmest that the loads can use. */
export function setpointRule(plant: Plant, circuit: Circuit): () => number {
  const { s } = plant;
  if (circuit.setpointRule === 'fixed') return () => circuit.supply;
  if (circuit.setpointRule === 'wet-bulb reset') {
    const { fromWetBulb, toWetBulb, coldest } = circuit.reset!;
    return () => {
      const x = (s[plant.weather.wetBulb]! - fromWetBulb) / (toWetBulb - fromWetBulb);
      return coldest + (circuit.supply - coldest) * Math.min(1, Math.max(0, x));
    };
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
