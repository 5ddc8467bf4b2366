/**
 * A transient as one JSON document in which every quantity is
 * `{ "value": 121.3, "unit": "s" }`; what did not happen is null, with the
 * reason beside it. Rows are not here.
 */

import type { Comparison } from '../metrics/metric.ts';
import type { TransientGroup } from '../metrics/transient-metrics.ts';
import { heldWithin } from '../solver/transient/control-scores.ts';
import type { TransientOutcome } from '../study/transient-run.ts';
import { jsonQuantity, type Quantity } from '../units.ts';
import type { JsonQuantity } from './json.ts';

/** The transient as a plain object for `JSON.stringify`. */
export function transientJson(outcome: TransientOutcome, site: Comparison['site']): object {
  const { name, title, silicon, start, duration, step, run, breaksLimit, notes } = outcome;
  return {
    site: { title: site.title, weather: site.weather, synthetic: site.synthetic },
    name,
    title,
    silicon,
    start: {
      hour: start.hour ?? null,
      of: start.hour === undefined ? 'design hour' : 'year',
      dryBulb: quantity(start.dryBulb, 'temperature'),
      wetBulb: quantity(start.wetBulb, 'temperature'),
    },
    duration: quantity(duration, 'time'),
    step: quantity(step, 'time'),
    breaksLimit,
    events: run.log.map(({ time, kind, what }) => ({ time: quantity(time, 'time'), kind, what })),
    groups: outcome.groups.map(groupJson),
    control: controlJson(outcome),
    leaks: run.leaks.map(leakJson),
    holds: holdingsJson(outcome),
    energy: {
      electricity: quantity(run.energy.electricity, 'energy'),
      stored: quantity(run.energy.stored, 'energy'),
      closure: quantity(run.energy.closure, 'dimensionless'),
      worstRate: quantity(run.energy.worstRate, 'dimensionless'),
    },
    integrator: Object.fromEntries(
      Object.entries(run.statistics).map(([key, value]) => [key, quantity(value, 'dimensionless')]),
    ),
    startUnrest: { value: run.unrest, unit: '1/s' },
    notes,
  };
}

function quantity(value: number, of: Quantity, reason = 'did not happen'): JsonQuantity {
  if (Number.isFinite(value)) return jsonQuantity(value, of);
  return { value: null, unit: jsonQuantity(0, of).unit, reason };
}

function groupJson(group: TransientGroup): object {
  return {
    name: group.name,
    title: group.title,
    ...(group.place === undefined ? {} : { place: group.place }),
    chips: quantity(group.chips, 'dimensionless'),
    racks: quantity(group.racks, 'dimensionless'),
    throttleAt: quantity(group.throttleAt, 'temperature'),
    shutdownAt: quantity(group.shutdownAt, 'temperature'),
    firstThrottle: quantity(group.firstThrottle, 'time'),
    shutdown: quantity(group.shutdown, 'time'),
    recovery: quantity(group.recovery, 'time'),
    hottestJunction: quantity(group.hottestJunction, 'temperature'),
    hottestAt: quantity(group.hottestAt, 'time'),
    margin: quantity(group.margin, 'temperature difference'),
    lostChipTime: { value: group.lostChipTime / 3600, unit: 'chip·h' },
    lostTokens: { value: group.lostTokens, unit: 'token' },
    lostShare: quantity(group.lostShare, 'dimensionless'),
    cause: group.cause ?? null,
  };
}

function leakJson(answer: TransientOutcome['run']['leaks'][number]): object {
  const moment = (time: number) => quantity(time, 'time');
  return {
    circuit: answer.circuit,
    content: quantity(answer.content, 'mass'),
    reserve: quantity(answer.reserve, 'mass'),
    lost: quantity(answer.lost, 'mass'),
    madeUp: quantity(answer.madeUp, 'mass'),
    filledAgain: quantity(answer.filledAgain, 'mass'),
    lacking: quantity(answer.lacking, 'mass'),
    pumpTrips: answer.trips.map(({ at, until }) => ({ at: moment(at), until: moment(until) })),
    leaks: answer.leaks.map(({ event, flow, from, shut, until, isolate }) => ({
      event,
      flow: quantity(flow, 'mass flow'),
      from: moment(from),
      isolated: isolate ?? null,
      isolatedAt: moment(shut),
      until: moment(until),
    })),
  };
}

function controlJson({ run, lastChange }: TransientOutcome): object {
  const { circuits, travels, starts } = run.control;
  return {
    heldWithin: quantity(heldWithin, 'temperature difference'),
    lastEvent: quantity(lastChange, 'time'),
    circuits: Object.fromEntries(
      circuits.map(({ circuit, farthestAbove, farthestBelow, timeOutside, settledAt }) => [
        circuit,
        {
          overshoot: quantity(farthestAbove, 'temperature difference'),
          undershoot: quantity(farthestBelow, 'temperature difference'),
          timeOutside: quantity(timeOutside, 'time'),
          heldFrom: quantity(settledAt, 'time', 'was not held at the end'),
          settlingTime: quantity(Math.max(0, settledAt - lastChange), 'time', 'was not held at the end'),
        },
      ]),
    ),
    travels: travels.map(({ owner, actuator, travel }) => ({
      owner,
      actuator,
      strokes: quantity(travel, 'dimensionless'),
    })),
    starts: starts.map(({ machine, starts: count, startRate }) => ({
      machine,
      starts: quantity(count, 'dimensionless'),
      perHour: { value: startRate * 3600, unit: '1/h' },
    })),
  };
}

function holdingsJson({ holdings }: TransientOutcome): object {
  return {
    circuits: Object.fromEntries(
      holdings.circuits.map((held) => [
        held.circuit,
        {
          fluid: held.fluid,
          supplyMass: quantity(held.supplyMass, 'mass'),
          returnMass: quantity(held.returnMass, 'mass'),
          pipeMass: quantity(held.pipeMass, 'mass'),
          specificHeat: quantity(held.specificHeat, 'specific heat'),
          heatCapacity: quantity(held.heatCapacity, 'heat capacity'),
          buildingCapacity: quantity(held.buildingCapacity, 'heat capacity'),
          designFlow: quantity(held.designFlow, 'mass flow'),
          residenceTime: quantity(held.residenceTime, 'time'),
          movers: quantity(held.movers, 'dimensionless'),
          heatAtStart: quantity(held.heat, 'heat flow'),
        },
      ]),
    ),
    baths: Object.fromEntries(
      holdings.baths.map((bath) => [
        bath.circuit,
        {
          fluid: bath.fluid,
          reserve: quantity(bath.reserve, 'mass'),
          latentHeat: quantity(bath.latentHeat, 'enthalpy'),
          heatCapacity: quantity(bath.heatCapacity, 'heat capacity'),
          riseToRelief: quantity(bath.rise, 'temperature difference'),
          heatAtStart: quantity(bath.heat, 'heat flow'),
        },
      ]),
    ),
    machines: holdings.machines.map(({ machine, what, capacity }) => ({
      machine,
      what,
      heatCapacity: quantity(capacity, 'heat capacity'),
    })),
    batteryEnergy: quantity(holdings.batteryEnergy, 'energy'),
  };
}
