/**
 * Heat at every port of a plant, from flows and states alone: ṁ Δh with the
 * fluid's enthalpies, worked out once a step. A machine's own word for its
 * heat is never read. Used by the auditor, whose balances share it.
 */

import { curveEnthalpy, type EnthalpyCurve } from '../fluids/enthalpy-curve.ts';
import type { Fluid } from '../fluids/fluid.ts';
import { enthalpy as moistEnthalpy } from '../fluids/moist-air.ts';
import { water } from '../fluids/water.ts';
import type { AmbientPort, LoadPort, SourcePort } from '../machines/machine.ts';
import type { Plant } from '../plant/plant.ts';

export interface PortHeats {
  /** After a step was solved: works out the heat of all ports. */
  measure(): void;
  /** Heat of each port [W], positive as its balance counts it; places are given by the functions below. */
  readonly heat: Float64Array;
  /** Place of the heat that a load port's flow took up. */
  load(port: LoadPort): number;
  /** Place of the heat that a source took out of the flow through it. */
  source(port: SourcePort): number;
  /** Place of the heat carried off by outdoor air, less what evaporating make-up brought along. */
  ambient(port: AmbientPort): number;
}

/** Stands for the slot of a companion that is always one: the vapour that enters a condenser. */
const vapour = -1;

export function portHeats(plant: Plant): PortHeats {
  const { s, weather } = plant;
  const places = new Map<LoadPort | SourcePort | AmbientPort, number>();
  const circuits: CircuitPorts[] = [];
  let n = 0;
  for (const circuit of plant.circuits) {
    const slots: number[] = [];
    const first = n;
    const place = (port: LoadPort | SourcePort, from: State, to: State) => {
      places.set(port, n++);
      slots.push(port.flow, from.temperature, from.companion, to.temperature, to.companion);
    };
    for (const { port } of circuit.loads) {
      const inlet = { temperature: port.inlet, companion: port.companion };
      place(port, inlet, {
        temperature: port.outlet,
        companion: port.outletCompanion,
      });
    }
    for (const { port } of circuit.stages.flatMap((stage) => stage.sources)) {
      const inlet = {
        temperature: port.inlet,
        companion: port.fluid.phase === 'boiling' ? vapour : port.companion,
      };
      place(port, { temperature: port.outlet, companion: port.companion }, inlet);
    }
    const { fluid } = circuit;
    circuits.push({
      phase: fluid.phase,
      fluid,
      curve: fluid.enthalpyCurve(0),
      first,
      slots: Int32Array.from(slots),
    });
  }
  const ambients = plant.machines.flatMap(({ ambient }) => (ambient === undefined ? [] : [ambient]));
  ambients.forEach((port, i) => places.set(port, n + i));
  const heat = new Float64Array(n + ambients.length);

  function ambientHeat(port: AmbientPort, enthalpyIn: number): number {
    const gained = moistEnthalpy(s[port.outletTemperature]!, s[port.outletHumidityRatio]!) - enthalpyIn;
    const evaporated = s[port.evaporation]!;
    const brought = evaporated > 0 ? evaporated * water.enthalpy(s[port.makeUpTemperature]!, 0) : 0;
    return s[port.airFlow]! * gained - brought;
  }

  function measure(): void {
    for (let c = 0; c < circuits.length; c++) {
      const circuit = circuits[c]!;
      if (circuit.phase === 'liquid') liquidHeats(s, heat, circuit);
      else if (circuit.phase === 'air') airHeats(s, heat, circuit);
      else boilingHeats(s, heat, circuit);
    }
    if (ambients.length === 0) return;
    const enthalpyIn = moistEnthalpy(s[weather.dryBulb]!, s[weather.humidityRatio]!);
    for (let i = 0; i < ambients.length; i++) heat[n + i] = ambientHeat(ambients[i]!, enthalpyIn);
  }

  const placeOf = (port: LoadPort | SourcePort | AmbientPort): number => {
    const found = places.get(port);
    if (found === undefined) throw new RangeError('a port stands on no circuit of its plant');
    return found;
  };
  return { measure, heat, load: placeOf, source: placeOf, ambient: placeOf };
}

/** Ports of one circuit: places from `first` on, five slots each (flow, state before, state after the heat). */
interface CircuitPorts {
  readonly phase: Fluid['phase'];
  readonly fluid: Fluid;
  readonly curve: EnthalpyCurve;
  readonly first: number;
  readonly slots: Int32Array;
}

/** What enters is mostly the same for all ports: its enthalpy is kept. */
function liquidHeats(s: Float64Array, heat: Float64Array, { curve, first, slots }: CircuitPorts): void {
  let temperature = NaN;
  let enthalpy = NaN;
  for (let i = first, k = 0; k < slots.length; i++, k += 5) {
    const from = s[slots[k + 1]!]!;
    if (from !== temperature) {
      temperature = from;
      enthalpy = curveEnthalpy(curve, from);
    }
    heat[i] = s[slots[k]!]! * (curveEnthalpy(curve, s[slots[k + 3]!]!) - enthalpy);
  }
}

function airHeats(s: Float64Array, heat: Float64Array, { first, slots }: CircuitPorts): void {
  for (let i = first, k = 0; k < slots.length; i++, k += 5) {
    const from = moistEnthalpy(s[slots[k + 1]!]!, s[slots[k + 2]!]!);
    heat[i] = s[slots[k]!]! * (moistEnthalpy(s[slots[k + 3]!]!, s[slots[k + 4]!]!) - from);
  }
}

function boilingHeats(s: Float64Array, heat: Float64Array, { fluid, first, slots }: CircuitPorts): void {
  for (let i = first, k = 0; k < slots.length; i++, k += 5) {
    const toCompanion = slots[k + 4]! === vapour ? 1 : s[slots[k + 4]!]!;
    const enthalpy = fluid.enthalpy(s[slots[k + 1]!]!, s[slots[k + 2]!]!);
    heat[i] = s[slots[k]!]! * (fluid.enthalpy(s[slots[k + 3]!]!, toCompanion) - enthalpy);
  }
}

/** Slots of a state. */
interface State {
  readonly temperature: number;
  readonly companion: number;
}
