/**
 * Direct air economizer: outdoor air is let into the hall, as much of it as
 * brings the supply to its set point, and as much hall air leaves. Limits of
 * dry bulb, dew point and enthalpy close it; air that is too dry may be wetted
 * by fog in the mixture, which cools it too. The moisture that comes in stays: in a steady
 * hour the hall is as humid as the air let in.
 *
 * Leaves out leakage while closed, contaminants, and the time that a hall
 * takes from one humidity to the next.
 */

import {
  dewPoint,
  enthalpy,
  saturatedHumidityRatio,
  specificVolume,
  temperatureOfEnthalpy,
} from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { celsiusText } from '../units.ts';
import { type Bench, defineKind, type Machine } from './machine.ts';

const parameters = {
  lowDewPoint: {
    quantity: 'temperature',
    range: [243.15, 293.15],
    about: 'Outdoor air drier than this is wetted, or told where there is no humidifier',
    default: '-9 degC',
  },
  highDewPoint: {
    quantity: 'temperature',
    range: [273.15, 303.15],
    about: 'Closed while the outdoor dew point lies above this',
    default: '15 degC',
  },
  highDryBulb: {
    quantity: 'temperature',
    range: [273.15, 333.15],
    about: 'Closed while outdoor air is warmer than this; 1 K below the hall’s design return if left out',
    optional: true,
  },
  highEnthalpy: {
    quantity: 'enthalpy',
    range: [1e4, 2e5],
    about: 'Closed while the enthalpy of outdoor air, per kg of dry air above 0 °C, lies above this',
    optional: true,
  },
  humidifier: {
    choice: ['none', 'adiabatic'],
    about: 'What wets air that is too dry: nothing, or fog at the temperature of its make-up',
    default: 'none',
  },
  humidifierPower: {
    quantity: 'enthalpy',
    range: [0, 1e5],
    about: 'Electricity of the fog’s pumps per water evaporated; it leaves outdoors',
    default: '15 kJ/kg',
  },
  pressureDrop: {
    quantity: 'air pressure',
    range: [0, 2000],
    about: 'Louvres, filters and relief, beyond what the hall’s own fans drive',
    default: '200 Pa',
  },
  fanEfficiency: {
    quantity: 'fraction',
    range: [0.05, 0.95],
    about: 'Of the relief fans, wire to air; their heat leaves with the air',
    default: '60 %',
  },
} as const satisfies Parameters;

type Values = ValuesOf<typeof parameters>;

/** Temperature of the humidifier's make-up [K]. */
const makeUpAt = 288.15;

