/**
 * A plant as its author wrote it, checked word by word but not yet as a whole:
 * what the scenario reader hands to `assemblePlant`.
 */

import type { Fault } from '../errors.ts';
import type { Fluid } from '../fluids/fluid.ts';
import type { ValuesOf } from '../library/parameters.ts';
import type { DesignWeather, Kind } from '../machines/machine.ts';
import type { circuitParameters } from './circuit.ts';
import type { powerParameters } from './power.ts';

export interface DescribedCircuit {
  readonly name: string;
  readonly fluid: Fluid;
  readonly values: ValuesOf<typeof circuitParameters>;
}

/** `load: { liquid: { on: technology, after: crah } }` */
export interface DescribedLoad {
  readonly port: string;
  /** A circuit's name, or `outdoors`. */
  readonly on: string;
  readonly after: string | undefined;
}

/** `source: { on: technology, stage: 1 }` */
export interface DescribedSource {
  readonly on: string;
  readonly stage: number;
  /** Part of the circuit's flow; 1 for a full-flow stage. */
  readonly flowShare: number;
  readonly exclusive: boolean;
  /** Part of the stage among parallel machines; undefined shares equally. */
  readonly share: number | undefined;
  /** Part of the circuit's design heat that the machine is sized for. */
  readonly sizedFor: number;
}

/** Where a rack stands that is resolved by itself. */
export interface RackPlace {
  readonly hall: string;
  /** 1-based; position 1 is the nearest to the supply. */
  readonly row: number;
  readonly position: number;
}

export interface DescribedMachine {
  readonly name: string;
  readonly place?: RackPlace;
  readonly title: string;
  readonly kind: Kind;
  readonly values: Readonly<Record<string, unknown>>;
  readonly loads: readonly DescribedLoad[];
  readonly source: DescribedSource | undefined;
  readonly supplied: 'ups' | 'mechanical';
}

export interface PlantDescription {
  readonly title: string;
  readonly circuits: readonly DescribedCircuit[];
  readonly machines: readonly DescribedMachine[];
  readonly power: ValuesOf<typeof powerParameters>;
  readonly designWeather: DesignWeather;
  /** Where a path such as `machines.cdu.approach` stands in the files. */
  fault(path: string, message: string): Fault;
}
