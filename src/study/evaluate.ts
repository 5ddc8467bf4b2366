/**
 * One record, fluid or machine at one state: finds what a name means, reads
 * its inputs by their declaration, and returns the answers. All faults at once.
 */

import { NotConvergedError, OutOfRangeError, ScenarioError } from '../errors.ts';
import { coolantRecordId, fluidByName, glycolNameFault, isBuiltInFluidName } from '../fluids/fluid-by-name.ts';
import type { Fluid } from '../fluids/fluid.ts';
import { isRequired } from '../library/json-schema.ts';
import type { Library } from '../library/library.ts';
import type { LibraryRecord, Parameters } from '../library/parameters.ts';
import { recordKinds, recordRules } from '../scenario/record-kinds.ts';
import { nearest } from '../units/nearest.ts';
import { evaluationsOfMachines, evaluationsOfPhenomena, evaluationsOfRecords } from './evaluate/catalogue.ts';
import type { Answers, Evaluation } from './evaluate/evaluation.ts';
import { boiling, liquid, moistAir } from './evaluate/fluids.ts';
import { readWritten } from './evaluate/own-values.ts';

/** What can be evaluated under a name. */
export interface Subject {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly record: LibraryRecord | undefined;
  readonly evaluation: Evaluation;
  /** Declaration of a record's values, which may be given besides the inputs; empty where there is no record. */
  readonly recordValues: Parameters;
}

/** The subject of a name. @throws {ScenarioError} or {RecordError} where there is none */
export function evaluationSubject(name: string, library: Library): Subject {
  const alone = evaluationWithoutRecord(name);
  if (alone !== undefined) return { ...alone, name, title: alone.evaluation.about, kind: name, record: undefined };
  if (isBuiltInFluidName(name)) return fluidSubject(name, fluidByName(name, noRecord));
  const fraction = glycolNameFault(name);
  if (fraction !== undefined) throw fault(name, fraction);
  if (!name.includes('/')) {
    if (!library.list().includes(coolantRecordId(name))) throw unknownSubject(name, library);
    return evaluationSubject(coolantRecordId(name), library);
  }
  if (name.startsWith('systems/')) throw fault(name, 'is a system, which is run by a scenario, not evaluated');
  const record = library.record(name, []);
  if (record.kind === 'dielectric' || record.kind === 'boiling-fluid') {
    const fluid = fluidByName(name, () => record);
    return { ...fluidSubject(name, fluid), kind: record.kind, record };
  }
  const evaluation = Object.hasOwn(evaluationsOfRecords, record.kind) ? evaluationsOfRecords[record.kind] : undefined;
  if (evaluation === undefined) {
    throw fault(
      name,
      `is a record of kind ${record.kind}, which nothing evaluates; can be evaluated: ${Object.keys(evaluationsOfRecords).join(', ')}`,
    );
  }
  return { name, title: record.title, kind: record.kind, record, evaluation, recordValues: recordKinds[record.kind]! };
}

/** Machines and phenomena, and kinds of records whose values are all given as inputs. */
function evaluationWithoutRecord(name: string): Pick<Subject, 'evaluation' | 'recordValues'> | undefined {
  for (const list of [evaluationsOfMachines, evaluationsOfPhenomena])
    if (Object.hasOwn(list, name)) return { evaluation: list[name]!, recordValues: {} };
  if (!Object.hasOwn(evaluationsOfRecords, name)) return undefined;
  return { evaluation: evaluationsOfRecords[name]!, recordValues: recordKinds[name]! };
}

function fluidSubject(name: string, fluid: Fluid): Subject {
  const evaluation = fluid.phase === 'air' ? moistAir : fluid.phase === 'boiling' ? boiling(fluid) : liquid(fluid);
  return { name, title: fluid.title, kind: 'fluid', record: undefined, evaluation, recordValues: {} };
}

function noRecord(): never {
  throw new RangeError('built-in fluids name no record');
}

