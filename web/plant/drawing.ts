/**
 * The plant as a drawing at one hour: headers and pipes in the colour of their
 * temperature and as wide as their flow, machines with their symbol, heat and
 * power, numbers where they belong.
 */

import { displayScale, numberText, temperatureColour, type UnitSystem } from '../../src/index.ts';
import { shape } from '../dom.ts';
import { degrees, shown } from '../numbers.ts';
import type { CircuitPicture, MachinePicture, PortPicture, YearReply } from '../simulation/messages.ts';
import { say } from '../words.ts';
import type { Layout, PlacedBox, PlacedCircuit } from './layout.ts';
import { symbolOf } from './symbols.ts';

export interface Hour {
  readonly year: YearReply;
  readonly hour: number;
  readonly units: UnitSystem;
  readonly chosen: string | undefined;
}

/** Below this a machine rests [W]. */
export const resting = 500;
/** Half the distance between a port's two pipes. */
const half = 11;

export function valueAt({ year, hour }: Pick<Hour, 'year' | 'hour'>, column: number): number {
  return column < 0 ? Number.NaN : year.values[column * year.hours + hour]!;
}

/** Heat that a machine moves and electricity that it draws in the hour [W]. */
export function machineState(at: Hour, machine: MachinePicture): { readonly heat: number; readonly power: number } {
  const { meters } = at.year.picture;
  const own = meters.filter(({ owner }) => owner === machine.name);
  const power = own.reduce((sum, { column }) => sum + valueAt(at, column), 0);
  const heats = machine.loads.map(({ heat }) => valueAt(at, heat));
  const heat =
    machine.source === undefined ? heats.reduce((sum, one) => sum + one, 0) : valueAt(at, machine.source.heat);
  return { heat, power };
}

export function drawingOf(at: Hour, layout: Layout): SVGElement[] {
  const { circuits, machines } = at.year.picture;
  const pipes = machines.flatMap((machine, i) => machinePipes(at, layout, machine, layout.machines[i]!));
  const headers = circuits.flatMap((circuit, i) => headersOf(at, circuit, layout.circuits[i]!));
  const labels = circuits.map((circuit, i) => circuitLabel(at, circuit, layout.circuits[i]!));
  const joints = machines.flatMap((machine, i) => machineJoints(at, layout, machine, layout.machines[i]!));
  const boxes = machines.map((machine, i) => machineBox(at, machine, layout.machines[i]!));
  return [...headers, ...pipes, ...joints, ...boxes, ...labels];
}

interface Pipe {
  readonly path: string;
  readonly temperature: number;
  readonly width: number;
  readonly dashed: boolean;
}

/** A pipe over a strip of the page's colour, so that crossings read as crossings. */
function pipe({ path, temperature, width, dashed }: Pipe): SVGElement[] {
  const isKnown = Number.isFinite(temperature);
  const stroke = isKnown ? temperatureColour(temperature) : 'var(--strong)';
  return [
    shape('path', { d: path, class: 'under', 'stroke-width': width + 4 }),
    shape('path', {
      d: path,
      class: 'pipe',
      stroke,
      'stroke-width': width,
      ...(dashed ? { 'stroke-dasharray': `${width * 2.2} ${width * 1.8}` } : {}),
    }),
  ];
}

function pipeWidth(flow: number, design: number): number {
  const share = design > 0 && flow > 0 ? Math.min(flow / design, 1.3) : 0;
  return 1.6 + 4 * Math.sqrt(share);
}

function headersOf(at: Hour, circuit: CircuitPicture, { top, bottom, supplyX, returnX }: PlacedCircuit): SVGElement[] {
  const width = pipeWidth(valueAt(at, circuit.flow), circuit.designFlow);
  const dashed = circuit.phase === 'air';
  const temperature = temperatureIn(at, circuit);
  return [
    ...pipe({ path: `M${supplyX} ${top}V${bottom}`, temperature: temperature(circuit.supply), width, dashed }),
    ...pipe({ path: `M${returnX} ${top}V${bottom}`, temperature: temperature(circuit.returned), width, dashed }),
  ];
}

