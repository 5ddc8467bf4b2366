/**
 * What must hold of each circuit by itself: it is fed and cooled, one rule
 * sets its flow, one value its supply, nothing is written that it has no use
 * for, and machines of one stage agree. Used by the check of the wiring.
 */

import type { Fault } from '../errors.ts';
import type { DescribedCircuit, DescribedMachine, PlantDescription } from '../scenario/description.ts';

type FaultAt = (path: string, message: string) => void;

/** Pushes every fault of one circuit. */
export function checkCircuit(described: PlantDescription, circuit: DescribedCircuit, faults: Fault[]): void {
  const fault: FaultAt = (path, message) => void faults.push(described.fault(path, message));
  const isSource = ({ kind, source }: DescribedMachine) =>
    source?.on === circuit.name && kind.ports.some((port) => port.role === 'source');
  const sources = described.machines.filter(isSource);
  const loads = described.machines.filter((machine) => machine.loads.some((load) => load.on === circuit.name));
  checkEnds(circuit, sources, loads, fault);
  checkPhase(circuit, fault);
  if (circuit.fluid.phase === 'boiling') checkBoiling(circuit, fault);
  else {
    checkFlow(circuit, fault);
    checkRange(circuit, fault);
    checkSupply(circuit, fault);
  }
  const stages = [...new Set(sources.map((machine) => machine.source!.stage))];
  for (const number of stages) {
    const stage = sources.filter((machine) => machine.source!.stage === number);
    if (stage.length > 1) checkStage(circuit, stage, fault);
  }
}

function checkEnds(
  { name }: DescribedCircuit,
  sources: readonly DescribedMachine[],
  loads: readonly DescribedMachine[],
  fault: FaultAt,
): void {
  const path = `circuits.${name}`;
  if (loads.length === 0 && sources.length === 0) fault(path, 'dangles: no machine is on it');
  else if (loads.length === 0) fault(path, `has no load: only ${namesOf(sources)} would cool it`);
  else if (sources.length === 0) fault(path, `has no source: nothing takes away the heat of ${namesOf(loads)}`);
}

/** Words that only some fluids have a use for. */
function checkPhase({ name, fluid, values }: DescribedCircuit, fault: FaultAt): void {
  const at = (word: string) => `circuits.${name}.${word}`;
  if (fluid.phase !== 'air') {
    for (const word of ['bypass', 'recirculation'] as const)
      if (values[word] !== 0) fault(at(word), `is of air circuits only; ${name} carries ${fluid.id} (${fluid.phase})`);
  } else if (values.supply !== undefined && !(values.dewPoint < values.supply)) {
    fault(at('dewPoint'), `found ${celsius(values.dewPoint)}; wanted below the supply of ${celsius(values.supply)}`);
  }
  if (fluid.phase === 'boiling') return;
  if (values.tank === 'sealed') fault(at('tank'), `is of boiling circuits only; ${name} carries ${fluid.id}`);
  if (values.reliefPressure !== undefined)
    fault(at('reliefPressure'), `is of boiling circuits only; ${name} carries ${fluid.id}`);
}

/** A vented circuit sets nothing; a sealed one its set point and relief, and a pump where there is one. */
function checkBoiling(circuit: DescribedCircuit, fault: FaultAt): void {
  const { name, fluid, values } = circuit;
  const at = (word: string) => `circuits.${name}.${word}`;
  if (values.tank === 'vented') {
    for (const word of ['supply', 'approach', 'flow', 'mover', 'reset', 'reliefPressure'] as const)
      if (values[word] !== undefined)
        fault(
          at(word),
          `is not for a vented boiling circuit: ${fluid.id} boils at the site's pressure and flows by itself; a sealed one has it`,
        );
    return;
  }
  for (const word of ['approach', 'reset'] as const)
    if (values[word] !== undefined)
      fault(at(word), 'is not for a sealed boiling circuit; write supply, the coldest saturation it is kept at');
  if (values.control !== 'fixed') fault(at('control'), `found ${values.control}; a sealed boiling circuit is fixed`);
  checkPump(circuit, fault);
  checkRange(circuit, fault);
  checkRelief(circuit, fault);
}

/** Liquid is pumped at a constant flow or by the loads' valves; without a flow rule it flows by itself. */
function checkPump({ name, values }: DescribedCircuit, fault: FaultAt): void {
  const rules = Object.entries(values.flow ?? {}).flatMap(([rule, value]) => (value === undefined ? [] : [rule]));
  const path = `circuits.${name}.flow`;
  if (rules.length > 1) fault(path, `found ${rules.length} flow rules (${rules.join(', ')}); exactly one is wanted`);
  if (rules.includes('rise')) fault(path, 'boiling does not warm: wanted { constant } or { by: loads }');
  if (values.mover !== undefined && rules.length === 0)
    fault(`circuits.${name}.mover`, 'has a pump but no flow rule; write flow: { constant } or { by: loads }');
}

