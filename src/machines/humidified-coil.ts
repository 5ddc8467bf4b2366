/**
 * A coil in a hall whose humidity is held: where its surface is below the dew
 * point it takes moisture out, a humidifier puts it back, and both are booked.
 *
 * Held humidity is a choice of the operator. A hall that nothing wets dries
 * until its coils are dry, which is what a coil without a humidifier computes.
 * Fog cools the air by what the condensing cost the coil; steam does not, so
 * its coil must move the latent heat and its boiler draws it again. Sized dry;
 * in a transient computed dry. Make-up comes and condensate goes through
 * meters of their own.
 */

import { evaporationHeat, vapourSpecificHeat } from '../fluids/humidity.ts';
import { dewPoint } from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import type { ExchangerRating } from '../physics/heat-exchange.ts';
import { coilAnswer, type CoilInlets, coolMoistAir } from '../physics/wet-coil.ts';
import type { Bench, Machine } from './machine.ts';

export const humidifiers = ['none', 'adiabatic', 'steam'] as const;
export type Humidifier = (typeof humidifiers)[number];

/** Temperature of make-up [K], and enthalpy of steam at 100 °C [J/kg] by the constants of moist air. */
const makeUpAt = 288.15;
const steamEnthalpy = evaporationHeat + vapourSpecificHeat * 100;
/** Electricity of a fog's pumps per water [J/kg]; high-pressure systems at 70 bar take 10 to 20 kJ/kg. */
const fogPumps = 15_000;
const maximumSteps = 60;

/** The films of a coil at its flows [W/K]. */
function film(resistance: number, logFlow: number, exponent: number, flow: number): number {
  return Math.exp(exponent * (Math.log(flow) - logFlow)) / resistance;
}

/**
 * Lays condensation and humidification over a dry coil.
 *
 * @param dry the same coil as if nothing could condense
 * @param maximumFlow largest flow of the water [kg/s]
 */
export function humidifiedCoil(
  bench: Bench,
  dry: Machine,
  rating: ExchangerRating,
  humidifier: Exclude<Humidifier, 'none'>,
  maximumFlow: number,
): Machine {
  const { s, weather } = bench;
  const source = bench.source();
  const load = bench.load('water')!;
  const port = bench.ambient();
  const power = bench.meter('humidifierPower', 'other', 'Electricity of the humidifier', 0);
  const drained = bench.loss('drained', 'outdoors', 'Heat that condensate takes along beyond that of the make-up', 0);
  const pumps = bench.loss('humidifierHeat', 'outdoors', 'Heat of the fog’s pumps', 0);
  const condensed = bench.slot('condensate', 'mass flow', 'Water that the coil condenses and the humidifier puts back');
  const wetShare = bench.slot('wetShare', 'fraction', 'Part of the surface that is wet');
  const rejection = dry.rejection!;
  const answer = coilAnswer();
  const makeUp = water.enthalpy(makeUpAt, 0);
  const isSteam = humidifier === 'steam';
  const inlets: CoilInlets = {
    airFlow: NaN,
    airTemperature: NaN,
    humidityRatio: NaN,
    pressure: NaN,
    waterTemperature: NaN,
    waterCapacityRate: NaN,
    airConductance: NaN,
    waterConductance: NaN,
  };

  /** What the hall's air loses when the water has a flow, humidified again [W]. */
  function dutyAt(waterFlow: number): number {
    inlets.waterCapacityRate = waterFlow * load.fluid.specificHeat(inlets.waterTemperature);
    inlets.waterConductance = film(rating.secondResistance, rating.secondLogFlow, rating.secondExponent, waterFlow);
    coolMoistAir(inlets, answer);
    return answer.heat - answer.condensate * (isSteam ? steamEnthalpy : makeUp);
  }

  /** The flow between the two at which just the wanted heat is moved; Illinois on the logarithm. */
  function flowFor(wanted: number, least: number): number {
    let low = Math.log(least);
    let high = Math.log(maximumFlow);
    let lowMiss = dutyAt(least) - wanted;
    let highMiss = dutyAt(maximumFlow) - wanted;
    if (!(highMiss > 0)) return maximumFlow;
    if (!(lowMiss < 0)) return least;
    let side = 0;
    for (let step = 0; step < maximumSteps; step++) {
      const next = low + ((high - low) * lowMiss) / (lowMiss - highMiss);
      const miss = dutyAt(Math.exp(next)) - wanted;
      if (Math.abs(miss) < 1e-11 * wanted || high - low < 1e-13) return Math.exp(next);
      if (miss < 0) {
        low = next;
        lowMiss = miss;
        if (side === 1) highMiss *= 0.5;
        side = 1;
      } else {
        high = next;
        highMiss = miss;
        if (side === -1) lowMiss *= 0.5;
        side = -1;
      }
    }
    return Math.exp(high);
  }

  function noMoisture(heat: number): number {
    s[condensed] = s[wetShare] = s[power] = s[drained] = s[pumps] = 0;
    s[rejection] = 1;
    return heat;
  }

  /** Books the last answer for the part of the hour in which the coil does `duty` of the `most` that it then moves. */
  function settle(duty: number, most: number): number {
    const share = duty / most;
    const condensate = share * answer.condensate;
    s[condensed] = condensate;
    s[wetShare] = answer.wetShare;
    s[power] = condensate * (isSteam ? steamEnthalpy - makeUp : fogPumps);
    s[pumps] = isSteam ? 0 : s[power]!;
    s[drained] = share * (answer.heat - answer.waterHeat) - condensate * makeUp;
    s[rejection] = answer.waterHeat / most;
    return duty;
  }

  /** Whether any surface is below the dew point while the water flows so. */
  function isWet(waterFlow: number): boolean {
    if (!(waterFlow > 0) || s[load.inlet]! >= dewPoint(inlets.humidityRatio, inlets.pressure)) return false;
    dutyAt(waterFlow);
    return answer.wetShare > 0;
  }

  return {
    ...dry,
    source(inlet, flow, wanted) {
      const asDry = dry.source!(inlet, flow, wanted);
      if (!(asDry > 0)) return noMoisture(asDry);
      inlets.airFlow = flow;
      inlets.airTemperature = inlet;
      inlets.humidityRatio = s[source.companion]! > 0 ? s[source.companion]! : source.design.companion;
      inlets.pressure = s[weather.pressure]!;
      inlets.waterTemperature = s[load.inlet]!;
      inlets.airConductance = film(rating.firstResistance, rating.firstLogFlow, rating.firstExponent, flow);
      const dryFlow = s[load.flow]!;
      if (!isWet(dryFlow)) return noMoisture(asDry);
      const through = flowFor(wanted, 1e-4 * maximumFlow);
      const most = dutyAt(through);
      if (load.rule === 'valve') s[load.flow] = through;
      // What is off by rounding is held; at its least flow the coil runs for a part of the hour.
      const duty = most < wanted * (1 - 1e-10) ? most : wanted;
      return settle(duty, most);
    },
    transient: {
      ...dry.transient!,
      respond(...asked) {
        return noMoisture(dry.transient!.respond!(...asked));
      },
    },
    finish() {
      dry.finish?.();
      s[port.airFlow] = 0;
      s[port.outletTemperature] = s[weather.dryBulb]!;
      s[port.outletHumidityRatio] = s[weather.humidityRatio]!;
      s[port.makeUp] = s[port.blowdown] = s[condensed]!;
      s[port.makeUpTemperature] = makeUpAt;
    },
  };
}
