/**
 * Dry coolers with variable fans, and adiabatic coolers: the same coils behind
 * sectioned wet pads. Fans are used first and water last: pads are wetted only
 * in hours when full fans do not hold the set point, and only as far as needed.
 */

import { enthalpy, temperatureOfEnthalpy } from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import type { ValuesOf } from '../library/parameters.ts';
import { paddedAirTemperature, paddedHumidityRatio, padWaterEnthalpy } from '../physics/adiabatic-pad.ts';
import { type DryCooler, sizeDryCooler } from '../physics/dry-cooler.ts';
import { celsiusText } from '../units.ts';
import { adiabaticParameters, dryParameters } from './dry-cooler-parameters.ts';
import { frostWatch } from './frost-watch.ts';
import { type Bench, defineKind, type Machine } from './machine.ts';
import { wettedShare } from './wetted-share.ts';

type DryValues = ValuesOf<typeof dryParameters>;
type AdiabaticValues = ValuesOf<typeof adiabaticParameters>;

/** All coolers as one, or a fault. `air` is what enters the coils at the rating. */
function sized(values: DryValues, bench: Bench, designAir: number): DryCooler | undefined {
  const { design, circuit } = bench.source();
  const air = values.approach === undefined ? designAir : design.outletTemperature - values.approach;
  if (design.outletTemperature < air + 1) {
    bench.fault(
      '',
      `cannot be sized: ${circuit} wants ${celsiusText(design.outletTemperature)} with air at ${celsiusText(air)} in the design hour; at least 1 K is needed: take warmer water, wet pads or a chiller, or state an approach`,
    );
    return undefined;
  }
  const installed = (values.units + values.spare) / values.units;
  const duty = {
    heat: design.heat * installed,
    inletTemperature: design.inletTemperature,
    outletTemperature: design.outletTemperature,
    coolantFlow: design.flow * installed,
    airTemperature: air,
    pressure: bench.designWeather.pressure,
    airCapacityRatio: values.airCapacityRatio,
    specificFanPower: values.specificFanPower,
    minimumSpeed: values.minimumSpeed,
    freeAirFraction: Math.min(0.125, 0.5 * values.minimumSpeed),
    recirculation: values.recirculation,
  };
  let cooler: DryCooler;
  try {
    cooler = sizeDryCooler(duty);
  } catch (error) {
    bench.fault(
      '',
      `cannot be sized for ${circuit} at ${celsiusText(design.outletTemperature)} with air at ${celsiusText(air)}: ${(error as Error).message}; raise airCapacityRatio or the supply`,
    );
    return undefined;
  }
  const total = values.units + values.spare;
  bench.sized('ratedHeat', design.heat / values.units, 'heat flow', 'Heat of one unit at its rating');
  bench.sized('ratedAir', air, 'temperature', 'Air entering the coils at the rating');
  bench.sized(
    'ratedApproach',
    design.outletTemperature - air,
    'temperature difference',
    'Leaving coolant above that air',
  );
  bench.sized('conductance', cooler.conductance / total, 'conductance', 'UA of one unit');
  bench.sized('ratedCoolantFlow', design.flow / values.units, 'mass flow', 'Coolant of one unit');
  bench.sized('ratedAirFlow', cooler.airVolumeFlow / total, 'air volume flow', 'Air of one unit at full speed');
  bench.sized('ratedFanPower', cooler.ratedFanPower / total, 'power', 'Fans of one unit at full speed');
  bench.sized('unitsInstalled', total, 'dimensionless', 'Units installed; all run');
  return cooler;
}

/** Pads in front of the coils; a dry cooler has none. */
interface Pads {
  readonly effectiveness: number;
  readonly cycles: number;
  readonly dryBelow: number;
}

/** Part of a transient's actuator range in which fans come up before pads are wetted [1]. */
const fansBeforePads = 0.8;

