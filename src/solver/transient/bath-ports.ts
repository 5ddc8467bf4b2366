/**
 * The ports of a boiling bath: loads and condensers all stand in one
 * temperature, and flows are heat over the latent heat, unless a pump drives them. Vented and sealed baths and pumped
 * loops share it.
 */

import type { Circuit, Plant } from '../../plant/plant.ts';
import { type CircuitDynamics, headerMasses, racksOn } from './settings.ts';

export interface BathPorts {
  /** Brings the circuit and its loads to a temperature of saturation [K], pumps driving so much [1]. */
  stand(boiling: number, drive: number): void;
  /** Adds up the heat of the loads. */
  gather(): void;
  /** Heat that the condensers took [W]; writes their flows. */
  condensed(): number;
  /** At the temperature that the bath stands at [J/kg]. */
  latentHeat(): number;
}

export function bathPorts(plant: Plant, circuit: Circuit): BathPorts {
  const { s } = plant;
  const { slots } = circuit;
  const saturation = circuit.fluid.saturation!;
  const loads = circuit.loads.map((load) => load.port);
  const sources = circuit.stages.flatMap((stage) => stage.sources.map(({ port }) => port));
  const memory = { latentHeat: NaN };

  return {
    stand(boiling, drive) {
      memory.latentHeat = saturation.latentHeat(boiling);
      s[slots.supply] = s[slots.sourceInlet] = s[slots.loadInlet] = s[slots.returned] = boiling;
      s[slots.companion] = 0;
      for (let i = 0; i < loads.length; i++) {
        const port = loads[i]!;
        s[port.inlet] = boiling;
        s[port.companion] = 0;
        s[port.drive] = drive;
      }
    },
    gather() {
      let heat = 0;
      for (let i = 0; i < loads.length; i++) heat += s[loads[i]!.heat]!;
      s[slots.heat] = heat;
      s[slots.loadFlow] = s[slots.sourceFlow] = heat / memory.latentHeat;
    },
    condensed() {
      let duty = 0;
      for (let i = 0; i < sources.length; i++) {
        const port = sources[i]!;
        duty += s[port.duty]!;
        s[port.flow] = s[port.duty]! / memory.latentHeat;
      }
      return duty;
    },
    latentHeat: () => memory.latentHeat,
  };
}

const reservePerTank = 20;

/** Part of a pumped loop's liquid that its receiver can lose before the pump draws vapour [1]. */
const receiverShare = 0.5;

/** Liquid above the highest chip or the pump's inlet [kg], written, a part of a loop, or so much for each tank. */
export function reserveOf(plant: Plant, circuit: Circuit, dynamics: CircuitDynamics): number {
  if (circuit.mover !== undefined) {
    const { supply } = headerMasses(plant, circuit, dynamics, circuit.fluid.density(circuit.supply));
    return dynamics.reserve ?? receiverShare * supply;
  }
  return dynamics.reserve ?? reservePerTank * Math.max(1, racksOn(plant, circuit));
}

/** What a bath has nothing of: pipes, and an enthalpy that enters a first source. */
export const noPipes = {
  delays: [],
  pipeEnergy: () => 0,
  pipeRate: () => 0,
  longestStep: () => Infinity,
  accept: () => undefined,
  entering: () => NaN,
} as const;
