/**
 * Networks that EPANET can read as well, with EPANET's own friction law: one
 * description, told to our solver and written as an INP file. Head in EPANET is
 * pressure over density and its own gravity.
 */

import { type BranchLiquid, pipeLaw, pumpLaw } from '../../src/physics/branch-laws.ts';
import { moverCurve } from '../../src/physics/fan-and-pump.ts';
import type { FlowLaw } from '../../src/physics/flow-law.ts';
import type { Pipe } from '../../src/physics/pipe-friction.ts';
import type { NetworkDescription } from '../../src/physics/network-description.ts';

export interface Junction {
  readonly name: string;
  /** Held head [m]. */
  readonly head?: number;
  /** [L/s] */
  readonly demand?: number;
}

export interface WitnessPipe extends Pipe {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly isShut?: boolean;
}

/** Head H₀ − (H₀ − H₁)(V/V₁)² [m, L/s]: three points, which EPANET joins by this very parabola. */
export interface WitnessPump {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly shutOffHead: number;
  readonly head: number;
  readonly flow: number;
}

export interface WitnessNetwork {
  readonly junctions: readonly Junction[];
  readonly pipes: readonly WitnessPipe[];
  readonly pumps: readonly WitnessPump[];
}

/** Water of EPANET's customary 1000 kg/m³ and 1 mm²/s. */
export const liquid: BranchLiquid = { density: 1000, viscosity: 1e-3 };

/** EPANET's g: 32.2 ft/s² [m/s²]. */
const gravity = 32.2 * 0.3048;

/**
 * Darcy's f as EPANET has it: laminar to Re 2000, Swamee and Jain from 4000 on, Dunlop's cubic between.
 *
 * L. A. Rossman et al., EPANET 2.2 User Manual, ch. 12 (table of friction formulas); read in the source of EPANET 2.2.
 */
export function epanetFriction(reynolds: number, relativeRoughness: number): number {
  if (reynolds <= 2000) return 64 / reynolds;
  const at = Math.max(reynolds, 4000);
  const smooth = 5.74 / at ** 0.9;
  const inside = relativeRoughness / 3.7 + smooth;
  const root = -0.86859 * Math.log(inside);
  const turbulent = 1 / (root * root);
  if (reynolds >= 4000) return turbulent;
  const ratio = reynolds / 2000;
  const fb = turbulent * (2 - 0.00514215 / (inside * root));
  const x1 = 7 * turbulent - fb;
  const x2 = 0.128 - 17 * turbulent + 2.5 * fb;
  const x3 = -0.128 + 13 * turbulent - 2 * fb;
  const x4 = ratio * (0.032 - 3 * turbulent + 0.5 * fb);
  return x1 + ratio * (x2 + ratio * (x3 + x4));
}

/** A pipe by EPANET's friction; the slope by a difference, which is enough for the steps. */
export function epanetPipeLaw(pipe: Pipe): FlowLaw {
  const area = (Math.PI / 4) * pipe.diameter ** 2;
  const drop = (flow: number): number => {
    if (flow === 0) return 0;
    const reynolds = (4 * Math.abs(flow)) / (Math.PI * pipe.diameter * liquid.viscosity);
    const friction = (epanetFriction(reynolds, pipe.roughness / pipe.diameter) * pipe.length) / pipe.diameter;
    return ((friction + pipe.lossCoefficient) * flow * Math.abs(flow)) / (2 * liquid.density * area * area);
  };
  return {
    ...pipeLaw(pipe, liquid),
    add(flow, _setting, sum) {
      const step = 1e-6 * Math.max(Math.abs(flow), 1e-6);
      sum[0] += drop(flow);
      sum[1] += (drop(flow + step) - drop(flow - step)) / (2 * step);
    },
  };
}

export const ownPipeLaw = (pipe: Pipe): FlowLaw => pipeLaw(pipe, liquid);

function parabolaPump({ shutOffHead, head, flow }: WitnessPump): FlowLaw {
  const steps = Array.from({ length: 201 }, (_, i) => i / 100);
  const perHead = liquid.density * gravity;
  const curve = moverCurve(
    steps.map((share) => (share * flow) / 1000),
    steps.map((share) => perHead * (shutOffHead - (shutOffHead - head) * share * share)),
  );
  return pumpLaw(curve, liquid.density, 1);
}

export function describedNetwork(network: WitnessNetwork, law: (pipe: Pipe) => FlowLaw): NetworkDescription {
  const shut = { leastFlow: () => 0, mostFlow: () => 0 };
  return {
    nodes: network.junctions.map(({ name, head, demand }) => ({
      name,
      ...(head === undefined ? {} : { pressure: head * liquid.density * gravity }),
      ...(demand === undefined ? {} : { outflow: (demand * liquid.density) / 1000 }),
    })),
    branches: [
      ...network.pipes.map(({ name, from, to, isShut, ...pipe }) => ({
        name,
        from,
        to,
        law: isShut === true ? { ...law(pipe), ...shut } : law(pipe),
      })),
      ...network.pumps.map((pump) => ({ name: pump.name, from: pump.from, to: pump.to, law: parabolaPump(pump) })),
    ],
  };
}

/** The INP file: litres per second, metres, millimetres. */
export function inpText({ junctions, pipes, pumps }: WitnessNetwork): string {
  const free = junctions.filter(({ head }) => head === undefined);
  const held = junctions.filter(({ head }) => head !== undefined);
  const curve = ({ name, shutOffHead, head, flow }: WitnessPump): readonly string[] => [
    `C${name} 0 ${shutOffHead}`,
    `C${name} ${flow} ${head}`,
    `C${name} ${2 * flow} ${shutOffHead - 4 * (shutOffHead - head)}`,
  ];
  return [
    '[JUNCTIONS]',
    ...free.map(({ name, demand }) => `${name} 0 ${demand ?? 0}`),
    '[RESERVOIRS]',
    ...held.map(({ name, head }) => `${name} ${head}`),
    '[PIPES]',
    ...pipes.map(
      ({ name, from, to, length, diameter, roughness, lossCoefficient, isShut }) =>
        `${name} ${from} ${to} ${length} ${diameter * 1000} ${roughness * 1000} ${lossCoefficient} ${isShut === true ? 'CLOSED' : 'OPEN'}`,
    ),
    '[PUMPS]',
    ...pumps.map(({ name, from, to }) => `${name} ${from} ${to} HEAD C${name}`),
    '[CURVES]',
    ...pumps.flatMap(curve),
    '[OPTIONS]',
    'UNITS LPS',
    'HEADLOSS D-W',
    'VISCOSITY 1e-6',
    'ACCURACY 0.00001',
    'FLOWCHANGE 0.0000001',
    'TRIALS 500',
    '[TIMES]',
    'DURATION 0',
    '[END]',
  ].join('\n');
}
