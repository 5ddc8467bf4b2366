/**
 * The CDU of the Buildings library through pulses of load: pump and valve with
 * their controllers and strokes, rack and pump with their coolant, put together
 * from our functions.
 */

import { piController } from '../../controls/pi.ts';
import { strokeRate } from '../../controls/rate-limit.ts';
import { glycolWater } from '../../fluids/glycol.ts';
import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { moverCurve, moverPower } from '../../physics/fan-and-pump.ts';
import { type FlowResistance, pressureDropAtFlow } from '../../physics/flow-resistance.ts';
import { exchangerHeat, type ExchangerRating, exchangerRating } from '../../physics/heat-exchange.ts';
import { equalPercentageValve, flowShare } from '../../physics/valve.ts';
import { cappedCounterflow } from './buildings-quirks.ts';
import { buildingsCdu } from './cases/cdu.ts';
import { cduPulses } from './cases/cdu-pulses.ts';
import { follow, type Transient } from './trajectory.ts';

const { rated, glycol, valve, heldHead, supplySetpoint, plantInlet, waterSpecificHeat, rackHeat } = buildingsCdu;
const { pump, control, load } = cduPulses;

const ratedFlow = rated.rackFlow;
const rack: FlowResistance = { ...buildingsCdu.rack, ratedFlow };
const inside: readonly FlowResistance[] = [
  { ...buildingsCdu.exchanger, ratedFlow },
  { ...buildingsCdu.filter, ratedFlow },
];

/** Ours. */
export const exactExchanger = exchangerRating({
  arrangement: 'counterflow',
  conductance: rated.conductance,
  firstFlow: rated.plantFlow,
  secondFlow: ratedFlow,
  filmRatio: rated.filmRatio,
});

/** Theirs. */
export const cappedExchanger: ExchangerRating = { ...exactExchanger, effectiveness: cappedCounterflow };

/** The pump's curve: its printed external head and what exchanger and filter take, at the density of the record. */
function pumpCurve() {
  const density = glycolWater('propylene', pump.recordFraction).density(supplySetpoint);
  const flows = pump.flowShares.map((share) => (share * ratedFlow) / pump.flowDensity);
  const drops = flows.map((flow) =>
    inside.reduce((sum, resistance) => sum + pressureDropAtFlow(resistance, flow * density), 0),
  );
  return moverCurve(
    flows,
    pump.externalHeads.map((head, i) => head * buildingsCdu.rack.ratedPressureDrop + drops[i]!),
  );
}

const curve = pumpCurve();
/** Mass flow at which the printed curve ends [kg/s]. */
const pumpFlow = (ratedFlow / pump.flowDensity) * glycol.density;

/** Mass flow of the rack loop at a pump speed [kg/s]. */
function rackFlow(speed: number): number {
  if (!(speed > 0)) return 0;
  return bracketedRoot(
    (flow) =>
      curve.pressureRise(flow / glycol.density, speed) -
      pressureDropAtFlow(rack, flow) -
      inside.reduce((sum, resistance) => sum + pressureDropAtFlow(resistance, flow), 0),
    0,
    speed * curve.maximumFlow * glycol.density,
    1e-9,
  );
}

/** Mass flow of facility water at an opening [kg/s]. */
function plantFlow(opening: number): number {
  const within = Math.min(1, Math.max(0, opening));
  const { leakage, rangeability, foot, authority } = valve;
  return rated.plantFlow * flowShare(equalPercentageValve(within, leakage, rangeability, foot), authority);
}

const valveControl = piController({
  ...control,
  scale: control.temperatureScale,
  action: 'direct',
  minimum: 0,
  maximum: 1,
});
const pumpControl = piController({ ...control, scale: control.headScale, action: 'reverse', minimum: 0, maximum: 1 });
const valveStroke = strokeRate(control.valveStroke);
const pumpStroke = strokeRate(control.pumpStroke);

/** Load over rated from a time on [s]. */
function loadShare(t: number): number {
  const phase = (t - load.from) % load.period;
  return t >= load.from && phase < load.width ? load.high : load.low;
}

export interface CduMoment {
  readonly t: number;
  readonly supply: number;
  readonly return: number;
  readonly plantReturn: number;
  readonly opening: number;
  readonly command: number;
  readonly pumpPower: number;
  readonly pumpHead: number;
}

/** What follows from the state at once. */
function algebra(exchanger: ExchangerRating, y: Float64Array) {
  const [supply, rackReturn, speed] = [y[0]!, y[2]!, y[4]!];
  const flow = rackFlow(speed);
  const facility = plantFlow(y[3]!);
  const [plantRate, rackRate] = [facility * waterSpecificHeat, flow * glycol.specificHeat];
  const heat = -exchangerHeat(exchanger, facility, plantRate, flow, rackRate, plantInlet - rackReturn);
  const pumpHead = curve.pressureRise(flow / glycol.density, speed);
  const pumpPower = moverPower(flow / glycol.density, pumpHead, buildingsCdu.pumpEfficiency);
  return { supply, rackReturn, flow, heat, pumpHead, pumpPower, plantReturn: plantInlet + heat / plantRate };
}

/** States: coolant behind the pump, sensor and rack coolant [K], opening, speed, integrals of valve and pump [1]. */
function rates(exchanger: ExchangerRating, share: number, y: Float64Array, dy: Float64Array): void {
  const [supply, sensed, rackReturn, opening, speed, valveIntegral, pumpIntegral] = y;
  const { flow, heat, pumpPower } = algebra(exchanger, y);
  const cp = glycol.specificHeat;
  const rackRate = flow * cp;
  const leaving = rackReturn! - (flow > 0 ? heat / rackRate : 0);
  const head = pressureDropAtFlow(rack, flow);
  dy[0] = (rackRate * (leaving - supply!) + pumpPower) / (pump.volumeTime * pumpFlow * cp);
  dy[1] = ((supply! - sensed!) * flow) / ratedFlow / pump.sensorTime;
  dy[2] = (rackRate * (supply! - rackReturn!) + share * rackHeat) / (cduPulses.rackTime * ratedFlow * cp);
  dy[3] = valveStroke(opening!, valveControl.output(supplySetpoint, sensed!, valveIntegral!));
  dy[4] = pumpStroke(speed!, pumpControl.output(heldHead, head, pumpIntegral!));
  dy[5] = valveControl.rate(supplySetpoint, sensed!, valveIntegral!);
  dy[6] = pumpControl.rate(heldHead, head, pumpIntegral!);
}

/** The CDU at given times [s], with one of the exchangers above. */
export function cduMoments(exchanger: ExchangerRating, times: readonly number[]): readonly CduMoment[] {
  const { coolant } = cduPulses.initial;
  let share: number = load.low;
  const transient: Transient = {
    initial: [coolant, coolant, coolant, 1, 1, 1, 1],
    rates: (_, y, dy) => rates(exchanger, share, y, dy),
    tolerances: [1e-7, 1e-7, 1e-7, 1e-9, 1e-9, 1e-9, 1e-9],
    jumps: Array.from({ length: 4 }, (_, i) => load.from + i * load.width),
    decide: (t) => {
      share = loadShare(t);
    },
    maximumStep: 60,
  };
  const moments: CduMoment[] = [];
  follow(transient, times, (t, y) => {
    const { supply, rackReturn, plantReturn, pumpPower, pumpHead } = algebra(exchanger, y);
    const command = valveControl.output(supplySetpoint, y[1]!, y[5]!);
    moments.push({ t, supply, return: rackReturn, plantReturn, opening: y[3]!, command, pumpPower, pumpHead });
  });
  return moments;
}
