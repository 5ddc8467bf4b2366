/**
 * The report's figures: title, caption, an empty place for the chart with its
 * summary in words, and the numbers as a table. The chart itself is drawn in
 * the page from the same data.
 */

import { headlineKeys, metricOf, type Comparison, type Variant } from '../../metrics/metric.ts';
import { formatQuantity, type UnitSystem } from '../../units.ts';
import { monthNames } from '../hour-stamp.ts';
import { numberText } from '../scale.ts';
import { escapedHtml, plainTable, typeset, type PlainTable } from './html.ts';
import { totalEnergy, type PageData, type PageScales } from './page-data.ts';

interface Figure {
  /** `energy`; the chart is drawn into `plot-energy`. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** What the chart shows, in words. */
  readonly summary: string;
  readonly table: PlainTable;
  /** The page's script writes what marks and colours mean above the chart. */
  readonly hasKey?: true;
  /** Something to click, HTML. */
  readonly control?: string;
}

/** Figures of all variants together. */
export function overviewFigures(comparison: Comparison, data: PageData, scales: PageScales): string {
  const { variants } = comparison;
  return [
    energyFigure(variants, data, scales),
    efficiencyFigure(variants, data),
    waterFigure(variants, data, scales),
    durationFigure(variants, data),
    monthlyFigure(variants, data),
  ]
    .map(figureHtml)
    .join('');
}

/** Figures of one variant, which the reader chooses, against the baseline. */
export function detailFigures(comparison: Comparison, data: PageData, system: UnitSystem): string {
  const { variants } = comparison;
  return [bridgeFigure(variants, data), chainFigure(variants, data, system), heatFigure(variants, data)]
    .map(figureHtml)
    .join('');
}

function figureHtml({ id, title, caption, summary, table, control, hasKey }: Figure): string {
  return (
    `<section class="figure" id="figure-${id}"><header><h3>${escapedHtml(title)}</h3>${control ?? ''}</header>` +
    `<p class="caption">${escapedHtml(caption)}</p>` +
    (hasKey ? `<div class="key" id="key-${id}"></div>` : '') +
    `<figure role="img" aria-label="${escapedHtml(typeset(summary))}"><div class="plot" id="plot-${id}"></div></figure>` +
    `<details class="data"><summary>Numbers of this chart</summary>${plainTable(table)}</details></section>`
  );
}

function energyFigure(variants: readonly Variant[], data: PageData, scales: PageScales): Figure {
  const { unit, digits } = scales.energy;
  const sentences = variants.map(
    (variant) => `${variant.title} ${numberText(scales.energy.fromSi(totalEnergy(variant)), digits)} ${unit}`,
  );
  return {
    id: 'energy',
    hasKey: true,
    title: 'Electricity of the year by consumer',
    caption: `What is drawn beside the chips and servers themselves, with the total at the end of each bar [${unit}].`,
    summary: `Stacked bars of annual electricity by consumer. Totals: ${sentences.join(', ')}.`,
    table: energyTable(variants, data, `Electricity by consumer [${unit}]`),
    control: '<label class="choice"><input type="checkbox" id="with-it"> include IT</label>',
  };
}

function energyTable(variants: readonly Variant[], data: PageData, caption: string): PlainTable {
  const { digits } = data.digits.energy > 3 ? { digits: data.digits.energy } : { digits: 3 };
  const rows = variants.map((variant, index) => {
    const { energy } = data.variants[index]!;
    const total = energy.reduce((sum, value) => sum + value, 0);
    return [variant.title, ...energy.map((value) => numberText(value, digits)), numberText(total, digits)];
  });
  return { caption, head: ['System', ...data.consumers.map(({ name }) => name), 'total'], rows };
}

function efficiencyFigure(variants: readonly Variant[], data: PageData): Figure {
  const values = (kind: 'pue' | 'tue'): string[] =>
    data.variants.map((variant) => numberText(variant[kind] ?? Number.NaN, 3));
  const [pue, tue] = [values('pue'), values('tue')];
  return {
    id: 'efficiency',
    hasKey: true,
    title: 'PUE and TUE',
    caption:
      'PUE counts server fans as IT and so flatters air; TUE sets the whole against what the chips compute with. Lower is better, 1 is the least.',
    summary: `Dots of PUE and TUE. ${variants.map(({ title }, i) => `${title}: PUE ${pue[i]}, TUE ${tue[i]}`).join('; ')}.`,
    table: {
      caption: 'PUE and TUE [1]',
      head: ['System', 'PUE', 'TUE'],
      rows: variants.map(({ title }, i) => [title, pue[i]!, tue[i]!]),
    },
  };
}

function waterFigure(variants: readonly Variant[], data: PageData, scales: PageScales): Figure {
  const wue = data.variants.map((variant) => numberText(variant.wue ?? Number.NaN, scales.wue.digits));
  const { unit } = scales.wue;
  return {
    id: 'water',
    // Empty: it keeps the rows level with those of the chart beside it.
    hasKey: true,
    title: 'WUE',
    caption: `Water drawn at the site for each unit of IT energy [${unit}]. Lower is better.`,
    summary: `Bars of WUE. ${variants.map(({ title }, i) => `${title}: ${wue[i]} ${unit}`).join('; ')}.`,
    table: {
      caption: `WUE [${unit}]`,
      head: ['System', 'WUE'],
      rows: variants.map(({ title }, i) => [title, wue[i]!]),
    },
  };
}

