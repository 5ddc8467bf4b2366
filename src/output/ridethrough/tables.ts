/**
 * The tables of a ride-through as cells of text, which the terminal and the
 * page print.
 */

import type { RideThrough } from '../../study/ridethrough.ts';
import type { Limit, Trial } from '../../study/ridethrough/trial.ts';
import type { UnitSystem } from '../../units.ts';
import { bufferText, lostText, passageText, secondsText, setText, volumeText } from './words.ts';

export interface TitledTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything that was found, table by table; empty ones are left out. */
export function rideThroughTables(result: RideThrough, system: UnitSystem): readonly TitledTable[] {
  return [
    standingTable(result, system),
    circuitsTable(result, system),
    curveTable(result, system),
    batteriesTable(result, system),
    boardsTable(result, system),
    setVolumesTable(result, system),
    schemesTable(result, system),
  ].filter(({ rows }) => rows.length > 0);
}

function passages(trial: Trial, limits: readonly Limit[], system: UnitSystem): readonly string[] {
  return limits.map((limit) => passageText(trial[limit], system));
}

function standingTable({ before, asItStands, limits }: RideThrough, system: UnitSystem): TitledTable {
  return {
    title: 'As it stands: time to a limit, or what was left below it',
    head: ['', ...limits, 'lost work'],
    rows: [
      ['Before the failure', ...passages(before, limits, system), lostText(before)],
      ['With the failure', ...passages(asItStands, limits, system), lostText(asItStands)],
    ],
  };
}

function circuitsTable({ volume, limits }: RideThrough, system: UnitSystem): TitledTable {
  const rows = (volume?.tried ?? []).map((tried) => [
    tried.circuit === volume?.circuit ? `${bufferText(tried)} *` : bufferText(tried),
    volumeText(tried.present, system),
    volumeText(tried.largest, system),
    ...passages(tried.atLargest, limits, system),
  ]);
  return {
    title: 'Largest volume tried in each circuit (* the one that binds)',
    head: ['Supply or tank', 'present', 'tried', ...limits],
    rows,
  };
}

function curveTable({ volume, limits, duration, failures }: RideThrough, system: UnitSystem): TitledTable {
  const curve = volume?.curve ?? [];
  const lasts = curve.some(({ lasting }) => lasting !== undefined && limits.some((limit) => !lasting[limit].holds));
  const watched = duration - Math.min(...failures.map(({ event }) => event.at));
  const rows = curve.map((point) => [
    volumeText(point.volume, system),
    ...passages(point.trial, limits, system),
    ...(lasts ? limits.map((limit) => lastingText(point.lasting, limit, watched)) : []),
  ]);
  return {
    title: `Volume in ${volume?.circuit ?? ''} against time to a limit${lasts ? ' (lasting: if what failed never came back)' : ''}`,
    head: ['Volume', ...limits, ...(lasts ? limits.map((limit) => `${limit}, lasting`) : [])],
    rows,
  };
}

function lastingText(lasting: Trial | undefined, limit: Limit, watched: number): string {
  if (lasting === undefined) return '';
  return lasting[limit].holds ? `> ${secondsText(watched)}` : secondsText(lasting[limit].timeToLimit);
}

function batteriesTable({ ups, limits }: RideThrough, system: UnitSystem): TitledTable {
  const rows = (ups?.batteries ?? []).map(({ ups: seconds, trial }) => [
    secondsText(seconds),
    ...passages(trial, limits, system),
    trial.batteriesEmpty ? 'empty' : 'last',
  ]);
  return { title: 'Batteries', head: ['At design load', ...limits, 'batteries'], rows };
}

function boardsTable({ ups, limits }: RideThrough, system: UnitSystem): TitledTable {
  const tried = ups?.none === undefined ? [] : [ups.none, ...ups.alone];
  const rows = tried.map(({ onUps, trial }) => [
    setText(onUps),
    ...passages(trial, limits, system),
    ...limits.map((limit) => gainText(ups!.none!.trial, trial, limit)),
  ]);
  return {
    title: 'One alone on the UPS, all else on the mechanical board',
    head: ['On the UPS', ...limits, ...limits.map((limit) => `${limit} gains`)],
    rows,
  };
}

function gainText(none: Trial, one: Trial, limit: Limit): string {
  const [a, b] = [none[limit], one[limit]];
  if (a.holds) return '';
  if (b.holds) return 'all';
  const gained = b.timeToLimit - a.timeToLimit;
  return Math.abs(gained) < 0.05 ? 'none' : secondsText(gained);
}

function setVolumesTable({ ups, volume }: RideThrough, system: UnitSystem): TitledTable {
  const rows = (ups?.volumes ?? []).map(({ onUps, volume: least }) => [setText(onUps), volumeText(least, system)]);
  return {
    title: `A tank or batteries: what ${volume?.circuit ?? 'the buffer'} must hold (${ups?.sets[0]?.limit ?? ''}, 5 %)`,
    head: ['On the UPS', 'volume'],
    rows,
  };
}

function schemesTable({ redundancy, limits }: RideThrough, system: UnitSystem): TitledTable {
  const rows = (redundancy?.schemes ?? []).map(({ name, units, isPresent, trial }) => [
    isPresent ? `${name} (as it stands)` : name,
    String(units),
    ...passages(trial, limits, system),
    lostText(trial),
  ]);
  const what = redundancy?.fleet?.name ?? '';
  return {
    title: `Units of ${what}, ${redundancy?.count ?? ''} out of order`,
    head: ['', 'units', ...limits, 'lost work'],
    rows,
  };
}