function economizer(values: Values, bench: Bench): Machine {
  const { s, weather } = bench;
  const source = bench.source();
  const { design } = source;
  const port = bench.ambient();
  const highDryBulb = values.highDryBulb ?? design.inletTemperature - 1;
  const fogs = values.humidifier === 'adiabatic';
  const perVolume = values.pressureDrop / values.fanEfficiency;
  const designVolume =
    design.flow * specificVolume(bench.designWeather.dryBulb, design.companion, bench.designWeather.pressure);
  const power = bench.meter('power', 'fans', 'Electricity of the relief fans', perVolume * designVolume);
  const fog = bench.meter('humidifierPower', 'other', 'Electricity of the humidifier', 0);
  const fogHeat = bench.loss('humidifierHeat', 'outdoors', 'Heat of the humidifier’s pumps', 0);
  const share = bench.slot('outdoorShare', 'fraction', 'Outdoor air in what passes through');
  const tooHumid = bench.event('outdoor dew point above the limit: closed', 'temperature difference');
  const tooDry = bench.event('hall drier than its lowest dew point', 'temperature difference');
  bench.sized('ratedVolumeFlow', designVolume, 'air volume flow', 'Most outdoor air at the design hour');

  /** The air let in, with the fog that goes into its mixture: of this hour. */
  const air = { isOpen: false, temperature: NaN, enthalpy: NaN, humidityRatio: NaN, dry: 0, humid: 0 };
  const seen = { dryBulb: NaN, humidityRatio: NaN, pressure: NaN };

  function look(): void {
    const dryBulb = s[weather.dryBulb]!;
    const humidityRatio = s[weather.humidityRatio]!;
    const pressure = s[weather.pressure]!;
    if (seen.dryBulb === dryBulb && seen.humidityRatio === humidityRatio && seen.pressure === pressure) return;
    seen.dryBulb = dryBulb;
    seen.humidityRatio = humidityRatio;
    seen.pressure = pressure;
    const dew = dewPoint(humidityRatio, pressure);
    air.humid = Math.max(0, dew - values.highDewPoint);
    air.dry = Math.max(0, values.lowDewPoint - dew);
    air.humidityRatio = humidityRatio;
    air.enthalpy = enthalpy(dryBulb, humidityRatio);
    if (fogs && air.dry > 0) {
      const added = saturatedHumidityRatio(values.lowDewPoint, pressure) - humidityRatio;
      air.enthalpy += added * water.enthalpy(makeUpAt, 0);
      air.humidityRatio += added;
      air.dry = 0;
    }
    air.temperature = temperatureOfEnthalpy(air.enthalpy, air.humidityRatio);
    const isCool =
      air.temperature < highDryBulb && enthalpy(dryBulb, humidityRatio) < (values.highEnthalpy ?? Infinity);
    air.isOpen = isCool && !(air.humid > 0);
  }

  /** Heat that a flow of air loses when all of it is exchanged [W]. */
  function most(inlet: number, flow: number): number {
    return flow * (enthalpy(inlet, air.humidityRatio) - air.enthalpy);
  }

  function letIn(inlet: number, flow: number, part: number): number {
    s[share] = part;
    s[power] = perVolume * part * flow * specificVolume(inlet, air.humidityRatio, s[weather.pressure]!);
    s[fog] = values.humidifierPower * part * flow * (air.humidityRatio - s[weather.humidityRatio]!);
    s[fogHeat] = s[fog]!;
    return part * most(inlet, flow);
  }

  function closed(): number {
    s[share] = s[power] = s[fog] = s[fogHeat] = 0;
    return 0;
  }

  return {
    source(inlet, flow, wanted) {
      look();
      if (!(air.isOpen && wanted > 0 && flow > 0)) return closed();
      const all = most(inlet, flow);
      if (!(all > 0)) return closed();
      if (all <= wanted) return letIn(inlet, flow, 1);
      letIn(inlet, flow, wanted / all);
      return wanted;
    },
    transient: {
      states: [],
      respond(inlet, flow, opening) {
        look();
        return air.isOpen && flow > 0 && most(inlet, flow) > 0 ? letIn(inlet, flow, opening) : closed();
      },
      stroke: 60,
    },
    humidity() {
      look();
      return air.isOpen ? air.humidityRatio : NaN;
    },
    reach() {
      look();
      return air.isOpen ? air.temperature : Infinity;
    },
    finish() {
      look();
      const taken = s[share]! * s[source.flow]!;
      const evaporation = taken * (air.humidityRatio - s[weather.humidityRatio]!);
      // The same air leaves as the hall gives back, warmed by the relief fans.
      const leaving = enthalpy(s[source.inlet]!, air.humidityRatio) + (taken > 0 ? s[power]! / taken : 0);
      s[port.airFlow] = taken;
      s[port.outletHumidityRatio] = taken > 0 ? air.humidityRatio : s[weather.humidityRatio]!;
      s[port.outletTemperature] = taken > 0 ? temperatureOfEnthalpy(leaving, air.humidityRatio) : s[weather.dryBulb]!;
      s[port.evaporation] = s[port.makeUp] = evaporation;
      s[port.makeUpTemperature] = makeUpAt;
      s[tooHumid] = air.humid;
      s[tooDry] = air.isOpen ? air.dry : 0;
    },
  };
}

export const airEconomizer = defineKind({
  kind: 'air-economizer',
  about: 'Outdoor air let into the hall, within limits of temperature and humidity',
  parameters,
  ports: [{ name: 'hot', role: 'source', phases: ['air'], about: 'Air of the hall' }],
  designReach: (_, weather) => weather.dryBulb,
  assemble(values: Values, bench: Bench) {
    if (values.lowDewPoint >= values.highDewPoint) {
      bench.fault(
        'lowDewPoint',
        `found ${celsiusText(values.lowDewPoint)}; wanted below highDewPoint, ${celsiusText(values.highDewPoint)}`,
      );
      return {};
    }
    const { design, circuit } = bench.source();
    if (values.highDewPoint >= design.outletTemperature) {
      bench.fault(
        'highDewPoint',
        `found ${celsiusText(values.highDewPoint)}; wanted below what leaves to ${circuit}, ${celsiusText(design.outletTemperature)}, or its air would be fog`,
      );
      return {};
    }
    if (design.last) {
      bench.fault(
        'source',
        `nothing comes after it, and in hours when its limits close it ${circuit} would have no cooling; give it a stage before others`,
      );
      return {};
    }
    return economizer(values, bench);
  },
});
