/**
 * Quasi-steady solve of one step: passes outwards (what the loads give) and
 * inwards (what the ambient allows), until nothing moves by more than 1e-9 of
 * the circuit's heat or temperature rise. The last step's state is the guess,
 * so an ordinary hour takes two or three passes.
 */

import { NotConvergedError, type Residual } from '../errors.ts';
import type { Circuit, Plant } from '../plant/plant.ts';
import { type CircuitBalance, sensibleBalance } from './circuit-balance.ts';
import { hallHumidity } from './hall-humidity.ts';
import { outletStates } from './outlet-states.ts';
import { ownLoads } from './own-loads.ts';
import { sealedBalance } from './sealed-balance.ts';
import { ventedBalance } from './vented-balance.ts';

const passLimit = 100;

/** What moved less than this in a pass stands still, parts of heat and of temperature rise. */
const still = 3e-10;
/** The same where movements shrink so fast from pass to pass that the next would be below `still`. */
const nearlyStill = 3e-8;

/** Whether the states are within 1e-9 of where passes lead: by the last movement, or by it and how much smaller it is than the one before. */
function atRest(moved: number, before: number): boolean {
  return moved <= still || (moved <= nearlyStill && moved * moved <= still * before);
}

/** Solves the step whose weather and utilisation stand in the plant's slots. */
export function steadySolver(plant: Plant): () => void {
  const { s } = plant;
  const balances: CircuitBalance[] = [];
  for (const circuit of plant.circuits) {
    const inner = balances.filter((_, i) => feeds(plant, plant.circuits[i]!, circuit));
    balances.push(balanceOf(plant, circuit, inner));
  }
  const machines = plant.machines.map((placed) => placed.machine);
  const begins = machines.flatMap((machine) => (machine.begin ? [machine.begin.bind(machine)] : []));
  const askLoads = ownLoads(plant);
  /** Rooms are asked when their circuit's turn comes: then this pass knows most of the losses. */
  const rooms = plant.circuits.map((circuit) =>
    plant.machines.flatMap(({ machine, gathersLosses, loads }) =>
      machine.load && gathersLosses && loads[0]?.circuit === circuit.name ? [machine.load.bind(machine)] : [],
    ),
  );
  const finishes = machines.flatMap((machine) => (machine.finish ? [machine.finish.bind(machine)] : []));
  const reaches = plant.circuits.map((circuit) => ({
    slot: circuit.slots.reach,
    asked: circuit.stages
      .flatMap((stage) => stage.sources)
      .map((source) => machines[source.machine]!)
      .filter((machine) => machine.reach !== undefined),
  }));
  const moisten = hallHumidity(plant);
  const settle = outletStates(plant);
  const last = balances.length - 1;
  const { utility } = plant.power.slots;

  function reach(): void {
    for (let c = reaches.length - 1; c >= 0; c--) {
      const { slot, asked } = reaches[c]!;
      let coldest = Infinity;
      for (let j = 0; j < asked.length; j++) coldest = Math.min(coldest, asked[j]!.reach!());
      s[slot] = coldest;
    }
  }

  function askRooms(c: number): void {
    const here = rooms[c]!;
    if (here.length === 0) return;
    plant.power.solve();
    for (let i = 0; i < here.length; i++) here[i]!();
  }

  return () => {
    for (let i = 0; i < begins.length; i++) begins[i]!();
    moisten();
    reach();
    for (let c = 0; c <= last; c++) balances[c]!.start();
    let pass = 0;
    let moved = Infinity;
    let drawn = s[utility]!;
    let before = Infinity;
    while (!atRest(moved, before)) {
      if (pass === passLimit) throw notConverged(plant);
      s[plant.passes] = ++pass;
      for (let c = 0; c <= last; c++) balances[c]!.feed();
      askLoads(pass);
      for (let c = 0; c <= last; c++) {
        askRooms(c);
        balances[c]!.outward();
      }
      for (let c = last; c >= 0; c--) balances[c]!.inward();
      plant.power.solve();
      before = moved;
      moved = Math.abs(s[utility]! - drawn) / drawn;
      drawn = s[utility]!;
      for (let c = 0; c <= last; c++) {
        const movement = balances[c]!.movement();
        if (!(movement <= moved)) moved = movement;
      }
    }
    for (let c = 0; c <= last; c++) {
      askRooms(c);
      balances[c]!.close();
    }
    settle();
    for (let i = 0; i < finishes.length; i++) finishes[i]!();
    plant.power.solve();
  };
}

/** By the phase of the circuit's fluid, and whether it boils under the pressure outdoors or its own. */
function balanceOf(plant: Plant, circuit: Circuit, inner: readonly CircuitBalance[]): CircuitBalance {
  if (circuit.fluid.phase !== 'boiling') return sensibleBalance(plant, circuit, inner);
  return circuit.sealed === undefined ? ventedBalance(plant, circuit) : sealedBalance(plant, circuit);
}

/** Whether a machine takes heat from the one circuit to the other. */
function feeds(plant: Plant, from: Circuit, to: Circuit): boolean {
  return from.stages.some((stage) =>
    stage.sources.some((source) => plant.machines[source.machine]!.loads.some((load) => load.circuit === to.name)),
  );
}

function notConverged(plant: Plant): NotConvergedError {
  const { s } = plant;
  const residuals: Residual[] = plant.circuits.map((circuit) => {
    let taken = 0;
    for (const { sources } of circuit.stages) for (const { port } of sources) taken += s[port.duty]!;
    const value = s[circuit.slots.heat]! + s[circuit.slots.moverHeat]! - taken;
    return { owner: circuit.name, equation: 'heat of loads and mover against sources', value, unit: 'W' };
  });
  const broken = residuals.filter((r) => !(Math.abs(r.value) < 1e-6));
  return new NotConvergedError('the hour did not come to rest', broken.length > 0 ? broken : residuals);
}
