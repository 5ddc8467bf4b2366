/**
 * Dry and adiabatic coolers, rated and asked on the spot. As in a plant, fans
 * come first and wet pads last.
 */

import type { Fluid } from '../../fluids/fluid.ts';
import type { ValuesOf } from '../../library/parameters.ts';
import { adiabaticParameters, dryParameters } from '../../machines/dry-cooler-parameters.ts';
import { wettedShare } from '../../machines/wetted-share.ts';
import { paddedAirTemperature, paddedHumidityRatio, padWaterEnthalpy } from '../../physics/adiabatic-pad.ts';
import { type DryCooler, sizeDryCooler } from '../../physics/dry-cooler.ts';
import {
  type Answer,
  answer,
  defineEvaluation,
  humidityOfWetBulb,
  leavingInput,
  notesOf,
  pressureInput,
  speedInput,
  temperatureInput,
} from './evaluation.ts';

const dryInputs = {
  coolant: { text: true, about: 'Coolant, as in a scenario', default: 'propylene-glycol-30-volume' },
  ratedHeat: { quantity: 'heat flow', range: [1, 1e9], about: 'Heat at the rating' },
  ratedInlet: { ...temperatureInput, about: 'Entering coolant at the rating' },
  ratedOutlet: { ...temperatureInput, about: 'Leaving coolant at the rating' },
  ratedAir: { ...temperatureInput, about: 'Air entering the coils at the rating' },
  ratedPressure: {
    quantity: 'absolute pressure',
    range: [3e4, 1.2e5],
    about: 'Pressure of the air at the rating; that of now if absent',
    optional: true,
  },
  airCapacityRatio: dryParameters.airCapacityRatio,
  specificFanPower: dryParameters.specificFanPower,
  minimumSpeed: dryParameters.minimumSpeed,
  recirculation: { ...dryParameters.recirculation, default: '0 %' },
  flow: { quantity: 'volume flow', range: [1e-6, 100], about: 'Coolant now; rated if absent', optional: true },
  inlet: { ...temperatureInput, about: 'Entering coolant now' },
  air: { ...temperatureInput, about: 'Outdoor air now' },
  pressure: pressureInput,
  airFraction: speedInput,
  leaving: leavingInput,
} as const;

type DryInputs = ValuesOf<typeof dryInputs>;

/** A cooler of the rating, and the coolant that flows through it. */
interface Asked {
  readonly cooler: DryCooler;
  readonly fluid: Fluid;
  /** Coolant now [kg/s]. */
  readonly flow: number;
}

function askedCooler(inputs: DryInputs, fluid: Fluid): Asked {
  const rise = fluid.enthalpy(inputs.ratedInlet, 0) - fluid.enthalpy(inputs.ratedOutlet, 0);
  if (!(rise > 0)) throw new RangeError('ratedInlet must be warmer than ratedOutlet');
  if (!(inputs.ratedOutlet > inputs.ratedAir)) throw new RangeError('ratedOutlet must be warmer than ratedAir');
  const ratedFlow = inputs.ratedHeat / rise;
  const cooler = sizeDryCooler({
    heat: inputs.ratedHeat,
    inletTemperature: inputs.ratedInlet,
    outletTemperature: inputs.ratedOutlet,
    coolantFlow: ratedFlow,
    airTemperature: inputs.ratedAir,
    pressure: inputs.ratedPressure ?? inputs.pressure,
    airCapacityRatio: inputs.airCapacityRatio,
    specificFanPower: inputs.specificFanPower,
    minimumSpeed: inputs.minimumSpeed,
    freeAirFraction: Math.min(0.125, 0.5 * inputs.minimumSpeed),
    recirculation: inputs.recirculation,
  });
  return { cooler, fluid, flow: inputs.flow === undefined ? ratedFlow : inputs.flow * fluid.density(inputs.inlet) };
}

/** Mean capacity rate of the coolant on its way [W/K]. */
function rateBetween({ fluid, flow }: Asked, inlet: number, leaving: number): number {
  if (Math.abs(inlet - leaving) < 1e-6) return flow * fluid.specificHeat(inlet);
  return (flow * (fluid.enthalpy(inlet, 0) - fluid.enthalpy(leaving, 0))) / (inlet - leaving);
}

/** Leaving coolant, its specific heat taken between both ends [K]. */
function leavingAt(asked: Asked, inputs: DryInputs, entering: number, speed: number): number {
  const { inlet, pressure } = inputs;
  let leaving = inlet;
  for (let pass = 0; pass < 8; pass++) {
    const rate = rateBetween(asked, inlet, leaving);
    leaving = asked.cooler.leavingTemperature(inlet, asked.flow, rate, entering, pressure, speed);
  }
  return leaving;
}