function unknownSubject(name: string, library: Library): ScenarioError {
  const machines = Object.keys(evaluationsOfMachines);
  const phenomena = Object.keys(evaluationsOfPhenomena);
  const kinds = Object.keys(evaluationsOfRecords);
  const fluids = ['water', 'air', 'propylene-glycol-25-volume', 'ethylene-glycol-25-volume'];
  const ids = library.list().filter((id) => !id.startsWith('systems/'));
  const own = [...machines, ...phenomena, ...kinds, ...fluids];
  const near = nearest(name, [...own, ...ids]) ?? ids.find((id) => id.endsWith(`/${name}`));
  const meant = near === undefined ? '' : `did you mean "${near}"? `;
  return fault(
    name,
    `is no record, fluid or machine; ${meant}wanted the id of a record, the file of one (my-chiller.yaml), a fluid such as water, a kind of record, or one of ${[...machines, ...phenomena].join(', ')}`,
  );
}

function fault(file: string, message: string): ScenarioError {
  return new ScenarioError([{ file, path: '', message }]);
}

/** All that may be given to a subject: its inputs, and the values of its record. */
export function parametersOf({ evaluation, recordValues }: Subject): Parameters {
  return { ...recordValues, ...evaluation.inputs };
}

/** Whether a subject cannot answer without any input. */
export function needsInputs({ evaluation, record, recordValues }: Subject): boolean {
  const wanted = record === undefined ? { ...recordValues, ...evaluation.inputs } : evaluation.inputs;
  return Object.values(wanted).some(isRequired);
}

/** The inputs as read, in SI, and the answers. */
export interface Evaluated extends Answers {
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** @param written inputs by name, each as a user writes it @throws {ScenarioError} with every fault */
export function evaluated(subject: Subject, written: ReadonlyMap<string, string>, library: Library): Evaluated {
  const { name, kind, evaluation, record, recordValues } = subject;
  const rule = Object.hasOwn(recordRules, kind) ? recordRules[kind] : undefined;
  const read = readWritten({ name, inputs: evaluation.inputs, recordValues, record, rule }, written, library);
  if ('faults' in read) throw new ScenarioError(read.faults);
  const standsOn = hasValues(subject) ? { ...(record ?? writtenRecord(subject)), values: read.recordValues } : record;
  const surroundings = { fluid: (fluid: string) => fluidNamed(fluid, subject, library) };
  try {
    const { answers, notes, ...series } = evaluation.evaluate(read.inputs, standsOn, surroundings);
    const replaced = read.replaced.map((value) => `${value} is as given here, not as in the record`);
    const shown = record === undefined ? { ...read.recordValues, ...read.inputs } : replacedAnd(read);
    return { inputs: shown, answers, ...series, notes: [...notes, ...replaced] };
  } catch (error) {
    // All say what was found and what is wanted; which input they belong to is in their words.
    if (error instanceof OutOfRangeError || error instanceof RangeError || error instanceof NotConvergedError)
      throw fault(name, error.message);
    throw error;
  }
}

function hasValues({ recordValues }: Subject): boolean {
  return Object.keys(recordValues).length > 0;
}

function replacedAnd(read: {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly recordValues: Readonly<Record<string, unknown>>;
  readonly replaced: readonly string[];
}): Readonly<Record<string, unknown>> {
  return { ...Object.fromEntries(read.replaced.map((name) => [name, read.recordValues[name]])), ...read.inputs };
}

/** A record that stands nowhere but on the command line. */
function writtenRecord({ name, title, kind }: Subject): LibraryRecord {
  return { id: name, kind, title, status: 'assumed', values: {}, sources: [], assumed: [] };
}

function fluidNamed(name: string, subject: Subject, library: Library): Fluid {
  const fraction = glycolNameFault(name);
  if (fraction !== undefined) throw fault(subject.name, fraction);
  const known = library.list().flatMap((id) => (id.startsWith('coolants/') ? [id.slice('coolants/'.length)] : []));
  const isOwn = name.startsWith('./') || library.list().includes(coolantRecordId(name));
  if (!isBuiltInFluidName(name) && !isOwn) {
    const near = nearest(name, ['water', 'air', 'propylene-glycol-25-volume', 'ethylene-glycol-25-volume', ...known]);
    throw fault(
      subject.name,
      `found coolant "${name}", which is no fluid${near === undefined ? '' : `; did you mean "${near}"?`}`,
    );
  }
  return fluidByName(name, (id) => library.record(id, ['dielectric', 'boiling-fluid']));
}
