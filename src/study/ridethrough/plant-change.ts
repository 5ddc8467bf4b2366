/**
 * What a ride-through may change of a plant, each as a scenario like the one
 * before with one thing otherwise: what a circuit holds, what hangs on the UPS,
 * how many units stand by. Nothing is changed in place.
 */

import type { Circuit, Plant } from '../../plant/plant.ts';
import type { DescribedCircuit, DescribedMachine } from '../../scenario/description.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { circuitDynamicsParameters, transientParameters, type TransientValues } from '../../scenario/transient.ts';
import { type CircuitDynamics, defaultsOf, moversOf, transientSettings } from '../../solver/transient/settings.ts';
import type { PreparedScenario } from '../scenario-run.ts';

/** A prepared scenario with the transient that it is to run through. */
export interface Case {
  readonly prepared: PreparedScenario;
  readonly transient: TransientValues;
}

/** The transient of a scenario, or the one of a scenario that says nothing of it. */
export function transientOf(scenario: Scenario): TransientValues {
  return scenario.transient ?? defaultsOf(transientParameters);
}

/** Another supply volume [m³], or another time on the way to the loads [s]. */
export function withBuffer(
  { prepared, transient }: Case,
  circuit: string,
  change: Partial<Pick<CircuitDynamics, 'supplyVolume' | 'supplyDelay'>>,
): Case {
  const before = transient.circuits?.[circuit] ?? defaultsOf(circuitDynamicsParameters);
  const circuits = { ...transient.circuits, [circuit]: { ...before, ...change } };
  return { prepared, transient: { ...transient, circuits } };
}

/** A store that stands on a circuit: its name, volume [m³], and how much warmer it is spent than charged [K]. */
export interface Tank {
  readonly name: string;
  readonly volume: number;
  readonly rise: number;
}

/** The first tank of a circuit; undefined where there is none. */
export function tankOn({ prepared }: Case, circuit: string): Tank | undefined {
  for (const { name, kind, values, source } of prepared.scenario.machines) {
    if (kind.store === undefined || source?.on !== circuit) continue;
    return { name, volume: values[kind.store.volume] as number, rise: values[kind.store.rise] as number };
  }
  return undefined;
}

/** Another volume of what buffers a circuit [m³]: of its tank, or where it has none of its supply. */
export function withVolume(subject: Case, circuit: string, volume: number): Case {
  const tank = tankOn(subject, circuit);
  if (tank === undefined) return withBuffer(subject, circuit, { supplyVolume: volume });
  const machines = subject.prepared.scenario.machines.map((machine): DescribedMachine =>
    machine.name === tank.name
      ? { ...machine, values: { ...machine.values, [machine.kind.store!.volume]: volume } }
      : machine,
  );
  return withScenario(subject, { machines });
}

/** Batteries for another time at the design load [s]. */
export function withBatteries({ prepared, transient }: Case, ups: number): Case {
  return { prepared, transient: { ...transient, ups } };
}

/** Exactly these of the switchable movers and machines on the UPS, the others on the mechanical board. */
export function withSupplied(subject: Case, switchable: readonly string[], onUps: readonly string[]): Case {
  const board = (name: string) => (onUps.includes(name) ? 'ups' : 'mechanical');
  const circuits = subject.prepared.scenario.circuits.map((circuit): DescribedCircuit => {
    const { mover } = circuit.values;
    if (mover === undefined || !switchable.includes(circuit.name)) return circuit;
    return { ...circuit, values: { ...circuit.values, mover: { ...mover, supplied: board(circuit.name) } } };
  });
  const machines = subject.prepared.scenario.machines.map((machine): DescribedMachine =>
    switchable.includes(machine.name) ? { ...machine, supplied: board(machine.name) } : machine,
  );
  return withScenario(subject, { circuits, machines });
}

/** Movers of circuits and machines that cool one, as far as they take electricity: what may hang on either board. */
export function switchables(plant: Plant): readonly { readonly name: string; readonly supplied: string }[] {
  const cooling = plant.machines.filter((placed) => placed.source !== undefined).map((placed) => placed.name);
  const names = [
    ...plant.circuits.filter((circuit) => circuit.mover !== undefined).map(({ name }) => name),
    ...cooling,
  ];
  return names.flatMap((name) => {
    const meter = plant.meters.find(({ owner }) => owner === name);
    return meter === undefined ? [] : [{ name, supplied: meter.supplied }];
  });
}

/** Units that carry the design load, and what stands by. */
export interface Fleet {
  readonly name: string;
  readonly needed: number;
  readonly spare: number;
}

/** The fleet of that name: units of a machine, or movers of a circuit; undefined where it has no such number. */
export function fleetOf({ prepared, transient }: Case, plant: Plant, name: string): Fleet | undefined {
  const machine = prepared.scenario.machines.find((described) => described.name === name);
  const { units, spare } = (machine?.values ?? {}) as { units?: number; spare?: number };
  if (units !== undefined && spare !== undefined) return { name, needed: units, spare };
  const circuit = plant.circuits.find((placed) => placed.name === name);
  return circuit?.mover === undefined ? undefined : moverFleet(circuit, transient);
}

function moverFleet(circuit: Circuit, transient: TransientValues): Fleet {
  const installed = moversOf(circuit, transientSettings(transient).circuit(circuit.name));
  const margin = circuit.mover!.ratedFlow / circuit.design.flow;
  const needed = Math.max(1, Math.round(installed / margin));
  return { name: circuit.name, needed, spare: installed - needed };
}

/** The same fleet with other spare units; all run and share. */
export function withFleet(subject: Case, { name, needed, spare }: Fleet): Case {
  const machines = subject.prepared.scenario.machines.map((machine): DescribedMachine =>
    machine.name === name ? { ...machine, values: { ...machine.values, units: needed, spare } } : machine,
  );
  if (machines.some((machine) => machine.name === name)) return withScenario(subject, { machines });
  const circuits = subject.prepared.scenario.circuits.map((circuit): DescribedCircuit => {
    const { mover } = circuit.values;
    if (circuit.name !== name || mover === undefined) return circuit;
    return { ...circuit, values: { ...circuit.values, mover: { ...mover, margin: (needed + spare) / needed } } };
  });
  const before = subject.transient.circuits?.[name] ?? defaultsOf(circuitDynamicsParameters);
  const dynamics = { ...subject.transient.circuits, [name]: { ...before, movers: needed + spare } };
  return {
    ...withScenario(subject, { circuits }),
    transient: { ...subject.transient, circuits: dynamics },
  };
}

function withScenario(subject: Case, change: Partial<Scenario>): Case {
  return { ...subject, prepared: { ...subject.prepared, scenario: { ...subject.prepared.scenario, ...change } } };
}