/** Fan speed that is given, or that of the wanted leaving temperature; above 1 where it is not reached. */
function speedOf(asked: Asked, inputs: DryInputs, entering: number): number {
  const { leaving, inlet, pressure } = inputs;
  if (leaving === undefined) return inputs.airFraction ?? 1;
  return asked.cooler.airFraction(
    leaving,
    inlet,
    asked.flow,
    rateBetween(asked, inlet, leaving),
    entering,
    pressure,
    -1,
  );
}

function coolerAnswers(asked: Asked, inputs: DryInputs, entering: number, speed: number): readonly Answer[] {
  const { cooler, flow, fluid } = asked;
  const { inlet, air, pressure } = inputs;
  const leaving = leavingAt(asked, inputs, entering, speed);
  const heat = flow * (fluid.enthalpy(inlet, 0) - fluid.enthalpy(leaving, 0));
  return [
    answer('leaving', 'Coolant leaving', leaving, 'temperature'),
    answer('approach', 'Leaving coolant above the outdoor air', leaving - air, 'temperature difference'),
    answer('heat', 'Heat given to the air', heat, 'heat flow'),
    answer('massFlow', 'Coolant by mass', flow, 'mass flow'),
    answer('airFraction', 'Air flow over that at full speed', speed, 'fraction'),
    answer('fanPower', 'Electricity of the fans', cooler.fanPower(speed, entering, pressure), 'power'),
    answer('airFlow', 'Dry air', cooler.airMassFlow(speed, entering, pressure), 'mass flow'),
    answer('conductance', 'UA at the rating', cooler.conductance, 'conductance'),
    answer('ratedAirFlow', 'Air at full speed', cooler.airVolumeFlow, 'air volume flow'),
    answer('ratedFanPower', 'Fans at full speed at the rating', cooler.ratedFanPower, 'power'),
  ];
}

export const dryCooler = defineEvaluation({
  about: 'A dry cooler, rated at one duty and asked at another state',
  inputs: dryInputs,
  evaluate(inputs, _, { fluid }) {
    const asked = askedCooler(inputs, fluid(inputs.coolant));
    const found = speedOf(asked, inputs, inputs.air);
    return {
      answers: coolerAnswers(asked, inputs, inputs.air, Math.min(1, found)),
      notes: notesOf({
        'full speed does not reach the wanted temperature': found > 1,
        'no cooling: coolant enters below the air': inputs.inlet <= inputs.air,
      }),
    };
  },
});

export const adiabaticCooler = defineEvaluation({
  about: 'A dry cooler behind wet pads: fans first and water last where leaving is given',
  inputs: {
    ...dryInputs,
    wetBulb: { ...temperatureInput, about: 'Wet bulb outdoors now' },
    padEffectiveness: {
      quantity: 'fraction',
      range: [0.01, 1],
      about: 'Saturation effectiveness of a wet pad',
      default: '80 %',
    },
    wetShare: {
      quantity: 'fraction',
      range: [0, 1],
      about: 'Part of the pads that is wet; all of them unless leaving is given',
      optional: true,
    },
    cycles: adiabaticParameters.cycles,
    dryBelow: adiabaticParameters.dryBelow,
  },
  evaluate(inputs, _, { fluid }) {
    const { air, wetBulb, pressure, padEffectiveness, leaving, dryBelow } = inputs;
    const asked = askedCooler(inputs, fluid(inputs.coolant));
    const before = humidityOfWetBulb(air, wetBulb, pressure);
    const isFrosty = wetBulb <= dryBelow;
    const behind = (share: number) => {
      const humidity = paddedHumidityRatio(air, wetBulb, before, pressure, padEffectiveness, share);
      return { humidity, temperature: paddedAirTemperature(air, before, humidity, padWaterEnthalpy(wetBulb)) };
    };
    const miss = (share: number) => leavingAt(asked, inputs, behind(share).temperature, 1) - leaving!;
    const dry = speedOf(asked, inputs, air);
    const wanted = leaving === undefined ? (inputs.wetShare ?? 1) : dry > 1 ? wettedShare(miss, 1e-10) : 0;
    const share = isFrosty ? 0 : wanted;
    const entering = behind(share);
    const speed = Math.min(1, dry);
    const evaporated = asked.cooler.airMassFlow(speed, entering.temperature, pressure) * (entering.humidity - before);
    return {
      answers: [
        ...coolerAnswers(asked, inputs, entering.temperature, speed),
        answer('wetShare', 'Part of the pads that is wet', share, 'fraction'),
        answer('enteringAir', 'Air behind the pads', entering.temperature, 'temperature'),
        answer('evaporated', 'Water evaporated', evaporated, 'mass flow'),
        answer('blowdown', 'Blowdown', evaporated / (inputs.cycles - 1), 'mass flow'),
        answer('makeUp', 'Make-up', (evaporated * inputs.cycles) / (inputs.cycles - 1), 'mass flow'),
      ],
      notes: notesOf({
        'pads stay dry: the wet bulb is below dryBelow': isFrosty,
        'full speed and wet pads do not reach the wanted temperature':
          leaving !== undefined && dry > 1 && miss(share) > 1e-6,
      }),
    };
  },
});