const shownShares = [0, 1, 5, 10, 25, 50, 75, 90, 100] as const;

function durationFigure(variants: readonly Variant[], data: PageData): Figure {
  const { power: unit } = data.units;
  const at = (index: number, percent: number): string =>
    numberText(data.variants[index]!.duration[percent] ?? Number.NaN, 1);
  const sentences = variants.map(({ title }, i) => `${title} from ${at(i, 0)} down to ${at(i, 100)} ${unit}`);
  return {
    id: 'duration',
    hasKey: true,
    title: 'Facility power, the highest hour first',
    caption: `How much of the year the facility draws at least this much [${unit}]. The left end sizes the grid connection.`,
    summary: `Duration curves of facility power. ${sentences.join('; ')}.`,
    table: {
      caption: `Facility power exceeded for a share of the year [${unit}]`,
      head: ['System', ...shownShares.map((share) => `${share} %`)],
      rows: variants.map(({ title }, i) => [title, ...shownShares.map((share) => at(i, share))]),
    },
  };
}

function monthlyTable(variants: readonly Variant[], data: PageData): PlainTable {
  return {
    caption: 'Facility electricity over IT electricity by month [1]',
    head: ['System', ...monthNames],
    rows: variants.map(({ title }, i) => [
      title,
      ...monthNames.map((_, month) => numberText(data.variants[i]!.monthly[month] ?? Number.NaN, 3)),
    ]),
  };
}

function monthlyFigure(variants: readonly Variant[], data: PageData): Figure {
  const sentences = variants.map(({ title }, i) => {
    const { monthly } = data.variants[i]!;
    return `${title} ${numberText(Math.min(...monthly), 3)} to ${numberText(Math.max(...monthly), 3)}`;
  });
  return {
    id: 'monthly',
    hasKey: true,
    title: 'Power ratio by month',
    caption: 'Facility electricity over IT electricity; PUE itself is a number of the whole year.',
    summary: `Lines of the monthly power ratio. Least to largest month: ${sentences.join('; ')}.`,
    table: monthlyTable(variants, data),
  };
}

function bridgeFigure(variants: readonly Variant[], data: PageData): Figure {
  return {
    id: 'bridge',
    title: 'Where the difference to the baseline comes from',
    caption: `Electricity of the year less the baseline’s, consumer after consumer, to the sum at the right [${data.units.energy}].`,
    summary: 'Waterfall of the difference in annual electricity to the baseline by consumer.',
    table: energyTable(variants, data, `Electricity by consumer [${data.units.energy}]`),
  };
}

function chainFigure(variants: readonly Variant[], data: PageData, system: UnitSystem): Figure {
  const steps = Math.max(...variants.map(({ chipChain }) => chipChain.length), 0);
  const names = variants.find(({ chipChain }) => chipChain.length === steps)?.chipChain.map(({ name }) => name) ?? [];
  return {
    id: 'chain',
    title: 'From the weather to the chip, worst hour',
    caption: `Temperature from outdoor air to the hottest junction in the hour that is hardest on the chips [${data.units.temperature}]. Grey: the baseline.`,
    summary: `Temperature staircase at the worst hour. ${variants.map((variant) => chainSentence(variant, system)).join('; ')}.`,
    table: {
      caption: 'Temperatures at the worst hour',
      head: ['System', ...names],
      rows: variants.map((variant) => [
        variant.title,
        ...variant.chipChain.map(({ name, temperature }, i) => {
          const text = formatQuantity(temperature, 'temperature', system);
          return name === names[i] ? text : `${name} ${text}`;
        }),
      ]),
    },
  };
}

function chainSentence({ title, chipChain, metrics }: Variant, system: UnitSystem): string {
  const [first, last] = [chipChain[0], chipChain.at(-1)];
  if (first === undefined || last === undefined) return `${title}: no chip`;
  const text = (temperature: number): string => formatQuantity(temperature, 'temperature', system);
  const margin = metrics.find(({ key }) => key === headlineKeys.junctionMargin)?.value ?? Number.NaN;
  const room = Number.isNaN(margin)
    ? ''
    : `, ${formatQuantity(margin, 'temperature difference', system, 1)} to the limit`;
  return `${title}: ${first.name} ${text(first.temperature)}, ${last.name} ${text(last.temperature)}${room}`;
}

function heatFigure(variants: readonly Variant[], data: PageData): Figure {
  const sentences = variants.map((variant) => {
    const pue = metricOf(variant, headlineKeys.pue)?.value ?? Number.NaN;
    return `${variant.title}: ${numberText(pue, 3)} over the year`;
  });
  return {
    id: 'heat',
    title: 'Power ratio of every hour',
    caption:
      'Facility power over IT power; days of the year to the right, hours of the day upwards. The colours are the same for every system.',
    summary: `Map of the hourly power ratio by day and hour of day. ${sentences.join('; ')}.`,
    table: monthlyTable(variants, data),
  };
}