function coolerMachine(bench: Bench, cooler: DryCooler, values: DryValues, pads: Pads | undefined): Machine {
  const { s, weather } = bench;
  const source = bench.source();
  const { fluid } = source;
  const port = bench.ambient();
  const power = bench.meter('power', 'towers', 'Electricity of the cooler fans', cooler.ratedFanPower);
  const speed = bench.slot('airFraction', 'fraction', 'Air flow over that at full speed');
  const wetted =
    pads === undefined ? bench.scratch() : bench.slot('wetShare', 'fraction', 'Part of the pads that is wet');
  const freezing = bench.event('coolant leaves near its freezing point', 'temperature difference');

  const frost = frostWatch(bench, 'coil', values.coilTime);

  /** Air behind pads of which a share is wet [K]; its humidity is left in `humidity`. */
  let humidity = 0;
  function airBehind(share: number): number {
    const dryBulb = s[weather.dryBulb]!;
    humidity = s[weather.humidityRatio]!;
    if (pads === undefined || !(share > 0)) return dryBulb;
    const wetBulb = s[weather.wetBulb]!;
    const before = humidity;
    humidity = paddedHumidityRatio(dryBulb, wetBulb, before, s[weather.pressure]!, pads.effectiveness, share);
    return paddedAirTemperature(dryBulb, before, humidity, padWaterEnthalpy(wetBulb));
  }

  function mayWet(): boolean {
    return pads !== undefined && s[weather.wetBulb]! > pads.dryBelow && s[weather.wetBulb]! < s[weather.dryBulb]!;
  }

  /** The wet share at which full fans just reach the target, 1 where all pads do not. */
  function wetShare(inlet: number, flow: number, rate: number, target: number): number {
    const miss = (share: number) =>
      cooler.leavingTemperature(inlet, flow, rate, airBehind(share), s[weather.pressure]!, 1) - target;
    return wettedShare(miss, 1e-10);
  }

  /** Fans over the first part of the actuator's range, pads over the rest. */
  function respond(inlet: number, flow: number, opening: number, wanted: number): number {
    const fansUntil = pads === undefined ? 1 : fansBeforePads;
    const fraction = Math.min(1, opening / fansUntil) * (frost?.clearance(values.frostMargin) ?? 1);
    s[speed] = fraction;
    s[wetted] = opening > fansUntil && mayWet() ? (opening - fansUntil) / (1 - fansUntil) : 0;
    const entering = airBehind(s[wetted]!);
    const pressure = s[weather.pressure]!;
    s[power] = cooler.fanPower(fraction, entering, pressure);
    const loss = frost === undefined ? 0 : cooler.standingLoss(fraction, entering, pressure);
    if (!(flow > 0) || !(inlet > entering)) {
      frost?.follow(flow, inlet, loss, entering, 0);
      return 0;
    }
    const h = fluid.enthalpy(inlet, 0);
    const target = wanted > 0 ? fluid.temperature(h - wanted / flow, 0) : inlet;
    // The mean specific heat on the way to the set point, as in the steady hour.
    const rate = target < inlet ? wanted / (inlet - target) : flow * fluid.specificHeat(inlet);
    const reached = cooler.leavingTemperature(inlet, flow, rate, entering, pressure, fraction);
    frost?.follow(flow, reached, loss, entering, 0);
    return flow * (h - fluid.enthalpy(reached, 0));
  }

  return {
    units: values.units + values.spare,
    transient: {
      states: [],
      ...frost?.behaviour,
      begin: () => frost?.begin(),
      respond,
      stroke: 60,
      standing: cooler.freeAirFraction * (pads === undefined ? 1 : fansBeforePads),
      airFraction: speed,
    },
    source(inlet, flow, wanted) {
      s[wetted] = 0;
      const air = airBehind(0);
      const pressure = s[weather.pressure]!;
      if (!(wanted > 0)) {
        s[speed] = s[power] = 0;
        return 0;
      }
      const h = fluid.enthalpy(inlet, 0);
      const target = fluid.temperature(h - wanted / flow, 0);
      const rate = wanted / (inlet - target);
      const fraction = cooler.airFraction(target, inlet, flow, rate, air, pressure, s[speed]!);
      if (fraction <= 1) {
        s[speed] = fraction;
        s[power] = cooler.fanPower(fraction, air, pressure);
        return wanted;
      }
      s[speed] = 1;
      const share = mayWet() ? wetShare(inlet, flow, rate, target) : 0;
      s[wetted] = share;
      const entering = airBehind(share);
      s[power] = cooler.fanPower(1, entering, pressure);
      if (share > 0 && share < 1) return wanted;
      if (!(inlet > entering)) return 0;
      const reached = cooler.leavingTemperature(inlet, flow, rate, entering, pressure, 1);
      return Math.max(0, Math.min(wanted, flow * (h - fluid.enthalpy(reached, 0))));
    },
    reach() {
      return mayWet() ? airBehind(1) : s[weather.dryBulb]!;
    },
    finish() {
      const entering = airBehind(s[wetted]!);
      const before = s[weather.humidityRatio]!;
      const airFlow = Math.max(
        cooler.airMassFlow(s[speed]!, entering, s[weather.pressure]!),
        1e-6 * cooler.ratedAirFlow,
      );
      const evaporation = airFlow * (humidity - before);
      const waterEnthalpy = evaporation > 0 ? padWaterEnthalpy(s[weather.wetBulb]!) : 0;
      const carried =
        enthalpy(s[weather.dryBulb]!, before) +
        (s[source.duty]! + s[power]!) / airFlow +
        (humidity - before) * waterEnthalpy;
      s[port.airFlow] = airFlow;
      s[port.outletHumidityRatio] = humidity;
      s[port.outletTemperature] = temperatureOfEnthalpy(carried, humidity);
      s[port.evaporation] = evaporation;
      s[port.blowdown] = pads === undefined ? 0 : evaporation / (pads.cycles - 1);
      s[port.makeUp] = evaporation + s[port.blowdown]!;
      s[port.makeUpTemperature] = water.temperature(waterEnthalpy, 0);
      const leaving = s[source.outlet]!;
      const margin = (fluid.freezing ?? 0) + 2;
      s[freezing] = leaving < margin ? margin - leaving : 0;
    },
  };
}

