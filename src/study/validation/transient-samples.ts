/**
 * Stored trajectories beside ours, point by point: every point of a table is a
 * sample. The runs themselves stand in the files of their plants.
 */

import { sizeMerkelTower } from '../../physics/cooling-tower.ts';
import { pressureDropAtFlow } from '../../physics/flow-resistance.ts';
import { blendedDrop, mixtureTowerLeaving } from './buildings-quirks.ts';
import { cduPulses } from './cases/cdu-pulses.ts';
import { chillerCycles } from './cases/chiller-cycles.ts';
import { controllerWave } from './cases/controller-wave.ts';
import { merkelDesign } from './cases/cooling-tower.ts';
import { economizerStep } from './cases/economizer-step.ts';
import { pumpStop } from './cases/pump-stop.ts';
import { towerDay } from './cases/tower-day.ts';
import { cappedExchanger, type CduMoment, cduMoments, exactExchanger } from './cdu-transient.ts';
import { type ChillerMoment, chillerMoments } from './chiller-transient.ts';
import { pidOutputs, piOutputs } from './controller-transient.ts';
import { economizerLeaving } from './economizer-transient.ts';
import { type PumpMoment, pumpMoments } from './pumps-transient.ts';
import { type TowerMoment, towerRun } from './tower-transient.ts';
import type { Sample } from './validation-case.ts';

/** What was published of one quantity, and where ours is found in a moment. */
interface Trace<Moment> {
  readonly name: string;
  readonly published: readonly number[];
  readonly of: (moment: Moment) => number;
}

/** Our moments at the times of a table, made once for all cases that read them. */
interface Run<Moment> {
  readonly interval: number;
  readonly moments: () => readonly Moment[];
}

function once<Moment>(
  interval: number,
  points: number,
  follow: (times: readonly number[]) => readonly Moment[],
): Run<Moment> {
  let moments: readonly Moment[] | undefined;
  return {
    interval,
    moments: () => (moments ??= follow(Array.from({ length: points }, (_, i) => i * interval))),
  };
}

function samplesOf<Moment>({ interval, moments }: Run<Moment>, traces: readonly Trace<Moment>[]): readonly Sample[] {
  return traces.flatMap(({ name, published, of }) =>
    published.map((value, i) => ({
      at: `${name}, ${Number((i * interval).toFixed(2))} s`,
      published: value,
      ours: of(moments()[i]!),
    })),
  );
}

/** The largest difference between two runs in one quantity. */
function largestBetween<Moment>(one: Run<Moment>, other: Run<Moment>, of: (moment: Moment) => number): number {
  return Math.max(...one.moments().map((moment, i) => Math.abs(of(moment) - of(other.moments()[i]!))));
}

const cduPoints = cduPulses.rackSupply.length;
/** With their cap on the ratio of capacity rates, and without. */
export const cappedCdu = once(cduPulses.interval, cduPoints, (times) => cduMoments(cappedExchanger, times));
export const exactCdu = once(cduPulses.interval, cduPoints, (times) => cduMoments(exactExchanger, times));

export function cduTemperatures(run: Run<CduMoment>): readonly Sample[] {
  return samplesOf(run, [
    { name: 'rack supply', published: cduPulses.rackSupply, of: ({ supply }) => supply },
    { name: 'rack return', published: cduPulses.rackReturn, of: (moment) => moment.return },
    { name: 'facility return', published: cduPulses.plantReturn, of: ({ plantReturn }) => plantReturn },
  ]);
}

export function cduValve(run: Run<CduMoment>): readonly Sample[] {
  return samplesOf(run, [
    { name: 'opening', published: cduPulses.opening, of: ({ opening }) => opening },
    { name: 'command', published: cduPulses.command, of: ({ command }) => command },
  ]);
}

export function cduPump(): readonly Sample[] {
  return samplesOf(exactCdu, [
    { name: 'power', published: cduPulses.pumpPower, of: ({ pumpPower }) => pumpPower },
    { name: 'head', published: cduPulses.pumpHead, of: ({ pumpHead }) => pumpHead },
  ]);
}

/** What their cap does to the CDU, in words. */
export function cduFinding(): string {
  const opening = largestBetween(exactCdu, cappedCdu, (moment) => moment.opening);
  const supply = largestBetween(exactCdu, cappedCdu, (moment) => moment.supply);
  return (
    `The CDU through pulses of load: their cap of the ratio of capacity rates at 0.98, acting from 0.92 open on, moves the ` +
    `valve by up to ${opening.toFixed(4)} of its stroke and the rack supply by up to ${supply.toFixed(4)} K.`
  );
}