function checkRelief({ name, fluid, values }: DescribedCircuit, fault: FaultAt): void {
  const { supply, reliefPressure } = values;
  const path = `circuits.${name}`;
  const { pressure } = fluid.saturation!;
  if (supply === undefined) fault(path, 'is sealed but has no supply; write the coldest saturation it is kept at');
  if (reliefPressure === undefined) fault(path, 'is sealed but has no reliefPressure; write where its valve opens');
  if (supply === undefined || reliefPressure === undefined || supply < fluid.range[0] || supply > fluid.range[1])
    return;
  const [least, most] = [pressure(supply), pressure(fluid.range[1])];
  if (reliefPressure >= least * (1 - 1e-12) && reliefPressure <= most) return;
  fault(
    `${path}.reliefPressure`,
    `found ${kilopascal(reliefPressure)}; wanted ${kilopascal(least)} (saturation at supply) to ${kilopascal(most)}, where ${fluid.id} is known`,
  );
}

function checkFlow({ name, values }: DescribedCircuit, fault: FaultAt): void {
  const rules = Object.entries(values.flow ?? {}).flatMap(([rule, value]) => (value === undefined ? [] : [rule]));
  const wanted = 'exactly one of flow: { constant }, { rise }, { by: loads }, { differentialPressure }';
  if (rules.length === 0) fault(`circuits.${name}`, `has no flow rule; write ${wanted}`);
  if (rules.length > 1)
    fault(`circuits.${name}.flow`, `found ${rules.length} flow rules (${rules.join(', ')}); exactly one is wanted`);
}

/** Every temperature the circuit may be asked for is one its fluid bears. */
function checkRange({ name, fluid, values }: DescribedCircuit, fault: FaultAt): void {
  const [coldest, warmest] = fluid.range;
  const asked = [
    ['supply', values.supply],
    ['floor', values.control === 'warmest' ? values.floor : undefined],
    ['reset.coldest', values.reset?.coldest],
  ] as const;
  for (const [word, temperature] of asked) {
    if (temperature === undefined || (temperature >= coldest && temperature <= warmest)) continue;
    const wanted = `${celsius(coldest)} to ${celsius(warmest)}, where ${fluid.id} is known`;
    fault(`circuits.${name}.${word}`, `found ${celsius(temperature)}; wanted ${wanted}`);
  }
}

function checkSupply({ name, values }: DescribedCircuit, fault: FaultAt): void {
  const path = `circuits.${name}`;
  const { supply, approach, control, floor, reset } = values;
  if (supply === undefined && approach === undefined)
    fault(path, 'has neither supply nor approach; one of them is wanted');
  if (supply !== undefined && approach !== undefined)
    fault(path, 'has both supply and approach; one of them is wanted');
  if (control === 'warmest' && supply !== undefined && floor > supply)
    fault(
      `${path}.floor`,
      `found ${celsius(floor)}, above the supply of ${celsius(supply)}; wanted at most the supply`,
    );
  if (control === 'wet-bulb reset' && reset === undefined)
    fault(path, 'control is wet-bulb reset but there is no reset: { coldest, fromWetBulb, toWetBulb }');
  if (reset === undefined) return;
  if (control !== 'wet-bulb reset')
    fault(`${path}.reset`, `has no use where control is ${control}; write control: wet-bulb reset`);
  if (!(reset.toWetBulb > reset.fromWetBulb)) fault(`${path}.reset`, 'toWetBulb must lie above fromWetBulb');
  if (supply !== undefined && reset.coldest > supply)
    fault(`${path}.reset.coldest`, `found ${celsius(reset.coldest)}, above the supply of ${celsius(supply)}`);
}

/** Sources of one stage share it by written parts, or equally when they are of one kind. */
function checkStage(circuit: DescribedCircuit, stage: readonly DescribedMachine[], fault: FaultAt): void {
  const path = `machines.${stage[1]!.name}.source`;
  const where = `stage ${stage[0]!.source!.stage} of circuit ${circuit.name}`;
  const names = namesOf(stage, ' and ');
  const shares = stage.flatMap((machine) => machine.source!.share ?? []);
  const sum = shares.reduce((total, share) => total + share, 0);
  const kinds = new Set(stage.map((machine) => machine.kind.kind));
  if (shares.length === 0 && kinds.size > 1)
    fault(path, `${names} fight for ${where}; give each a share, or stages of their own`);
  if (shares.length > 0 && (shares.length < stage.length || Math.abs(sum - 1) > 1e-9))
    fault(path, `shares of ${names} in ${where} must all be written and add up to 100 %`);
  const manners = new Set(stage.map((machine) => `${machine.source!.flowShare} ${machine.source!.exclusive}`));
  if (manners.size > 1) fault(path, `${names} share ${where} but differ in flow or mode`);
}

function namesOf(machines: readonly DescribedMachine[], between = ', '): string {
  return machines.map((machine) => machine.name).join(between);
}

function kilopascal(pascal: number): string {
  return `${(pascal / 1000).toFixed(1)} kPa`;
}

function celsius(kelvin: number): string {
  return `${(kelvin - 273.15).toFixed(1)} °C`;
}