const port = { name: 'hot', role: 'source', phases: ['liquid'], about: 'Circuit that is cooled' } as const;

export const dryCooler = defineKind({
  kind: 'dry-cooler',
  about: 'Dry coolers with variable-speed fans',
  parameters: dryParameters,
  ports: [port],
  designReach: (_, weather) => weather.dryBulb,
  assemble(values: DryValues, bench: Bench) {
    const cooler = sized(values, bench, bench.designWeather.dryBulb);
    return cooler === undefined ? {} : coolerMachine(bench, cooler, values, undefined);
  },
});

/** Air behind fully wet pads at the design hour [K]. */
function padded(
  values: { readonly padEffectiveness: number },
  weather: { readonly dryBulb: number; readonly wetBulb: number },
): number {
  return weather.dryBulb - values.padEffectiveness * (weather.dryBulb - weather.wetBulb);
}

export const adiabaticCooler = defineKind({
  kind: 'adiabatic-cooler',
  about: 'Dry coolers behind wet pads that are used when full fans are not enough',
  parameters: adiabaticParameters,
  ports: [port],
  designReach: (values, weather) => padded(values, weather),
  assemble(values: AdiabaticValues, bench: Bench) {
    const cooler = sized(values, bench, padded(values, bench.designWeather));
    if (cooler === undefined) return {};
    const pads = { effectiveness: values.padEffectiveness, cycles: values.cycles, dryBelow: values.dryBelow };
    return coolerMachine(bench, cooler, values, pads);
  },
});
