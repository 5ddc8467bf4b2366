/**
 * One transient of the page: read, run to its end with its progress told, and
 * packed. Loaded by the worker when the first is asked for. Knows neither
 * worker nor page, so that a test can call it with the records of the folder.
 */

import { foldedLog, openTransient, type OpenTransient, readScenario, type Scenario } from '../../src/index.ts';
import { preparedIn, type Surroundings } from './context.ts';
import { errorText } from './error-text.ts';
import { type KeptNumber, rowKeeper, type RowKeeper } from './row-keeper.ts';
import type { Known } from './simulate.ts';
import { scenarioText, type Tree, withTransient } from './scenario-text.ts';
import type { TransientAnswer, TransientReply, TransientRequest } from './transient-messages.ts';
import { groupAnswers, hallRows, type HallRows, racksOf, rowsOf } from './transient-halls.ts';
import { type Series, seriesOf } from './transient-series.ts';

/** Moments of lines, and of halls rack by rack, that are kept at most. */
const mostRows = 2400;
const mostHallRows = 600;

/** What is asked for beside a request. */
export interface TransientSurroundings {
  readonly read: (document: TransientRequest['document']) => Known;
  readonly clock: () => number;
  /** Hears the share that is done, some times a second. */
  readonly progress: (share: number) => void;
}

export function transientAnswer(request: TransientRequest, around: TransientSurroundings): TransientAnswer {
  try {
    return answered(request, around);
  } catch (error) {
    return { kind: 'refusal', id: request.id, text: errorText(error) };
  }
}

function answered(request: TransientRequest, { read, clock, progress }: TransientSurroundings): TransientReply {
  const started = clock();
  const { surroundings, text: document } = read(request.document);
  const { text, scenario } = wantedScenario(request, document, surroundings);
  const prepared = preparedIn(scenario, surroundings);
  let take: RowTaker = () => undefined;
  const open = openTransient(prepared, (...row) => take(...row));
  const rows = keptRows(open, request.hall);
  let told = clock();
  take = (time, mean, least, most) => {
    rows.lines.take(time, mean, least, most);
    rows.racks?.take(time, mean, least, most);
    if (clock() - told < 80) return;
    told = clock();
    progress(time / open.settings.values.duration);
  };
  while (!open.isDone) open.goOn();
  return { ...replyOf(open, rows), id: request.id, text, milliseconds: clock() - started };
}

type RowTaker = RowKeeper['take'];

/** The scenario with the transient that is wanted, and with its halls. */
function wantedScenario(
  { variant, changes, transient, hall }: TransientRequest,
  document: string,
  surroundings: Surroundings,
): { readonly text: string; readonly scenario: Scenario } {
  const plain = withTransient(scenarioText(document, variant, changes), transient);
  const read = (text: string) => readScenario(text, `${variant}.yaml`, surroundings);
  const scenario = read(plain);
  if (hall === '' || scenario.transient?.halls?.[hall] !== undefined) return { text: plain, scenario };
  const halls: Tree = { [hall]: { rows: String(rowsOf(racksOf(scenario, hall))) } };
  const text = withTransient(plain, { halls });
  return { text, scenario: read(text) };
}

interface KeptRows {
  readonly series: readonly Series[];
  readonly lines: RowKeeper;
  readonly hall: HallRows | undefined;
  readonly racks: RowKeeper | undefined;
}

function keptRows({ plant, columns, settings: { values } }: OpenTransient, wanted: string): KeptRows {
  const series = seriesOf(plant, columns);
  const rows = Math.floor(values.duration / values.step + 1e-9);
  const hall = wanted === '' ? undefined : hallRows(plant, columns, wanted);
  const keeper = (numbers: readonly KeptNumber[], most: number) => rowKeeper(numbers, rows, most);
  return {
    series,
    lines: keeper(series, mostRows),
    hall,
    racks: hall === undefined ? undefined : keeper(hall.numbers, mostHallRows),
  };
}

function replyOf(
  open: OpenTransient,
  { series, lines, hall, racks }: KeptRows,
): Omit<TransientReply, 'id' | 'text' | 'milliseconds'> {
  const { plant } = open;
  const { start, duration, lastChange, groups, run, holdings } = open.outcome();
  const times = lines.times();
  const values = new Float32Array(series.length * 3 * times.length);
  const parts = ['mean', 'least', 'most'] as const;
  series.forEach((_, i) => parts.forEach((part, k) => values.set(lines.column(i, part), (i * 3 + k) * times.length)));
  const buffers = holdings.circuits.flatMap(({ circuit: name, supplyMass }) => {
    const { fluid, supply } = plant.circuits.find((circuit) => circuit.name === name)!;
    return fluid.phase === 'liquid' ? [{ circuit: name, volume: supplyMass / fluid.density(supply) }] : [];
  });
  return {
    kind: 'transient',
    hour: start.hour,
    dryBulb: start.dryBulb,
    duration,
    lastChange,
    times,
    series: series.map(({ columns: _columns, as: _as, over: _over, ...head }) => head),
    values,
    log: foldedLog(run.log),
    groups: groupAnswers(plant, groups),
    buffers,
    ups: open.settings.values.ups,
    movers: holdings.circuits.map(({ circuit, movers }) => ({ circuit, count: movers })),
    hall: hall === undefined || racks === undefined ? undefined : hall.reply(racks),
  };
}
