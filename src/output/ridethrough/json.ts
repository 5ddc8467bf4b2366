/**
 * A ride-through as one JSON document; every quantity is
 * `{ "value": 54.5, "unit": "s" }`, null with its reason where there is none.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import type { Limit, Passage, Trial } from '../../study/ridethrough/trial.ts';
import type { UpsFindings } from '../../study/ridethrough/ups.ts';
import type { VolumeFindings } from '../../study/ridethrough/volume.ts';
import type { Quantity } from '../../units.ts';
import { type JsonQuantity, quantityJson } from '../json.ts';

export function rideThroughJson(result: RideThrough): object {
  const { name, title, failures, limits, duration, before, asItStands, volume, ups, redundancy, transients } = result;
  return {
    name,
    title,
    failures: failures.map(({ name: asked, event }) => ({
      asked,
      at: seconds(event.at, ''),
      for: seconds(event.for ?? NaN, 'to the end of the transient'),
    })),
    duration: seconds(duration, ''),
    before: trialJson(before, limits),
    asItStands: trialJson(asItStands, limits),
    volume: volume === undefined ? null : volumeJson(volume, limits),
    ups: ups === undefined ? null : upsJson(ups, limits),
    redundancy:
      redundancy === undefined
        ? null
        : {
            of: redundancy.fleet?.name ?? null,
            outOfOrder: redundancy.count ?? null,
            smallest: redundancy.smallest,
            because: redundancy.because ?? null,
            schemes: redundancy.schemes.map(({ name: scheme, units, isPresent, trial }) => ({
              scheme,
              units,
              isPresent,
              ...trialJson(trial, limits),
            })),
          },
    transients,
  };
}

const seconds = (value: number, reason: string): JsonQuantity => quantityJson(value, 'time', reason);
const inUnit = (value: number, quantity: Quantity): JsonQuantity => quantityJson(value, quantity, 'none found');

function trialJson(trial: Trial, limits: readonly Limit[]): object {
  return {
    ...Object.fromEntries(limits.map((limit) => [limit, passageJson(trial[limit])])),
    lostChipTime: inUnit(trial.lostChipTime, 'time'),
    reached: trial.reached.map(({ time, what }) => ({ time: seconds(time, ''), what })),
    batteriesEmpty: trial.batteriesEmpty,
    stalledCircuits: trial.stalled,
  };
}

function passageJson({ holds, timeToLimit, margin, group }: Passage): object {
  return {
    holds,
    timeToLimit: seconds(timeToLimit, 'the limit is not reached'),
    margin: inUnit(margin, 'temperature difference'),
    group,
  };
}

function volumeJson(volume: VolumeFindings, limits: readonly Limit[]): object {
  return {
    circuit: volume.circuit ?? null,
    answers: volume.answers.map((answer) => ({
      limit: answer.limit,
      volume: quantityJson(answer.volume, 'volume', answer.because ?? ''),
      stratifiedTank: inUnit(answer.stratified, 'volume'),
      stratifiedDelay: inUnit(answer.stratifiedDelay, 'time'),
      byHand: inUnit(answer.byHand, 'volume'),
      monotone: answer.monotone,
      because: answer.because ?? null,
    })),
    handTimes: Object.fromEntries(limits.map((limit) => [limit, inUnit(volume.handTimes[limit], 'time')])),
    tried: volume.tried.map(({ circuit, tank, present, largest, atLargest }) => ({
      circuit,
      sized: tank === undefined ? 'supply' : tank,
      present: inUnit(present, 'volume'),
      largest: inUnit(largest, 'volume'),
      atLargest: trialJson(atLargest, limits),
    })),
    curve: volume.curve.map((point) => ({
      volume: inUnit(point.volume, 'volume'),
      asAsked: trialJson(point.trial, limits),
      lasting: point.lasting === undefined ? null : trialJson(point.lasting, limits),
    })),
  };
}

function upsJson(ups: UpsFindings, limits: readonly Limit[]): object {
  return {
    because: ups.because ?? null,
    seconds: ups.seconds.map(({ limit, least, monotone }) => ({ limit, least: inUnit(least, 'time'), monotone })),
    sets: ups.sets.map(({ limit, onUps, isSmallest }) => ({ limit, onUps: onUps ?? null, isSmallest })),
    alone: [...(ups.none === undefined ? [] : [ups.none]), ...ups.alone].map(({ onUps, trial }) => ({
      onUps,
      ...trialJson(trial, limits),
    })),
    batteries: ups.batteries.map(({ ups: time, trial }) => ({
      ups: inUnit(time, 'time'),
      ...trialJson(trial, limits),
    })),
    volumes: ups.volumes.map(({ onUps, volume }) => ({ onUps, volume: inUnit(volume, 'volume') })),
  };
}