/** Temperatures of a circuit; none while it rests, when its columns keep what was last in it. */
function temperatureIn(at: Hour, circuit: CircuitPicture): (column: number) => number {
  const isFlowing = valueAt(at, circuit.flow) > 0;
  return (column) => (isFlowing ? valueAt(at, column) : Number.NaN);
}

/** Name, temperatures, flow and heat over the headers. */
function circuitLabel(at: Hour, circuit: CircuitPicture, { top, supplyX, returnX }: PlacedCircuit): SVGElement {
  const x = (supplyX + returnX) / 2;
  const { units } = at;
  const floating = valueAt(at, circuit.floating);
  const temperatures = `${degrees(valueAt(at, circuit.supply), units)} → ${degrees(valueAt(at, circuit.returned), units)}`;
  const flow = valueAt(at, circuit.flow);
  const label = shape(
    'g',
    { 'text-anchor': 'middle' },
    shape('text', { x, y: top - 36, class: 'name halo' }, circuit.name),
    ...(flow > 0 ? [shape('text', { x, y: top - 22, class: 'halo' }, temperatures)] : []),
    shape('text', { x, y: top - 8, class: 'soft halo' }, flow > 0 ? shown(flow, 'mass flow', units) : say('off')),
  );
  if (floating > 0.05)
    label.append(
      shape('text', { x, y: top - 50, class: 'alarm halo' }, `+${shown(floating, 'temperature difference', units)}`),
    );
  return label;
}

function machinePipes(at: Hour, layout: Layout, machine: MachinePicture, box: PlacedBox): SVGElement[] {
  const { circuits } = at.year.picture;
  const loads = machine.loads.flatMap((port, i) => {
    const headers = layout.circuits[port.circuit]!;
    return portPipes(at, port, circuits[port.circuit]!, headers, {
      x: box.loadX[i]!,
      y: box.loadY[i]!,
      isSource: false,
      isLeft: box.loadX[i] === box.x,
    });
  });
  const { source } = machine;
  if (source === undefined) return loads;
  const headers = layout.circuits[source.circuit]!;
  return [
    ...loads,
    ...portPipes(at, source, circuits[source.circuit]!, headers, {
      x: box.x,
      y: box.sourceY,
      isSource: true,
      isLeft: true,
    }),
  ];
}

/** A piece of each header over the pipes that meet it, so that a joint does not look like a crossing. */
function machineJoints(at: Hour, layout: Layout, { loads, source }: MachinePicture, box: PlacedBox): SVGElement[] {
  const joint = (port: PortPicture, y: number): SVGElement[] => {
    const circuit = at.year.picture.circuits[port.circuit]!;
    const { supplyX, returnX } = layout.circuits[port.circuit]!;
    const width = pipeWidth(valueAt(at, circuit.flow), circuit.designFlow);
    const piece = (x: number, middle: number, column: number): SVGElement => {
      const temperature = temperatureIn(at, circuit)(column);
      const stroke = Number.isFinite(temperature) ? temperatureColour(temperature) : 'var(--strong)';
      return shape('path', { d: `M${x} ${middle - 6}V${middle + 6}`, class: 'pipe', stroke, 'stroke-width': width });
    };
    return [piece(supplyX, y - half, circuit.supply), piece(returnX, y + half, circuit.returned)];
  };
  return [
    ...loads.flatMap((port, i) => joint(port, box.loadY[i]!)),
    ...(source === undefined ? [] : joint(source, box.sourceY)),
  ];
}

interface PortPlace {
  readonly x: number;
  readonly y: number;
  readonly isSource: boolean;
  /** On the left side of its machine. */
  readonly isLeft: boolean;
}

