/**
 * The liquid-cooled year of the Buildings library put together from our
 * functions: pumps on their loops, CDU and economizer in balance, a dry cooler
 * hour by hour. Quasi-steady: nothing but its fan follows the weather, and its
 * chiller never starts. Leaves out the first days, when its loops warm up.
 */

import { zeroCelsius } from '../../constants.ts';
import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { monotoneCurve } from '../../numerics/monotone-curve.ts';
import { sizeDryCooler } from '../../physics/dry-cooler.ts';
import { crossflowEffectiveness } from '../../physics/effectiveness.ts';
import { moverPower } from '../../physics/fan-and-pump.ts';
import { pressureDropAtFlow } from '../../physics/flow-resistance.ts';
import { exchangerHeat, exchangerRating } from '../../physics/heat-exchange.ts';
import { liquidCooledYear as given } from './cases/liquid-cooled-year.ts';
import { eulerPump } from './euler-pump.ts';

/** Where the loops stand all year. */
export interface LoopState {
  /** Heat to the dry cooler [W]: racks and the CDU's pump, whose electricity stays in the coolant. */
  readonly heat: number;
  readonly plantFlow: number;
  readonly cduEntering: number;
  readonly cduLeaving: number;
  readonly coolerFlow: number;
  readonly coolerInlet: number;
  readonly economizerLeaving: number;
  /** Electricity of the pumps that its PUE counts [W], and of the one it leaves out. */
  readonly countedPumps: number;
  readonly loopPump: number;
}

export function loopState(): LoopState {
  const cduPump = cduPumpPower();
  const heat = given.rackHeat + cduPump;
  const plantFlow = balancedPlantFlow(heat);
  const plantRate = plantFlow * given.plant.specificHeat;
  const cduLeaving = plantReturn(heat, plantFlow);
  const cooler = eulerPump(given.coolerPump).atFullSpeed({ staticPressure: 0, ...coolerLoop() });
  const economizerCooler = eulerPump(given.economizerCoolerPump).power(
    given.economizerCoolerPump.flow,
    given.economizerCoolerPump.head,
  );
  const economizerPlant = eulerPump(given.economizerPlantPump).power(
    plantFlow,
    pressureDropAtFlow(
      { ratedPressureDrop: given.economizer.ratedPressureDrop, ratedFlow: given.economizer.plantFlow, exponent: 2 },
      plantFlow,
    ),
  );
  return {
    heat,
    plantFlow,
    cduEntering: cduLeaving - heat / plantRate,
    cduLeaving,
    coolerFlow: cooler.flow,
    coolerInlet: given.dryCooler.setpoint + heat / (cooler.flow * given.cooler.specificHeat),
    economizerLeaving: given.dryCooler.setpoint + heat / (given.economizerCoolerPump.flow * given.cooler.specificHeat),
    countedPumps: cduPump + cooler.power + economizerCooler + economizerPlant,
    loopPump: eulerPump(given.loopPump).power(plantFlow, given.loopPump.head),
  };
}

function cduPumpPower(): number {
  const { externalHead, exchanger, filter, rackFlow, pumpEfficiency } = given.cdu;
  const { flow, density } = given.rack;
  const inside = [exchanger, filter].map((part) => pressureDropAtFlow({ ...part, ratedFlow: rackFlow }, flow));
  return moverPower(flow / density, externalHead + inside[0]! + inside[1]!, pumpEfficiency);
}

/** Plant return at which the economizer, whose plant side is the smaller stream, moves the heat. */
function plantReturn(heat: number, plantFlow: number): number {
  const smaller = Math.min(
    plantFlow * given.plant.specificHeat,
    given.economizerCoolerPump.flow * given.cooler.specificHeat,
  );
  return given.dryCooler.setpoint + heat / (given.economizer.effectiveness * smaller);
}

/** Plant flow at which the CDU moves the heat between rack return and what the economizer leaves. */
function balancedPlantFlow(heat: number): number {
  const { conductance, filmRatio, plantFlow, rackFlow } = given.cdu;
  const rating = exchangerRating({
    arrangement: 'counterflow',
    conductance,
    firstFlow: plantFlow,
    secondFlow: rackFlow,
    filmRatio,
  });
  const rackRate = given.rack.flow * given.rack.specificHeat;
  const rackReturn = given.rackSupply + given.rackHeat / rackRate;
  const miss = (flow: number) => {
    const rate = flow * given.plant.specificHeat;
    const entering = plantReturn(heat, flow) - heat / rate;
    return exchangerHeat(rating, flow, rate, given.rack.flow, rackRate, entering - rackReturn) + heat;
  };
  return bracketedRoot(miss, 15, given.plant.ratedFlow, 1e-10);
}

