/**
 * What the report's charts draw, taken from hourly columns and made small:
 * months, a duration curve of 101 points and whole thousandths of the hourly
 * power ratio. In display units; the page itself converts nothing.
 */

import { consumers as consumerOrder } from '../../machines/machine.ts';
import { headlineColumns, headlineKeys, metricOf, type Comparison, type Variant } from '../../metrics/metric.ts';
import type { UnitSystem } from '../../units.ts';
import { dateOfStep } from '../hour-stamp.ts';
import { consumerTone, temperatureColour, type Tone } from '../palette.ts';
import { displayScale, type Scale } from '../scale.ts';

export interface PageData {
  readonly variants: readonly PageVariant[];
  readonly consumers: readonly { readonly name: string; readonly tone: Tone }[];
  readonly units: {
    readonly energy: string;
    readonly power: string;
    readonly temperature: string;
    readonly wue: string;
  };
  readonly digits: { readonly energy: number; readonly wue: number };
  /** Positions in `variants`. */
  readonly baseline: number;
  readonly chosen: number;
  /** Thousandths: the colours of every heat map span the same. */
  readonly ratioRange: readonly [number, number];
}

export interface PageVariant {
  readonly title: string;
  /** The title as a chart may print it, in lines. */
  readonly label: string;
  readonly breaksLimit: boolean;
  /** Energy by consumer, in the order of `consumers`. */
  readonly energy: readonly number[];
  readonly pue: number | null;
  readonly tue: number | null;
  readonly wue: number | null;
  readonly chain: readonly { readonly name: string; readonly value: number; readonly colour: string }[];
  /** Facility power, the highest hour first, at 0 %, 1 % … 100 % of the hours. */
  readonly duration: readonly number[];
  /** Power ratio by month. */
  readonly monthly: readonly number[];
  /** Power ratio by hour in thousandths. */
  readonly ratio: readonly number[];
}

/** The scales that the charts share. */
export interface PageScales {
  readonly energy: Scale;
  readonly power: Scale;
  readonly temperature: Scale;
  readonly wue: Scale;
}

export function pageScales(variants: readonly Variant[], system: UnitSystem): PageScales {
  const totals = variants.map(totalEnergy);
  const peaks = variants.map((variant) => columnOf(variant, headlineColumns.facilityPower)?.reduce(larger, 0) ?? 0);
  const wue = variants.map((variant) => metricOf(variant, headlineKeys.wue)?.value ?? Number.NaN);
  return {
    energy: displayScale('energy', system, totals),
    power: displayScale('power', system, peaks),
    temperature: displayScale('temperature', system, [], 1),
    wue: displayScale('water per energy', system, wue, 2),
  };
}

export function totalEnergy(variant: Variant): number {
  return variant.consumers.reduce((sum, { energy }) => sum + energy, 0);
}

/** Names of all consumers, in the order in which every chart stacks them. */
export function consumerNames(variants: readonly Variant[]): readonly string[] {
  const present = new Set(variants.flatMap((variant) => variant.consumers.map(({ name }) => name)));
  const known = consumerOrder.filter((name) => present.has(name));
  return [...known, ...[...present].filter((name) => !known.some((one) => one === name))];
}

export function pageData(comparison: Comparison, chosen: string, scales: PageScales): PageData {
  const names = consumerNames(comparison.variants);
  const variants = comparison.variants.map((variant) => pageVariant(variant, names, scales));
  const position = (name: string): number =>
    Math.max(
      0,
      comparison.variants.findIndex((variant) => variant.name === name),
    );
  const { energy, power, temperature, wue } = scales;
  return {
    variants,
    consumers: names.map((name) => ({ name, tone: consumerTone(name) })),
    units: { energy: energy.unit, power: power.unit, temperature: temperature.unit, wue: wue.unit },
    digits: { energy: energy.digits, wue: wue.digits },
    baseline: position(comparison.baseline),
    chosen: position(chosen),
    ratioRange: ratioRange(variants),
  };
}

