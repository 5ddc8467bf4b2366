/**
 * One record, fluid or machine at one state: finds what a name means, reads
 * its inputs by their declaration, and returns the answers. All faults at once.
 */

import { type Fault, OutOfRangeError, ScenarioError } from '../errors.ts';
import { fluidByName, isBuiltInFluidName } from '../fluids/fluid-by-name.ts';
import type { Fluid } from '../fluids/fluid.ts';
import type { LocatedNode, MapEntry, MapNode } from '../library/document.ts';
import type { Library } from '../library/library.ts';
import type { LibraryRecord } from '../library/parameters.ts';
import { isRequired } from '../library/json-schema.ts';
import { readParameters } from '../library/read-parameters.ts';
import { nearest } from '../units/nearest.ts';
import { boilingSurface } from './evaluate/boiling-surface.ts';
import { coldPlate, heatSink, immersionSink, server, serverFans } from './evaluate/chips.ts';
import type { Answers, Evaluation } from './evaluate/evaluation.ts';
import { condenserCoil } from './evaluate/condenser.ts';
import { evaporator } from './evaluate/evaporator.ts';
import { finSink } from './evaluate/fin-sink.ts';
import { boiling, liquid, moistAir } from './evaluate/fluids.ts';
import { hydraulicNetwork, rackRowEvaluation } from './evaluate/hydraulics.ts';
import { coolingTower, dryCooler, plateExchanger } from './evaluate/machines.ts';
import { coil, evaporativePad, indirectAirCooler } from './evaluate/moist-air-machines.ts';
import { airEconomizer } from './evaluate/outdoor-air.ts';
import { carnot, cdu, eir } from './evaluate/plant.ts';
import { powerStage, powerSupply } from './evaluate/power.ts';
import { climate, load } from './evaluate/years.ts';

/** By kind of record. */
const evaluationsOfRecords: Readonly<Record<string, Evaluation>> = {
  'cold-plate': coldPlate,
  'evaporator-plate': evaporator,
  'fin-sink': finSink,
  'heat-sink': heatSink,
  'immersion-sink': immersionSink,
  'boiling-surface': boilingSurface,
  server,
  'server-fans': serverFans,
  'power-supply': powerSupply,
  transformer: powerStage,
  ups: powerStage,
  pdu: powerStage,
  busway: powerStage,
  cdu,
  'chiller-carnot': carnot,
  'chiller-eir': eir,
  'hydraulic-network': hydraulicNetwork,
  climate,
  load,
};

/** Machines without a record. */
export const evaluationsOfMachines: Readonly<Record<string, Evaluation>> = {
  'cooling-tower': coolingTower,
  'dry-cooler': dryCooler,
  'plate-exchanger': plateExchanger,
  coil,
  'evaporative-pad': evaporativePad,
  'indirect-air-cooler': indirectAirCooler,
  'air-economizer': airEconomizer,
  'condenser-coil': condenserCoil,
  'rack-row': rackRowEvaluation,
};

/** What can be evaluated under a name. */
export interface Subject {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly record: LibraryRecord | undefined;
  readonly evaluation: Evaluation;
}

/** The subject of a name. @throws {ScenarioError} or {RecordError} where there is none */
export function evaluationSubject(name: string, library: Library): Subject {
  const machine = Object.hasOwn(evaluationsOfMachines, name) ? evaluationsOfMachines[name] : undefined;
  if (machine !== undefined) return { name, title: machine.about, kind: name, record: undefined, evaluation: machine };
  if (isBuiltInFluidName(name)) return fluidSubject(name, fluidByName(name, noRecord));
  if (!name.includes('/')) throw unknownSubject(name, library);
  if (name.startsWith('systems/')) throw fault(name, 'is a system, which is run by a scenario, not evaluated');
  const record = library.record(name, []);
  if (record.kind === 'dielectric' || record.kind === 'boiling-fluid') {
    return {
      ...fluidSubject(
        name,
        fluidByName(name, () => record),
      ),
      kind: record.kind,
      record,
    };
  }
  const evaluation = evaluationsOfRecords[record.kind];
  if (evaluation === undefined) {
    throw fault(
      name,
      `is a record of kind ${record.kind}, which nothing evaluates; can be evaluated: ${Object.keys(evaluationsOfRecords).join(', ')}`,
    );
  }
  return { name, title: record.title, kind: record.kind, record, evaluation };
}

function fluidSubject(name: string, fluid: Fluid): Subject {
  const evaluation = fluid.phase === 'air' ? moistAir : fluid.phase === 'boiling' ? boiling(fluid) : liquid(fluid);
  return { name, title: fluid.title, kind: 'fluid', record: undefined, evaluation };
}

function noRecord(): never {
  throw new RangeError('built-in fluids name no record');
}

function unknownSubject(name: string, library: Library): ScenarioError {
  const own = [...Object.keys(evaluationsOfMachines), 'water', 'air', 'propylene-glycol-25-volume'];
  const known = [...own, ...library.list().filter((id) => !id.startsWith('systems/'))];
  const near = nearest(name, known) ?? known.find((id) => id.endsWith(`/${name}`));
  const meant = near === undefined ? '' : `did you mean "${near}"? `;
  return fault(
    name,
    `is no record, fluid or machine; ${meant}wanted the id of a record, a fluid such as water, or one of ${own.join(', ')}`,
  );
}

function fault(file: string, message: string): ScenarioError {
  return new ScenarioError([{ file, path: '', message }]);
}

/** Whether a subject answers without any input. */
export function needsInputs({ evaluation }: Subject): boolean {
  return Object.values(evaluation.inputs).some(isRequired);
}

/** The inputs as read, in SI, and the answers. */
export interface Evaluated extends Answers {
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** @param written inputs by name, each as a user writes it @throws {ScenarioError} with every fault */
export function evaluated(subject: Subject, written: ReadonlyMap<string, string>, library: Library): Evaluated {
  const faults: Fault[] = [];
  const at = { file: subject.name, line: 1, column: 1 };
  const entry = (text: string): MapEntry => ({
    at,
    value: { kind: 'scalar', text, quoted: true, at } satisfies LocatedNode,
  });
  const node: MapNode = { kind: 'map', at, entries: new Map([...written].map(([name, text]) => [name, entry(text)])) };
  const inputs = readParameters(subject.evaluation.inputs, node, '', faults, library);
  if (inputs === undefined) throw new ScenarioError(faults.map(({ file, path, message }) => ({ file, path, message })));
  const surroundings = { fluid: (name: string) => fluidNamed(name, subject, library) };
  try {
    return { inputs, ...subject.evaluation.evaluate(inputs, subject.record, surroundings) };
  } catch (error) {
    // Both say what was found and what is wanted; which input they belong to is in their words.
    if (error instanceof OutOfRangeError || error instanceof RangeError) throw fault(subject.name, error.message);
    throw error;
  }
}

function fluidNamed(name: string, subject: Subject, library: Library): Fluid {
  const known = library.list().flatMap((id) => (id.startsWith('coolants/') ? [id.slice('coolants/'.length)] : []));
  if (!isBuiltInFluidName(name) && !known.includes(name)) {
    const near = nearest(name, ['water', 'propylene-glycol-25-volume', ...known]);
    throw fault(
      subject.name,
      `found coolant "${name}", which is no fluid${near === undefined ? '' : `; did you mean "${near}"?`}`,
    );
  }
  return fluidByName(name, (id) => library.record(id, ['dielectric', 'boiling-fluid']));
}
