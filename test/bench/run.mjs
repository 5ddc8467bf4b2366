// Benchmarks: one line a case, `<name> <number> ms`: CPU time of this process,
// minimum and median, and the minimum over that of the reference kernel timed
// beside it. Times of two runs are never compared, only these ratios.
// Usage: npm run bench [-- --short]

import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { climateYearOf, openScenarioFile, prepare } from '../../dist/node.js';
import { comparisonReport } from '../../dist/output/comparison-report.js';
import { stiffIntegrator } from '../../dist/numerics/rosenbrock.js';
import { readWeatherFile } from '../../dist/scenario/weather/weather-file.js';
import { solveYear } from '../../dist/solver/year.js';
import { comparisonOf } from '../../dist/study/comparison.js';
import { assembleScenario, runScenario } from '../../dist/study/scenario-run.js';
import { coldHall, hall, solvedAfresh, warmHall, warmRow } from './hydraulic-cases.mjs';
import { referenceYear } from './reference-kernel.mjs';
import { arrow, plantLike } from './stiff-systems.mjs';
import { hallHour, hallOff, tracedDay } from './transient-cases.mjs';

const short = process.argv.includes('--short');
const runs = short ? 9 : 25;
const warmUps = short ? 3 : 8;

/** CPU milliseconds of one call. */
function cpuTime(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  if (result === undefined) throw new Error('a benchmark must return what it made');
  return (user + system) / 1000;
}

function milliseconds(time) {
  return time.toFixed(time < 1 ? 3 : 2);
}

/** The work several times in a row, for what is short against the clock's grain. */
function repeated(work, repeats) {
  return () => {
    let result;
    for (let i = 0; i < repeats; i++) result = work();
    return result;
  };
}

/** Prints a case; `prepareRun` does what is not to be timed and returns the work, done `repeats` times a run. Least times of the case and of the kernel [ms]. */
function measure(name, prepareRun, repeats = 1, count = runs) {
  for (let i = 0; i < Math.min(warmUps, count); i++) repeated(prepareRun(), repeats)();
  const times = [];
  const kernel = [];
  for (let i = 0; i < count; i++) {
    times.push(cpuTime(repeated(prepareRun(), repeats)) / repeats);
    // The kernel is short against the clock's grain: ten in a row.
    kernel.push(cpuTime(() => Array.from({ length: 10 }, referenceYear)) / 10);
  }
  times.sort((a, b) => a - b);
  const [min, median] = [times[0], times[times.length >> 1]];
  const ratio = min / Math.min(...kernel);
  console.log(
    `${name.padEnd(28)} ${milliseconds(min).padStart(8)} ms   median ${milliseconds(median).padStart(7)} ms   ${ratio.toFixed(1).padStart(6)} × reference kernel`,
  );
  return { min, kernel: Math.min(...kernel) };
}

console.log(
  `machine: ${cpus()[0].model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; CPU time of one process, minimum of ${runs}`,
);

const opened = openScenarioFile('scenarios/air-versus-liquid.yaml');
const prepared = opened.scenarios.map((scenario) => prepare(scenario, opened.folder, opened.library));
const kernels = [];
for (const each of prepared) {
  let last;
  const { kernel } = measure(`year ${each.scenario.name}`, () => {
    const plant = assembleScenario(each);
    return () => (last = solveYear(plant, each.forcing));
  });
  kernels.push(kernel);
  const passes = (last.statistics.passes / last.hours).toFixed(2);
  if (!short) console.log(`${''.padEnd(28)} ${passes} passes an hour, at most ${last.statistics.mostPasses}`);
}

for (const { name, system, seconds } of [
  { name: '60 states', system: plantLike(), seconds: 1000 },
  { name: '4,040 states', system: arrow(), seconds: 20 },
]) {
  let steps;
  const { min } = measure(`integrator, ${name}`, () => {
    const absolute = new Float64Array(system.size).fill(1e-3);
    const integrator = stiffIntegrator(system, { relative: 1e-4, absolute, maximumStep: 1 });
    integrator.restart(0, new Float64Array(system.size).fill(20));
    return () => {
      for (let second = 1; second <= seconds; second++) while (integrator.time < second) integrator.step(second);
      return (steps = integrator.statistics.steps);
    };
  });
  console.log(`${''.padEnd(28)} ${((1000 * steps) / min).toFixed(0)} steps a second, ${steps} a run`);
}

const reference = prepared.find(({ scenario }) => scenario.name === 'cold-plate-tower');
measure('plant assembled', () => () => assembleScenario(reference));

measure('climate year generated', () => () => climateYearOf('climates/ashburn', 1, opened.library));

const plotlyFile = 'dist/assets/plotly.min.js';
const plotly = existsSync(plotlyFile) ? readFileSync(plotlyFile, 'utf8') : 'var Plotly;';
const comparison = comparisonOf(opened.title, opened.baseline, prepared.map(runScenario), () => undefined);
measure('comparison report written', () => () => comparisonReport(comparison, { system: 'si', plotly }));

for (const { name, prepareRun, seconds } of [
  { name: 'hour of a hall of 100 racks', prepareRun: hallHour(100), seconds: 3600 },
  { name: 'hour of a hall of 1,000', prepareRun: hallHour(1000), seconds: 3600 },
  { name: '20 min of 1,000 that go off', prepareRun: hallOff(), seconds: 1200 },
  { name: 'day of 1 s load', prepareRun: tracedDay(), seconds: 86_400 },
]) {
  let last;
  const { min } = measure(name, () => () => (last = prepareRun()()), 1, short ? 1 : 5);
  const { steps, rejected, jacobians } = last.run.statistics;
  console.log(
    `${''.padEnd(28)} ${((1000 * seconds) / min).toFixed(0)} s a second, ${steps} steps, ${rejected} rejected, ${jacobians} Jacobians`,
  );
}

const row = warmRow();
measure('row of 100 racks, warm', () => row, 100);
const thousand = hall(10);
const thousandWarm = warmHall(thousand);
const thousandAfresh = solvedAfresh(thousand);
measure('hall of 1000, warm', () => thousandWarm, 10);
measure('hall of 1000, afresh', () => thousandAfresh, 4);
measure('hall of 1000, prepared too', () => () => coldHall(thousand));

const weatherFile = `${process.env.COLDLOOP_REFERENCE}/weather/chicago_TMY3.epw.gz`;
if (existsSync(weatherFile)) {
  const text = gunzipSync(readFileSync(weatherFile));
  measure('EPW file read', () => () => readWeatherFile(text, 'chicago.epw'));
} else {
  console.log('EPW file read: skipped, COLDLOOP_REFERENCE names no folder with weather/chicago_TMY3.epw.gz');
}
console.log(
  `${'reference kernel'.padEnd(28)} ${Math.min(...kernels)
    .toFixed(2)
    .padStart(8)} ms`,
);
