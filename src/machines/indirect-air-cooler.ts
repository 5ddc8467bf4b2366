/**
 * Indirect air cooler: plates in crossflow between the air of the hall and
 * outdoor air that fans draw through, behind sectioned wet pads. No air and no
 * moisture passes between the two. Fans are used first and water last, and the
 * hall's fans are the mover of its circuit.
 *
 * Leaves out leakage, fouling, the pads' pumps and condensation on the hall
 * side: where plates could be colder than the hall's dew point the run says so.
 */

import { dewPoint, enthalpy, temperatureOfEnthalpy } from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import { paddedAirTemperature, paddedHumidityRatio, padWaterEnthalpy } from '../physics/adiabatic-pad.ts';
import { exchangerHeat, flowForDuty } from '../physics/heat-exchange.ts';
import {
  designAir,
  dryAirGasConstant,
  indirectParameters,
  type IndirectValues,
  outdoorSpecificHeat,
  type Plates,
  sizedPlates,
} from './indirect-air-cooler-size.ts';
import { type Bench, defineKind, type Machine } from './machine.ts';
import { wettedShare } from './wetted-share.ts';

/** Part of a transient's actuator range in which fans come up before pads are wetted [1]. */
const fansBeforePads = 0.8;

function coolerMachine(values: IndirectValues, bench: Bench, plates: Plates): Machine {
  const { s, weather } = bench;
  const source = bench.source();
  const port = bench.ambient();
  const { rating, volumeFlow, ratedDensity, ratedFanPower } = plates;
  const power = bench.meter('power', 'towers', 'Electricity of the outdoor fans', ratedFanPower);
  const speed = bench.slot('airFraction', 'fraction', 'Outdoor air over that at full speed, mean of the hour');
  const wetted = bench.slot('wetShare', 'fraction', 'Part of the pads that is wet');
  const condensing = bench.event(
    'plates colder than the dew point of the hall; condensation is left out',
    'temperature difference',
  );
  const hallHeat = 1006 + 1860 * source.design.companion;
  const { minimumSpeed } = values;
  /** Outdoor air behind the pads: [K], [kg/kg]; and the last flow that was looked for [kg/s]. */
  const behind = { temperature: NaN, humidityRatio: NaN, guess: -1 };
  const dew = { of: NaN, at: NaN };

  function wet(share: number): void {
    const dryBulb = s[weather.dryBulb]!;
    const before = s[weather.humidityRatio]!;
    behind.temperature = dryBulb;
    behind.humidityRatio = before;
    if (!(share > 0)) return;
    const wetBulb = s[weather.wetBulb]!;
    behind.humidityRatio = paddedHumidityRatio(
      dryBulb,
      wetBulb,
      before,
      s[weather.pressure]!,
      values.padEffectiveness,
      share,
    );
    behind.temperature = paddedAirTemperature(dryBulb, before, behind.humidityRatio, padWaterEnthalpy(wetBulb));
  }

  const mayWet = (): boolean => s[weather.wetBulb]! > values.dryBelow && s[weather.wetBulb]! < s[weather.dryBulb]!;
  /** Dry air at full speed in the air behind the pads [kg/s]: fans fix volume, so thin and hot air is less. */
  const fullFlow = (): number => (volumeFlow * s[weather.pressure]!) / (dryAirGasConstant * behind.temperature);

  /** Heat at a flow of outdoor air [W]; below nothing where that is the warmer. */
  function heatAt(inlet: number, flow: number, outdoorFlow: number): number {
    const outdoorRate = outdoorFlow * outdoorSpecificHeat(s[weather.humidityRatio]!);
    return exchangerHeat(rating, flow, flow * hallHeat, outdoorFlow, outdoorRate, inlet - behind.temperature);
  }

  /** (ρ/ρ₀) y³ of the rated power at a steady fraction y. */
  function fanPower(fraction: number): number {
    const density = fullFlow() / (volumeFlow * ratedDensity);
    return ratedFanPower * density * fraction * fraction * fraction;
  }

  /** All outdoor air, as wet as the pads now are; or less of it, so that the wanted heat is moved. */
  function throttled(inlet: number, flow: number, wanted: number): number {
    const full = fullFlow();
    const outdoorHeat = outdoorSpecificHeat(s[weather.humidityRatio]!);
    const found = flowForDuty(
      rating,
      wanted,
      flow,
      flow * hallHeat,
      outdoorHeat,
      inlet - behind.temperature,
      full,
      behind.guess,
    );
    behind.guess = found;
    const fraction = found / full;
    if (fraction >= minimumSpeed) {
      s[speed] = fraction;
      s[power] = fanPower(fraction);
      return wanted;
    }
    // Fans at their lowest speed, for a part of the hour.
    const share = wanted / heatAt(inlet, flow, minimumSpeed * full);
    s[speed] = minimumSpeed * share;
    s[power] = fanPower(minimumSpeed) * share;
    return wanted;
  }

  function atFullSpeed(inlet: number, flow: number, wanted: number): number {
    s[speed] = 1;
    s[power] = fanPower(1);
    return Math.max(0, Math.min(wanted, heatAt(inlet, flow, fullFlow())));
  }

  const asked = { inlet: NaN, flow: NaN, wanted: NaN };
  /** Heat that is wanted and not moved when a share of the pads is wet [W]. */
  function missingWhenWet(share: number): number {
    wet(share);
    return asked.wanted - heatAt(asked.inlet, asked.flow, fullFlow());
  }

  function sourceHeat(inlet: number, flow: number, wanted: number): number {
    s[wetted] = 0;
    wet(0);
    if (!(wanted > 0 && flow > 0)) {
      s[speed] = s[power] = 0;
      return 0;
    }
    if (heatAt(inlet, flow, fullFlow()) >= wanted) return throttled(inlet, flow, wanted);
    asked.inlet = inlet;
    asked.flow = flow;
    asked.wanted = wanted;
    s[wetted] = mayWet() ? wettedShare(missingWhenWet, 1e-10 * wanted) : 0;
    wet(s[wetted]!);
    // Outdoor air that is warmer than the hall's would heat it: the fans stand still.
    if (!(inlet > behind.temperature)) {
      s[wetted] = s[speed] = s[power] = 0;
      return 0;
    }
    const heat = atFullSpeed(inlet, flow, wanted);
    return s[wetted]! > 0 && s[wetted]! < 1 ? wanted : heat;
  }

  /** Fans over the first part of the actuator's range, pads over the rest. */
  function respond(inlet: number, flow: number, opening: number): number {
    const fraction = Math.min(1, opening / fansBeforePads);
    s[speed] = fraction;
    s[wetted] = opening > fansBeforePads && mayWet() ? (opening - fansBeforePads) / (1 - fansBeforePads) : 0;
    wet(s[wetted]!);
    // Below their lowest speed some of the fans stand, as they all do for a part of a steady hour.
    const turning = Math.max(fraction, minimumSpeed);
    const share = fraction / turning;
    s[power] = fanPower(turning) * share;
    if (!(flow > 0 && fraction > 0) || !(inlet > behind.temperature)) return 0;
    return heatAt(inlet, flow, turning * fullFlow()) * share;
  }

  /** The colder corner of the plates, midway between what leaves and what enters, against the hall's dew point. */
  function coldestPlate(): number {
    const humidityRatio = s[source.companion]!;
    if (humidityRatio !== dew.of) {
      dew.of = humidityRatio;
      dew.at = dewPoint(humidityRatio, s[weather.pressure]!);
    }
    const corner = 0.5 * (s[source.outlet]! + behind.temperature);
    return s[source.duty]! > 0 && s[speed]! > 0 ? Math.max(0, dew.at - corner) : 0;
  }

  return {
    units: values.units + values.spare,
    source: sourceHeat,
    transient: { states: [], respond, stroke: 60 },
    reach() {
      wet(mayWet() ? 1 : 0);
      return behind.temperature;
    },
    finish() {
      wet(s[wetted]!);
      const before = s[weather.humidityRatio]!;
      const airFlow = Math.max(s[speed]!, 1e-6) * fullFlow();
      const evaporation = airFlow * (behind.humidityRatio - before);
      const waterEnthalpy = evaporation > 0 ? padWaterEnthalpy(s[weather.wetBulb]!) : 0;
      const carried =
        enthalpy(s[weather.dryBulb]!, before) +
        (s[source.duty]! + s[power]!) / airFlow +
        (behind.humidityRatio - before) * waterEnthalpy;
      s[port.airFlow] = airFlow;
      s[port.outletHumidityRatio] = behind.humidityRatio;
      s[port.outletTemperature] = temperatureOfEnthalpy(carried, behind.humidityRatio);
      s[port.evaporation] = evaporation;
      s[port.blowdown] = evaporation / (values.cycles - 1);
      s[port.makeUp] = evaporation + s[port.blowdown]!;
      s[port.makeUpTemperature] = water.temperature(waterEnthalpy, 0);
      s[condensing] = coldestPlate();
    },
  };
}

export const indirectAirCooler = defineKind({
  kind: 'indirect-air-cooler',
  about: 'Plates between hall and outdoor air with fans and wet pads: indirect evaporative cooling',
  parameters: indirectParameters,
  ports: [{ name: 'hot', role: 'source', phases: ['air'], about: 'Air of the hall' }],
  designReach: (values, weather) => designAir(values, weather),
  assemble(values: IndirectValues, bench: Bench) {
    const plates = sizedPlates(values, bench);
    return plates === undefined ? {} : coolerMachine(values, bench, plates);
  },
});
