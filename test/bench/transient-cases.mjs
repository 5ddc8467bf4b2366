// Transients for the benchmarks: an hour of a hall rack by rack at 1 s, and a
// day of a plant behind a load that changes every second.

import { openScenarioFile, prepare } from '../../dist/node.js';
import { solveTransient } from '../../dist/solver/transient/run.js';
import { transientSettings } from '../../dist/solver/transient/settings.js';
import { assembleTransient } from '../../dist/study/transient-plant.js';

function prepared(name) {
  const opened = openScenarioFile(new URL(`./${name}.yaml`, import.meta.url).pathname);
  return prepare(opened.scenarios[0], opened.folder, opened.library);
}

/** A run from a fresh plant; returns the rows and the run. */
function ready(scenario) {
  const plant = assembleTransient(scenario);
  return () => {
    let rows = 0;
    const run = solveTransient(plant, scenario.forcing, transientSettings(scenario.scenario.transient), () => rows++);
    return { rows, run };
  };
}

/** A bounded random walk of utilisation, one value a second, the same each time. */
function walk(seconds) {
  const times = Float64Array.from({ length: seconds + 1 }, (_, i) => i);
  let state = 1;
  let level = 0.8;
  const levels = times.map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    level = Math.min(1, Math.max(0.3, level + 0.06 * (state / 2 ** 32 - 0.5)));
    return level;
  });
  return { times, levels };
}

export function hallHour(racks) {
  const scenario = prepared(`hall-${racks}`);
  return () => ready(scenario);
}

export function hallOff() {
  const scenario = prepared('hall-off');
  return () => ready(scenario);
}

export function tracedDay() {
  const scenario = prepared('traced-day');
  const forcing = { ...scenario.forcing, trace: walk(86_400) };
  return () => ready({ ...scenario, forcing });
}