function pageVariant(variant: Variant, names: readonly string[], scales: PageScales): PageVariant {
  const facility = columnOf(variant, headlineColumns.facilityPower);
  const it = columnOf(variant, headlineColumns.itPower);
  const metric = (key: string): number => metricOf(variant, key)?.value ?? Number.NaN;
  return {
    title: variant.title,
    label: chartLabel(variant.title),
    breaksLimit: variant.breaksLimit,
    energy: names.map((name) => {
      const energies = variant.consumers.filter((consumer) => consumer.name === name).map(({ energy }) => energy);
      return short(scales.energy.fromSi(energies.reduce((sum, energy) => sum + energy, 0)), 12);
    }),
    pue: known(metric(headlineKeys.pue)),
    tue: known(metric(headlineKeys.tue)),
    wue: known(scales.wue.fromSi(metric(headlineKeys.wue))),
    chain: variant.chipChain.map(({ name, temperature }) => ({
      name,
      value: short(scales.temperature.fromSi(temperature), 4),
      colour: temperatureColour(temperature),
    })),
    duration: facility === undefined ? [] : durationCurve(facility, scales.power),
    monthly: facility === undefined || it === undefined ? [] : monthlyRatio(facility, it),
    ratio: facility === undefined || it === undefined ? [] : hourlyRatio(facility, it),
  };
}

function columnOf(variant: Variant, name: string): Float64Array | undefined {
  return variant.columns.find((column) => column.name === name)?.values;
}

function durationCurve(power: Float64Array, scale: Scale): readonly number[] {
  const sorted = Float64Array.from(power).sort();
  const last = sorted.length - 1;
  return Array.from({ length: 101 }, (_, percent) =>
    short(scale.fromSi(sorted[last - Math.round((percent / 100) * last)]!), 5),
  );
}

/** Energy over energy, as PUE is; a month without IT has none. */
function monthlyRatio(facility: Float64Array, it: Float64Array): readonly number[] {
  const sums = Array.from({ length: 12 }, () => ({ facility: 0, it: 0 }));
  for (let day = 0; day * 24 < facility.length; day += 1) {
    const sum = sums[dateOfStep(day * 24).month]!;
    for (let step = day * 24; step < Math.min(day * 24 + 24, facility.length); step += 1) {
      sum.facility += facility[step]!;
      sum.it += it[step]!;
    }
  }
  return sums.filter((sum) => sum.it > 0).map((sum) => short(sum.facility / sum.it, 5));
}

/** Hours beyond this are drawn as this: an hour with next to no IT has no ratio worth a colour. */
const highestRatio = 9.999;

function hourlyRatio(facility: Float64Array, it: Float64Array): readonly number[] {
  return Array.from(facility, (power, step) => {
    const ratio = power / it[step]!;
    return Math.round(1000 * (ratio < highestRatio ? ratio : highestRatio));
  });
}

/** From the lowest hour to that which one hour in two hundred exceeds. */
function ratioRange(variants: readonly PageVariant[]): readonly [number, number] {
  const all = Float64Array.from(variants.flatMap((variant) => variant.ratio)).sort();
  if (all.length === 0) return [1000, 1001];
  return [all[0]!, Math.max(all[Math.floor(0.995 * (all.length - 1))]!, all[0]! + 1)];
}

/** A title in at most two lines of a chart's margin. */
function chartLabel(title: string): string {
  const most = 24;
  const words = title.split(/\s+/);
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.length - 1;
    if (`${lines[last]} ${word}`.trim().length <= most || lines.length === 2)
      lines[last] = `${lines[last]} ${word}`.trim();
    else lines.push(word);
  }
  const cut = lines.map((line) => (line.length > most ? `${line.slice(0, most - 1)}…` : line));
  return cut.filter((line) => line !== '').join('\n');
}

function larger(a: number, b: number): number {
  return b > a ? b : a;
}

function known(value: number): number | null {
  return Number.isFinite(value) ? short(value, 8) : null;
}

/** Significant digits that a chart can show. */
function short(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