const chiller = once(chillerCycles.interval, chillerCycles.cop.length, chillerMoments);

export function chillerPerformance(): readonly Sample[] {
  return samplesOf<ChillerMoment>(chiller, [
    { name: 'COP', published: chillerCycles.cop, of: ({ cop }) => cop },
    { name: 'part load', published: chillerCycles.partLoad, of: ({ partLoad }) => partLoad },
  ]);
}

export function chillerTemperatures(): readonly Sample[] {
  return samplesOf<ChillerMoment>(chiller, [
    {
      name: 'condenser leaving',
      published: chillerCycles.condenserLeaving,
      of: ({ condenserLeaving }) => condenserLeaving,
    },
    {
      name: 'evaporator leaving',
      published: chillerCycles.evaporatorLeaving,
      of: ({ evaporatorLeaving }) => evaporatorLeaving,
    },
  ]);
}

const pumpPoints = pumpStop.firstFlow.length;
/** With their laminar start of resistances, and without. */
export const blendedPumps = once(pumpStop.interval, pumpPoints, (times) => pumpMoments(blendedDrop, times));
export const exactPumps = once(pumpStop.interval, pumpPoints, (times) => pumpMoments(pressureDropAtFlow, times));

export function pumpFlows(run: Run<PumpMoment>): readonly Sample[] {
  return samplesOf(run, [
    { name: 'stopped pump', published: pumpStop.firstFlow, of: ({ flows }) => flows[0] },
    { name: 'other pump', published: pumpStop.secondFlow, of: ({ flows }) => flows[1] },
  ]);
}

export function pumpHeads(run: Run<PumpMoment>): readonly Sample[] {
  return samplesOf(run, [
    { name: 'stopped pump', published: pumpStop.firstHead, of: ({ heads }) => heads[0] },
    { name: 'other pump', published: pumpStop.secondHead, of: ({ heads }) => heads[1] },
  ]);
}

const sea = 101_325;
const towerPoints = towerDay.leaving.length;
const ownTower = sizeMerkelTower(merkelDesign);
/** With their way of counting air, and with our tower. */
export const mixtureTower = once(
  towerDay.interval,
  towerPoints,
  (times) =>
    towerRun(
      mixtureTowerLeaving({ ...merkelDesign, specificHeat: towerDay.waterSpecificHeat }),
      times,
      towerDay.wetBulb,
    ).moments,
);
export const dryAirTower = once(
  towerDay.interval,
  towerPoints,
  (times) =>
    towerRun(
      (inlet, flow, wetBulb, airFraction) => ownTower.leavingTemperature(inlet, flow, wetBulb, sea, airFraction),
      times,
      towerDay.wetBulb,
    ).moments,
);

const towerTraces: readonly Trace<TowerMoment>[] = [
  { name: 'tank', published: towerDay.tankTemperature, of: ({ tank }) => tank },
  { name: 'leaving', published: towerDay.leaving, of: ({ leaving }) => leaving },
];

export function towerTemperatures(): readonly Sample[] {
  return samplesOf(mixtureTower, towerTraces);
}

/** Those points at which both pumps have run on for three hours and more: numbers of the table, first and last. */
const runningOn = [36, 84] as const;

export function towerRunningOn(): readonly Sample[] {
  const [first, last] = runningOn;
  const inside = (_: unknown, i: number) => i % towerPoints >= first && i % towerPoints <= last;
  return samplesOf(dryAirTower, towerTraces).filter(inside);
}

const economizer = once(economizerStep.interval, economizerStep.leaving.length, (times) =>
  economizerLeaving(economizerStep, times),
);

export function economizerSamples(): readonly Sample[] {
  return samplesOf(economizer, [{ name: 'leaving', published: economizerStep.leaving, of: (leaving) => leaving }]);
}

const { interval, pi, pid, unlimitedPid, settings } = controllerWave;

export function controllerSamples(): readonly Sample[] {
  const outputs = [
    { name: 'PI', published: pi, ours: once(interval, pi.length, piOutputs) },
    { name: 'PID', published: pid, ours: once(interval, pid.length, (times) => pidOutputs(settings, times)) },
  ];
  return outputs.flatMap(({ name, published, ours }) => samplesOf(ours, [{ name, published, of: (y) => y }]));
}

export function unlimitedSamples(): readonly Sample[] {
  const run = once(interval, pid.length, (times) => pidOutputs({ minimum: -1e9, maximum: 1e9 }, times));
  return samplesOf(run, [{ name: 'PID', published: unlimitedPid, of: (y) => y }]);
}