/** Pipes and coil as one quadratic resistance at the flow of the pipes. */
function coolerLoop() {
  const { coolerPipes, coolerCoil, cooler } = given;
  const ratedFlow = coolerPipes.ratedFlow;
  const coil = pressureDropAtFlow({ ...coolerCoil, exponent: 2 }, ratedFlow);
  return {
    ratedFriction: coolerPipes.ratedPressureDrop + coil,
    ratedFlow: ratedFlow / cooler.density,
    exponent: 2,
  };
}

/** Mean fan power of their dry cooler over a year of air temperatures [°C], in watt. */
export function theirFanPower(state: LoopState, dryBulbs: readonly number[]): number {
  const { speeds, powers } = given.dryCooler.fanCurve;
  const curve = monotoneCurve(speeds, powers);
  const powerAt = (dryBulb: number): number => {
    const speed = theirFanSpeed(state, dryBulb + zeroCelsius);
    return given.dryCooler.fanPower * curve.value(speed) * runningShare(speed);
  };
  return meanOf(dryBulbs, powerAt);
}

/** Its fan stops and free convection takes over in the tenth below minimum speed, smoothly. */
function runningShare(speed: number): number {
  const half = given.dryCooler.minimumSpeed / 20;
  const x = (speed - given.dryCooler.minimumSpeed + half) / half;
  if (x <= -1) return 0;
  return x >= 1 ? 1 : (Math.tanh(Math.tan((x * Math.PI) / 2)) + 1) / 2;
}

function theirFanSpeed(state: LoopState, air: number): number {
  const excess = (speed: number) => theirHeat(state, air, speed) - state.heat;
  const { leastSpeed } = given.dryCooler;
  if (excess(leastSpeed) >= 0) return leastSpeed;
  if (excess(1) <= 0) return 1;
  return bracketedRoot(excess, leastSpeed, 1, 1e-9);
}

/** Their films and their air, whose mass follows speed alone, in our crossflow. */
function theirHeat({ coolerFlow, coolerInlet }: LoopState, air: number, speed: number): number {
  const cooler = given.dryCooler;
  const perKelvin = 0.014 / (1 + 0.014 * (cooler.inlet - zeroCelsius));
  const share = coolerFlow / given.cooler.ratedFlow;
  const coolant =
    3 * cooler.conductance * (1 + perKelvin * (coolerInlet - cooler.inlet)) * Math.exp(0.85 * Math.log(share));
  const film = 1.5 * cooler.conductance * (1 + 7.8532e-4 * (air - cooler.air)) * Math.exp(0.8 * Math.log(speed));
  const running = runningShare(speed);
  const conductance = (running + cooler.freeConvection * (1 - running)) / (1 / coolant + 1 / film);
  const coolantRate = coolerFlow * given.cooler.specificHeat;
  const airRate = speed * cooler.airFlow * cooler.airSpecificHeat;
  const smaller = Math.min(coolantRate, airRate);
  const ratio = smaller / Math.max(coolantRate, airRate);
  return crossflowEffectiveness(conductance / smaller, ratio) * smaller * (coolerInlet - air);
}

/** Mean fan power of our own dry cooler for the same duty, whose air is as dense as the weather makes it. */
export function ourFanPower(state: LoopState, dryBulbs: readonly number[], pressures: readonly number[]): number {
  const { heat, inlet, outlet, air, setpoint } = given.dryCooler;
  const cooler = sizeDryCooler({
    heat,
    inletTemperature: inlet,
    outletTemperature: outlet,
    coolantFlow: given.cooler.ratedFlow,
    airTemperature: air,
    pressure: pressures.reduce((sum, pressure) => sum + pressure, 0) / pressures.length,
  });
  // The same fans: what differs is the cooler.
  const size = given.dryCooler.fanPower / cooler.ratedFanPower;
  const rate = state.coolerFlow * given.cooler.specificHeat;
  let guess = 0.5;
  const powerAt = (dryBulb: number, i: number): number => {
    const [T, pressure] = [dryBulb + zeroCelsius, pressures[i]!];
    const speed = cooler.airFraction(setpoint, state.coolerInlet, state.coolerFlow, rate, T, pressure, guess);
    guess = Math.min(1, speed);
    return size * cooler.fanPower(guess, T, pressure);
  };
  return meanOf(dryBulbs, powerAt);
}

function meanOf(values: readonly number[], of: (value: number, index: number) => number): number {
  return values.reduce((sum, value, i) => sum + of(value, i), 0) / values.length;
}
