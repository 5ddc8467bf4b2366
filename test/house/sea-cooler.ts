/**
 * Sea-water cooler: a counterflow plate exchanger to sea water of one
 * temperature, and its pump. The valve on the circuit's side lets no more heat
 * through than is wanted. Leaves out tides, fouling and the flow's effect on UA.
 */

import type { Parameters, ValuesOf } from '../../src/library/parameters.ts';
import { type Bench, defineKind } from '../../src/machines/machine.ts';
import { counterflowEffectiveness, counterflowTransferUnits } from '../../src/physics/effectiveness.ts';

const parameters = {
  seaTemperature: { quantity: 'temperature', range: [271.15, 308.15], about: 'Sea water, all year' },
  rise: { quantity: 'temperature difference', range: [1, 20], about: 'Warming of the sea water at the design hour' },
  pumpPower: {
    quantity: 'fraction',
    range: [0, 0.1],
    about: 'Electricity of the pump per design heat',
    default: '1 %',
  },
} as const satisfies Parameters;

export const seaCooler = defineKind({
  kind: 'sea-cooler',
  about: 'Plate exchanger to sea water with a pump of constant flow',
  parameters,
  ports: [{ name: 'hot', role: 'source', phases: ['liquid'], about: 'Circuit that is cooled' }],
  designReach: (values) => values.seaTemperature,
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const source = bench.source();
    const { design, fluid } = source;
    const span = design.inletTemperature - values.seaTemperature;
    const hotRate = design.flow * fluid.specificHeat(design.inletTemperature);
    const seaRate = design.heat / values.rise;
    const effectiveness = design.heat / (Math.min(hotRate, seaRate) * span);
    if (!(span > 0 && effectiveness < 0.95)) {
      bench.fault('seaTemperature', `the sea is too warm for ${source.circuit}; wanted colder sea water or more rise`);
      return {};
    }
    const ratio = Math.min(hotRate, seaRate) / Math.max(hotRate, seaRate);
    const conductance = counterflowTransferUnits(effectiveness, ratio) * Math.min(hotRate, seaRate);
    bench.sized('conductance', conductance, 'conductance', 'UA at the design hour');

    const ratedPower = design.heat * values.pumpPower;
    const power = bench.meter('power', 'pumps', 'Electricity of the sea-water pump', ratedPower);
    const toSea = bench.loss('toSea', 'outdoors', 'Heat given to the sea', design.heat + ratedPower);

    return {
      source(inlet, flow, wanted) {
        const isOn = wanted > 0 && inlet > values.seaTemperature;
        s[power] = isOn ? ratedPower : 0;
        if (!isOn) return 0;
        const hot = flow * fluid.specificHeat(inlet);
        const least = Math.min(hot, seaRate);
        const reached = counterflowEffectiveness(conductance / least, least / Math.max(hot, seaRate));
        return Math.min(wanted, reached * least * (inlet - values.seaTemperature));
      },
      reach: () => values.seaTemperature,
      finish() {
        s[toSea] = s[source.duty]! + s[power]!;
      },
    };
  },
});
