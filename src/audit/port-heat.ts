/**
 * Heat at every port of a plant, from flows and states alone: ṁ Δh with the
 * fluid's enthalpies, worked out once a step. A machine's own word for its
 * heat is never read. Used by the auditor, whose balances share it.
 */

import { air } from '../fluids/air.ts';
import type { Fluid } from '../fluids/fluid.ts';
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
  const fluids: Fluid[] = [];
  const slots: number[] = [];
  const places = new Map<LoadPort | SourcePort | AmbientPort, number>();

  function place(port: LoadPort | SourcePort, flow: number, from: State, to: State): void {
    places.set(port, fluids.length);
    fluids.push(port.fluid);
    slots.push(flow, from.temperature, from.companion, to.temperature, to.companion);
  }

  // Port after port of one circuit: what enters is mostly the same state.
  for (const circuit of plant.circuits) {
    for (const { port } of circuit.loads) {
      const inlet = { temperature: port.inlet, companion: port.companion };
      place(port, port.flow, inlet, { temperature: port.outlet, companion: port.outletCompanion });
    }
    for (const { port } of circuit.stages.flatMap((stage) => stage.sources)) {
      const inlet = { temperature: port.inlet, companion: port.fluid.phase === 'boiling' ? vapour : port.companion };
      place(port, port.flow, { temperature: port.outlet, companion: port.companion }, inlet);
    }
  }
  const ambients = plant.machines.flatMap(({ ambient }) => (ambient === undefined ? [] : [ambient]));
  ambients.forEach((port, i) => places.set(port, fluids.length + i));
  const slot = Int32Array.from(slots);
  const n = fluids.length;
  const heat = new Float64Array(n + ambients.length);

  function ambientHeat(port: AmbientPort, enthalpyIn: number): number {
    const gained = air.enthalpy(s[port.outletTemperature]!, s[port.outletHumidityRatio]!) - enthalpyIn;
    const evaporated = s[port.evaporation]!;
    const brought = evaporated > 0 ? evaporated * water.enthalpy(s[port.makeUpTemperature]!, 0) : 0;
    return s[port.airFlow]! * gained - brought;
  }

  function measure(): void {
    let fluid: Fluid | undefined;
    let temperature = NaN;
    let companion = NaN;
    let enthalpy = NaN;
    for (let i = 0, k = 0; i < n; i++, k += 5) {
      const from = s[slot[k + 1]!]!;
      const fromCompanion = s[slot[k + 2]!]!;
      if (from !== temperature || fromCompanion !== companion || fluids[i] !== fluid) {
        fluid = fluids[i]!;
        temperature = from;
        companion = fromCompanion;
        enthalpy = fluid.enthalpy(from, fromCompanion);
      }
      const toCompanion = slot[k + 4]! === vapour ? 1 : s[slot[k + 4]!]!;
      heat[i] = s[slot[k]!]! * (fluid!.enthalpy(s[slot[k + 3]!]!, toCompanion) - enthalpy);
    }
    if (ambients.length === 0) return;
    const enthalpyIn = air.enthalpy(s[weather.dryBulb]!, s[weather.humidityRatio]!);
    for (let i = 0; i < ambients.length; i++) heat[n + i] = ambientHeat(ambients[i]!, enthalpyIn);
  }

  const placeOf = (port: LoadPort | SourcePort | AmbientPort): number => {
    const found = places.get(port);
    if (found === undefined) throw new RangeError('a port stands on no circuit of its plant');
    return found;
  };
  return { measure, heat, load: placeOf, source: placeOf, ambient: placeOf };
}

/** Slots of a state. */
interface State {
  readonly temperature: number;
  readonly companion: number;
}
