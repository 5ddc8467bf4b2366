/**
 * Sea, lake or river water: a counterflow plate exchanger between a circuit
 * and water from outside, its intake pumps, and the season of the water.
 *
 *     T_w = mean + amplitude cos(2π (day − warmestDay)/365)
 *     UA as its two films: hA ∝ ṁ^0.8 (plates), half of the resistance on each side at the design hour, less the fouling
 *     Q ≤ C_w (limit − T_w)          where the permit has a limit for what is given back
 *
 * Sized at the design hour with the water at its warmest. The intake runs at
 * constant flow while heat is wanted, a valve on the circuit's side lets no more
 * through than is wanted. Leaves out tides, upwelling, recirculation from
 * the outlet to the intake and growth beyond the fouling stated.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { conductanceForDuty, exchangerHeat, exchangerRating } from '../physics/heat-exchange.ts';
import { celsiusText } from '../units.ts';
import { type Bench, defineKind } from './machine.ts';

const parameters = {
  meanTemperature: { quantity: 'temperature', range: [271.15, 308.15], about: 'Water at the intake, mean of the year' },
  amplitude: {
    quantity: 'temperature difference',
    range: [0, 15],
    about: 'Water at its warmest above that mean',
    default: '0 K',
  },
  warmestDay: { count: [1, 365], about: 'Day of the year on which it is warmest', default: 227 },
  rise: {
    quantity: 'temperature difference',
    range: [1, 20],
    about: 'Warming of the water at the design hour',
    default: '6 K',
  },
  dischargeLimit: {
    quantity: 'temperature',
    range: [273.15, 323.15],
    about: 'Warmest that the permit lets water be given back',
    optional: true,
  },
  fouling: {
    quantity: 'fraction',
    range: [0, 0.5],
    about: 'Part of the resistance to heat that is fouling, plates sized with it',
    default: '20 %',
  },
  pumpPower: {
    quantity: 'fraction',
    range: [0, 0.1],
    about: 'Electricity of the intake pumps per design heat, while they run',
    default: '1 %',
  },
} as const satisfies Parameters;

/**
 * c_p of sea water of 35 g/kg at 15 °C and 0.1 MPa [J/(kg·K)], as cited from the UNESCO tables (1983), not at hand. Fresh
 * water has 5 % more: the flow that is told differs by that, heat and temperatures do not.
 */
const seaSpecificHeat = 3993;
/** Effectiveness beyond which no plates are sized: assumed. */
const mostEffective = 0.97;
const hoursPerDay = 24;
const daysPerYear = 365;

export const openWaterCooler = defineKind({
  kind: 'open-water-cooler',
  about: 'Plates to sea, lake or river water with its season, its permit and its intake pumps',
  parameters,
  ports: [{ name: 'hot', role: 'source', phases: ['liquid'], about: 'Circuit that is cooled' }],
  designReach: (values) => values.meanTemperature + values.amplitude,
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s, weather } = bench;
    const source = bench.source();
    const { design, fluid } = source;
    const warmest = values.meanTemperature + values.amplitude;
    const limit = values.dischargeLimit ?? Infinity;
    const waterRate = design.heat / values.rise;
    const waterFlow = waterRate / seaSpecificHeat;
    const hotRate = design.flow * fluid.specificHeat(design.inletTemperature);
    const span = design.inletTemperature - warmest;
    if (!(span > 0 && design.heat < mostEffective * Math.min(hotRate, waterRate) * span)) {
      bench.fault(
        'meanTemperature',
        `water of ${celsiusText(warmest)} at its warmest cannot hold ${source.circuit} at ${celsiusText(design.outletTemperature)}; wanted colder water, less rise, or a warmer circuit`,
      );
      return {};
    }
    if (warmest + values.rise * (1 + values.pumpPower) > limit) {
      bench.fault(
        'dischargeLimit',
        `water of ${celsiusText(warmest)} that warms by ${values.rise.toFixed(1)} K leaves above ${celsiusText(limit)}; wanted less rise`,
      );
      return {};
    }
    const conductance = conductanceForDuty({
      arrangement: 'counterflow',
      heat: design.heat,
      firstCapacityRate: hotRate,
      secondCapacityRate: waterRate,
      temperatureDifference: span,
    });
    const rating = exchangerRating({
      arrangement: 'counterflow',
      conductance,
      firstFlow: design.flow,
      secondFlow: waterFlow,
      foulingResistance: values.fouling / conductance,
    });
    bench.sized('conductance', conductance, 'conductance', 'UA at the design hour, fouled');
    bench.sized('waterFlow', waterFlow, 'mass flow', 'Water from outside at the design hour');

    const ratedPower = design.heat * values.pumpPower;
    const power = bench.meter('power', 'pumps', 'Electricity of the intake pumps', ratedPower);
    const entering = bench.slot('waterTemperature', 'temperature', 'Water from outside, entering');
    const leaving = bench.slot('waterOutletTemperature', 'temperature', 'Water given back');
    const toWater = bench.loss('toWater', 'outdoors', 'Heat given to the water outside', design.heat + ratedPower);

    function season(): number {
      const hour = s[weather.hourOfYear]!;
      if (Number.isNaN(hour)) return warmest;
      const day = hour / hoursPerDay + 0.5;
      return (
        values.meanTemperature + values.amplitude * Math.cos((2 * Math.PI * (day - values.warmestDay)) / daysPerYear)
      );
    }

    return {
      source(inlet, flow, wanted) {
        const water = season();
        s[entering] = water;
        const isOn = wanted > 0 && flow > 0 && inlet > water;
        s[power] = isOn ? ratedPower : 0;
        if (!isOn) return 0;
        const hot = flow * fluid.specificHeat(inlet);
        const reached = exchangerHeat(rating, flow, hot, waterFlow, waterRate, inlet - water);
        return Math.max(0, Math.min(wanted, reached, waterRate * (limit - water) - ratedPower));
      },
      reach: season,
      finish() {
        s[toWater] = s[source.duty]! + s[power]!;
        s[leaving] = s[entering]! + s[toWater]! / waterRate;
      },
    };
  },
});
