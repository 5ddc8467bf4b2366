/**
 * Ideal cooler: holds a constant approach to the dry or wet bulb and draws
 * constant electricity per heat. Not physics: it stands in for older studies
 * that assume just this, and is marked ideal wherever it appears.
 */

import { enthalpy, evaporationHeat, temperatureOfEnthalpy } from '../fluids/humidity.ts';
import { water } from '../fluids/water.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { type Bench, defineKind } from './machine.ts';

const parameters = {
  against: { choice: ['dry bulb', 'wet bulb'], about: 'Outdoor temperature that it approaches' },
  approach: {
    quantity: 'temperature difference',
    range: [0, 40],
    about: 'Coldest it gets, above that temperature, at any load',
  },
  power: { quantity: 'fraction', range: [0, 0.5], about: 'Electricity per heat' },
  evaporated: { quantity: 'fraction', range: [0, 1], about: 'Part of the heat that leaves as vapour', default: '0 %' },
} as const satisfies Parameters;

export const idealCooler = defineKind({
  kind: 'ideal-cooler',
  about: 'Cooler with a constant approach and constant electricity per heat',
  parameters,
  ideal: true,
  ports: [{ name: 'hot', role: 'source', phases: ['liquid'], about: 'Circuit that is cooled' }],
  designReach: (values, weather) => (values.against === 'dry bulb' ? weather.dryBulb : weather.wetBulb),
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s, weather } = bench;
    const { design, fluid } = bench.source();
    const power = bench.meter('power', 'towers', 'Electricity of the cooler', design.heat * values.power);
    const port = bench.ambient();
    const duty = bench.source().duty;
    const against = values.against === 'dry bulb' ? weather.dryBulb : weather.wetBulb;
    // Air for 10 K of warming were it dry; only the auditor looks at it.
    const airFlow = (design.heat * (1 + values.power)) / 10_060;
    const makeUpAt = 288.15;
    return {
      source(inlet, flow, wanted) {
        const most = flow * (fluid.enthalpy(inlet, 0) - fluid.enthalpy(s[against]! + values.approach, 0));
        const heat = Math.max(0, Math.min(wanted, most));
        s[power] = heat * values.power;
        return heat;
      },
      reach: () => s[against]! + values.approach,
      finish() {
        const evaporation = (s[duty]! * values.evaporated) / (evaporationHeat - water.enthalpy(makeUpAt, 0));
        const humidityRatio = s[weather.humidityRatio]! + evaporation / airFlow;
        const carried = s[duty]! + s[power]! + evaporation * water.enthalpy(makeUpAt, 0);
        s[port.airFlow] = airFlow;
        s[port.outletHumidityRatio] = humidityRatio;
        s[port.outletTemperature] = temperatureOfEnthalpy(
          enthalpy(s[weather.dryBulb]!, s[weather.humidityRatio]!) + carried / airFlow,
          humidityRatio,
        );
        s[port.evaporation] = evaporation;
        s[port.makeUp] = evaporation;
        s[port.makeUpTemperature] = makeUpAt;
      },
    };
  },
});
