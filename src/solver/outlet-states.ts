/**
 * States that nobody needs while an hour is looked for: what leaves loads and
 * sources, and the mixed return. From flows, heats and inlets of the hour as
 * it stands, so that ṁ Δh of a port is its heat to rounding.
 */

import { curveEnthalpy, curveTemperature, type EnthalpyCurve } from '../fluids/enthalpy-curve.ts';
import type { Circuit, Plant } from '../plant/plant.ts';

/** Fills in the outlet states of all circuits. */
export function outletStates(plant: Plant): () => void {
  const circuits = plant.circuits.map((circuit) =>
    circuit.fluid.phase === 'boiling' ? boilingOutlets(plant, circuit) : sensibleOutlets(plant, circuit),
  );
  return () => {
    for (let c = 0; c < circuits.length; c++) circuits[c]!();
  };
}

/** Outlets of ports side by side: `heatSign` 1 where the heat goes into the flow. */
interface Ports {
  readonly flow: Int32Array;
  readonly heat: Int32Array;
  readonly inlet: Int32Array;
  readonly outlet: Int32Array;
  readonly outletCompanion: Int32Array;
  readonly heatSign: 1 | -1;
}

function sensibleOutlets(plant: Plant, circuit: Circuit): () => void {
  const { s } = plant;
  const { slots } = circuit;
  const { curve } = circuit;
  const loads = portsOf(
    circuit.loads.map(({ port }) => ({
      ...port,
      companion: port.outletCompanion,
    })),
    1,
  );
  const sources = portsOf(
    circuit.stages.flatMap((stage) => stage.sources.map(({ port }) => ({ ...port, heat: port.duty }))),
    -1,
  );

  return () => {
    const moisture = s[slots.companion]!;
    const flow = s[slots.loadFlow]!;
    const entering = curveEnthalpy(curve, s[slots.loadInlet]!);
    s[slots.returned] = flow > 0 ? curveTemperature(curve, entering + s[slots.heat]! / flow) : s[slots.supply]!;
    fillOutlets(s, loads, curve, moisture);
    fillOutlets(s, sources, curve, moisture);
  };
}

/** Port after port; the inlet's enthalpy is kept for ports that are entered by the same. */
function fillOutlets(s: Float64Array, ports: Ports, curve: EnthalpyCurve, moisture: number): void {
  const { flow, heat, inlet, outlet, outletCompanion, heatSign } = ports;
  let temperature = NaN;
  let enthalpy = NaN;
  for (let i = 0; i < flow.length; i++) {
    const through = s[flow[i]!]!;
    const entering = s[inlet[i]!]!;
    s[outletCompanion[i]!] = moisture;
    if (!(through > 0)) {
      s[outlet[i]!] = entering;
      continue;
    }
    if (entering !== temperature) {
      temperature = entering;
      enthalpy = curveEnthalpy(curve, entering);
    }
    s[outlet[i]!] = curveTemperature(curve, enthalpy + (heatSign * s[heat[i]!]!) / through);
  }
}

function portsOf(
  ports: readonly {
    readonly flow: number;
    readonly heat: number;
    readonly inlet: number;
    readonly outlet: number;
    readonly companion: number;
  }[],
  heatSign: 1 | -1,
): Ports {
  const column = (field: keyof (typeof ports)[number]) => Int32Array.from(ports, (port) => port[field]);
  return {
    flow: column('flow'),
    heat: column('heat'),
    inlet: column('inlet'),
    outlet: column('outlet'),
    outletCompanion: column('companion'),
    heatSign,
  };
}

/** All at the temperature of boiling; loads give vapour of some quality, condensers liquid. */
function boilingOutlets(plant: Plant, circuit: Circuit): () => void {
  const { s } = plant;
  const { fluid, slots } = circuit;
  const sources = circuit.stages.flatMap((stage) => stage.sources);

  return () => {
    const supply = s[slots.supply]!;
    const latent = fluid.enthalpy(supply, 1) - fluid.enthalpy(supply, s[slots.companion]!);
    s[slots.returned] = supply;
    for (const { port } of circuit.loads) {
      const taken = s[port.flow]!;
      s[port.outlet] = s[port.inlet]!;
      s[port.outletCompanion] = taken > 0 ? s[port.heat]! / taken / latent : s[slots.companion]!;
    }
    for (const { port } of sources) {
      s[port.outlet] = s[port.inlet]!;
      s[port.companion] = s[slots.companion]!;
    }
  };
}
