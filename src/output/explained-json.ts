/**
 * An explained hour as one JSON document in which every quantity is
 * `{ "value": 1.087, "unit": "1" }`; what does not apply is null.
 */

import type { Closure } from '../audit/audit.ts';
import { jsonQuantity, type Quantity } from '../units.ts';
import type { ExplainedChips } from './explained-chips.ts';
import type { ExplainedCircuit } from './explained-circuit.ts';
import type { ExplainedHour } from './explained-hour.ts';
import type { Reading } from './reading.ts';
import type { ExplainedMachine } from './explained-machine.ts';

/** The hour as a plain object for `JSON.stringify`. */
export function explainedJson(hour: ExplainedHour): object {
  return {
    scenario: hour.scenario,
    title: hour.title,
    hour: hour.hour,
    at: hour.at.slice('2001-'.length),
    site: hour.site,
    weather: readingsJson(hour.weather),
    loads: readingsJson(hour.loads),
    chips: hour.chips.map(chipsJson),
    circuits: hour.circuits.map(circuitJson),
    machines: hour.machines.map(machineJson),
    power: readingsJson(hour.power),
    balances: hour.balances.map(balanceJson),
    passes: hour.passes,
  };
}

/** Null for what is not finite, which JSON cannot say. */
function quantity(value: number, of: Quantity): { readonly value: number | null; readonly unit: string } {
  return Number.isFinite(value) ? jsonQuantity(value, of) : { value: null, unit: jsonQuantity(0, of).unit };
}

function readingsJson(readings: readonly Reading[]): object {
  return Object.fromEntries(
    readings.map(({ key, label, value, quantity: of }) => [key, { ...quantity(value, of), about: label.trim() }]),
  );
}

function chipsJson(chips: ExplainedChips): object {
  return {
    racks: chips.racks,
    title: chips.title,
    count: chips.count,
    chipPower: quantity(chips.chipPower, 'power'),
    delivered: quantity(chips.delivered, 'fraction'),
    junctionLimit: quantity(chips.junctionLimit, 'temperature'),
    caseLimit: quantity(chips.caseLimit, 'temperature'),
    steps: chips.steps.map(({ name, temperature, rise, resistance }) => ({
      name,
      temperature: quantity(temperature, 'temperature'),
      rise: quantity(rise, 'temperature difference'),
      resistance: quantity(resistance, 'thermal resistance'),
    })),
  };
}

function circuitJson({ name, fluid, phase, rules, readings, ports, limits }: ExplainedCircuit): object {
  return {
    name,
    fluid,
    phase,
    rules,
    limits,
    ...readingsJson(readings),
    ports: ports.map(({ machine, role, place, flow, inlet, outlet, heat }) => ({
      machine,
      role,
      ...(place === '' ? {} : { place }),
      flow: quantity(flow, 'mass flow'),
      inlet: quantity(inlet, 'temperature'),
      outlet: quantity(outlet, 'temperature'),
      heat: quantity(heat, 'heat flow'),
    })),
  };
}

function machineJson({ name, kind, title, ideal, limits, shareOfSize, size, readings }: ExplainedMachine): object {
  return {
    name,
    kind,
    title,
    ...(ideal ? { ideal } : {}),
    limits,
    ...(shareOfSize === undefined ? {} : { shareOfSize: quantity(shareOfSize, 'fraction'), size }),
    readings: readingsJson(readings),
  };
}

function balanceJson({ owner, equation, into, out, worst }: Closure): object {
  const isWater = equation.startsWith('make-up');
  const side = (value: number) => (isWater ? { value, unit: 'kg/h' } : quantity(value, 'heat flow'));
  return { owner, equation, in: side(into), out: side(out), open: { value: worst, unit: '1' } };
}
