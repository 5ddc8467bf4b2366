// Benchmarks: one line a case, `<name> <number> ms`, CPU time of this process,
// minimum and median, and the ratio to the reference kernel timed beside it.
// Usage: npm run bench [-- --short]

import { cpus, totalmem } from 'node:os';
import { openScenarioFile, prepare } from '../../dist/node.js';
import { assembleScenario } from '../../dist/study/scenario-run.js';
import { solveYear } from '../../dist/solver/year.js';
import { referenceYear } from './reference-kernel.mjs';

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

function measured(prepareRun) {
  for (let i = 0; i < warmUps; i++) prepareRun()();
  const times = [];
  const kernel = [];
  for (let i = 0; i < runs; i++) {
    const work = prepareRun();
    times.push(cpuTime(work));
    // The kernel is short against the clock's grain: ten in a row.
    kernel.push(cpuTime(() => Array.from({ length: 10 }, referenceYear)) / 10);
  }
  const sorted = (values) => [...values].sort((a, b) => a - b);
  const [t, k] = [sorted(times), sorted(kernel)];
  return { min: t[0], median: t[t.length >> 1], ratio: t[0] / k[0], kernel: k[0] };
}

function line(name, { min, median, ratio }, unit = 'ms') {
  console.log(
    `${name.padEnd(28)} ${min.toFixed(2).padStart(8)} ${unit}   median ${median.toFixed(2)} ${unit}   ${ratio.toFixed(0)} × reference kernel`,
  );
}

console.log(
  `machine: ${cpus()[0].model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}; CPU time of one process, minimum of ${runs}`,
);
const opened = openScenarioFile('scenarios/air-versus-liquid.yaml');
let lastKernel = NaN;
for (const scenario of opened.scenarios) {
  const prepared = prepare(scenario, opened.folder, opened.library);
  let last;
  const result = measured(() => {
    const plant = assembleScenario(prepared);
    return () => (last = solveYear(plant, prepared.forcing));
  });
  lastKernel = result.kernel;
  line(`year ${scenario.name}`, result);
  if (!short)
    console.log(
      `${''.padEnd(28)} ${(last.statistics.passes / last.hours).toFixed(2)} passes an hour, at most ${last.statistics.mostPasses}`,
    );
}
console.log(`reference kernel ${lastKernel.toFixed(2)} ms`);
