/**
 * The circuits of a scenario: each name, its fluid and its values by the
 * circuits' declaration. Whether they hang together is the plant's to check.
 */

import { coolantRecordId, fluidByName, glycolNameFault, isBuiltInFluidName } from '../fluids/fluid-by-name.ts';
import type { Fluid } from '../fluids/fluid.ts';
import { RecordError } from '../errors.ts';
import { nodeAt } from '../library/overlay.ts';
import { readParameters } from '../library/read-parameters.ts';
import { circuitParameters } from './circuit.ts';
import type { DescribedCircuit } from './description.ts';
import { suggestion, type ScenarioReading } from './scenario-reading.ts';

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longestName = 60;

/** What is wrong with the name of a circuit or machine; undefined for a good one. */
export function nameFault(name: string): string | undefined {
  if (name.length > longestName) return `is a name of ${name.length} characters; at most ${longestName} are read`;
  if (name in Object.prototype) return 'is no name here: JavaScript has a use for it';
  if (name === 'outdoors') return 'is no name here: outdoors is the open air';
  return namePattern.test(name) ? undefined : 'is no name; names are lower-case words joined by hyphens';
}

/** The circuits that could be read; every fault is pushed. */
export function readCircuits(reading: ScenarioReading): DescribedCircuit[] {
  const { tree, faults, fault } = reading;
  const node = nodeAt(tree, 'circuits');
  if (node?.kind !== 'map' || node.entries.size === 0) {
    faults.push(fault('circuits', 'is missing; a plant has at least one circuit: name a system or write circuits'));
    return [];
  }
  const circuits: DescribedCircuit[] = [];
  for (const [name, { at, value }] of node.entries) {
    const path = `circuits.${name}`;
    const wrong = nameFault(name);
    if (wrong !== undefined) {
      faults.push({ ...at, path: shortened(path), message: wrong });
      continue;
    }
    const values = readParameters(circuitParameters, value, path, faults, reading.records);
    if (values === undefined) continue;
    const fluid = fluidOf(values.fluid, `${path}.fluid`, reading);
    if (fluid !== undefined) circuits.push({ name, fluid, values });
  }
  return circuits;
}

/** A path fit to be printed. */
export function shortened(path: string): string {
  return path.length > longestName ? `${path.slice(0, longestName)}…` : path;
}

function fluidOf(name: string, path: string, reading: ScenarioReading): Fluid | undefined {
  const { context, faults, fault } = reading;
  const isOwn = name.startsWith('./');
  const isRecord = isOwn || (/^[a-z0-9-]+$/.test(name) && context.read(coolantRecordId(name)) !== undefined);
  if (!isBuiltInFluidName(name) && !isRecord) {
    const fraction = glycolNameFault(name);
    if (fraction !== undefined) {
      faults.push(fault(path, fraction));
      return undefined;
    }
    const coolants = context.list().flatMap((id) => (id.startsWith('coolants/') ? [id.slice('coolants/'.length)] : []));
    const known = ['air', 'water', 'propylene-glycol-25-volume', ...coolants];
    faults.push(fault(path, `found "${shortened(name)}", which is no fluid; ${suggestion(name, known)}`));
    return undefined;
  }
  try {
    return fluidByName(name, (id) => context.library.record(id, ['dielectric', 'boiling-fluid']));
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}