function portPipes(
  at: Hour,
  port: PortPicture,
  circuit: CircuitPicture,
  { supplyX, returnX }: PlacedCircuit,
  { x, y, isSource, isLeft }: PortPlace,
): SVGElement[] {
  const flow = valueAt(at, port.flow);
  const temperature = temperatureIn(at, circuit);
  const [inlet, outlet] = [temperature(port.inlet), temperature(port.outlet)];
  const width = Math.min(pipeWidth(flow, circuit.designFlow), 5);
  const dashed = circuit.phase === 'air';
  const [cool, warm] = isSource ? [outlet, inlet] : [inlet, outlet];
  // Supply above, return below, at a load as at a source.
  const pipes = [
    ...pipe({ path: `M${supplyX} ${y - half}H${x}`, temperature: cool, width, dashed }),
    ...pipe({ path: `M${returnX} ${y + half}H${x}`, temperature: warm, width, dashed }),
  ];
  if (!(flow > 0) || !Number.isFinite(outlet)) return pipes;
  const side = isLeft ? -1 : 1;
  const arrowX = x + side * 10;
  const toMachine = isLeft ? 5 : -5;
  pipes.push(
    arrow(arrowX, y + (isSource ? half : -half), toMachine),
    arrow(arrowX, y + (isSource ? -half : half), -toMachine),
  );
  // Beside what leaves: above a source's supply, below a load's return.
  const place = { x: x + side * 6, y: isSource ? y - half - 8 : y + half + 15 };
  const words = { ...place, class: 'soft halo', 'text-anchor': isLeft ? 'end' : 'start' };
  pipes.push(shape('text', words, degrees(outlet, at.units)));
  return pipes;
}

function arrow(x: number, y: number, way: number): SVGElement {
  return shape('path', {
    d: `M${x - way} ${y - 4}L${x + way} ${y}L${x - way} ${y + 4}z`,
    fill: 'var(--ink)',
    opacity: 0.75,
  });
}

function machineBox(at: Hour, machine: MachinePicture, box: PlacedBox): SVGElement {
  const { heat, power } = machineState(at, machine);
  const { units } = at;
  const isIdle = !(Math.abs(heat) > resting || power > resting);
  const middle = box.y + box.height / 2;
  const lines = isIdle
    ? [say('off')]
    : [
        `${say('heat')} ${short(heat, 'heat flow', units)}`,
        ...(power > 1 ? [`${say('power')} ${short(power, 'power', units)}`] : []),
      ];
  const reaches = [
    ...(machine.outdoors ? [say('outdoors')] : []),
    ...(valueAt(at, machine.reuse) > 0 ? [say('customer')] : []),
  ];
  const count = machine.units === undefined ? [] : [`× ${machine.units}`];
  // What is seen, in the order in which it is drawn, and the kind.
  const words = `${[machine.name, ...lines, ...count, ...reaches].join(' ')}, ${say(machine.kind)}`;
  const isChosen = machine.name === at.chosen;
  const group = shape(
    'g',
    {
      class: `machine${isIdle ? ' idle' : ''}${isChosen ? ' chosen' : ''}`,
      tabindex: 0,
      role: 'button',
      'aria-label': words,
      'aria-pressed': String(isChosen),
      'data-name': machine.name,
    },
    shape('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 7, class: 'box' }),
    shape('path', { d: symbolOf(machine.kind), class: 'symbol', transform: `translate(${box.x + 9} ${middle - 14})` }),
    shape('text', { x: box.x + 45, y: middle - 14, class: 'name' }, `${shortened(machine.name)} `),
    ...lines.map((line, i) => shape('text', { x: box.x + 45, y: middle + 4 + 16 * i, class: 'soft' }, `${line} `)),
  );
  for (const text of count)
    group.append(shape('text', { x: box.x + 23, y: middle + 28, class: 'soft', 'text-anchor': 'middle' }, `${text} `));
  for (const text of reaches) group.append(...ambient(box, text));
  return group;
}

/** Three or four digits, so that it fits into a box. */
function short(value: number, quantity: 'heat flow' | 'power', units: UnitSystem): string {
  const scale = displayScale(quantity, units, [value]);
  const number = scale.fromSi(value);
  return `${numberText(number, Math.abs(number) < 10 ? 2 : Math.abs(number) < 100 ? 1 : 0)} ${scale.unit}`;
}

function shortened(name: string): string {
  return name.length > 16 ? `${name.slice(0, 15)}…` : name;
}

/** Where heat leaves the plant. */
function ambient(box: PlacedBox, words: string): SVGElement[] {
  const x = box.x + box.width;
  const y = box.y + 16;
  return [
    shape('path', { d: `M${x} ${y}h18m-6 -5l6 5l-6 5`, class: 'symbol' }),
    shape('text', { x: x + 3, y: y - 9, class: 'soft halo' }, words),
  ];
}
