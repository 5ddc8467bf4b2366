/**
 * Where everything stands in the drawing of a plant, found from its wiring
 * alone: circuits as pairs of vertical headers from the chips outwards,
 * machines in the gaps between them, one row for each path of heat.
 *
 * Leaves out what it looks like (`drawing.ts`). Measures are of the drawing.
 */

import type { MachinePicture, PlantPicture } from '../simulation/messages.ts';

export interface PlacedCircuit {
  readonly top: number;
  readonly bottom: number;
  /** Of the supply header and of the return header. */
  readonly supplyX: number;
  readonly returnX: number;
}

export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Heights of the pipes' middles, one for each load port, and of the source port. */
  readonly loadY: readonly number[];
  /** Where each load port's pipes meet the machine: its right side, or its left where it stands across one circuit. */
  readonly loadX: readonly number[];
  readonly sourceY: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly circuits: readonly PlacedCircuit[];
  readonly machines: readonly PlacedBox[];
}

const gapWidth = 250;
const trackWidth = 58;
const rowHeight = 132;
const box = { width: 164, height: 76 };
const edge = { left: 8, top: 62, right: 30, bottom: 34 };
const pairWidth = 14;
const headerOverhang = 22;

export function layoutOf(plant: PlantPicture): Layout {
  const depth = depthsOf(plant);
  const rows = rowsOf(plant, depth);
  const spans = plant.circuits.map((_, circuit) => spanOf(plant, rows, circuit));
  const tracks = tracksOf(spans, depth);
  const columns = Math.max(...depth) + 1;
  const columnWidths = Array.from({ length: columns }, (_, column) => {
    const used = tracks.filter((_, circuit) => depth[circuit] === column);
    return trackWidth * (Math.max(0, ...used) + 1);
  });
  const gapX = (gap: number): number =>
    edge.left + gap * gapWidth + columnWidths.slice(0, gap).reduce((sum, width) => sum + width, 0);
  const rowY = (row: number): number => edge.top + row * rowHeight + box.height / 2;
  const circuits = plant.circuits.map((_, circuit): PlacedCircuit => {
    const x = gapX(depth[circuit]! + 1) - columnWidths[depth[circuit]!]! + tracks[circuit]! * trackWidth + 12;
    const [first, last] = spans[circuit]!;
    return {
      top: rowY(first) - headerOverhang,
      bottom: rowY(last) + headerOverhang,
      supplyX: x,
      returnX: x + pairWidth,
    };
  });
  const machines = plant.machines.map((machine, i): PlacedBox => {
    const { first, last, loads } = rows[i]!;
    const y = rowY(first) - box.height / 2;
    const x = gapX(gapOf(machine, depth)) + (gapWidth - box.width) / 2 + (machine.source === undefined ? -16 : 0);
    const height = rowY(last) + box.height / 2 - y;
    return {
      x,
      y,
      width: box.width,
      height,
      ...portsOf(machine, { x, y, loadY: loadHeights(loads, rowY) }),
    };
  });
  const lastGap = Math.max(...plant.machines.map((machine) => gapOf(machine, depth)));
  const lastRow = Math.max(...rows.map(({ last }) => last));
  return {
    width: gapX(lastGap) + gapWidth + edge.right,
    height: rowY(lastRow) + box.height / 2 + edge.bottom,
    circuits,
    machines,
  };
}

/** How many exchangers lie between the chips and a circuit. */
function depthsOf({ circuits, machines }: PlantPicture): number[] {
  const depth = circuits.map(() => 0);
  // A circuit can be no deeper than there are circuits; a ring, which no plant has, would end there too.
  for (let pass = 0; pass < circuits.length; pass++) {
    for (const { source, loads } of machines) {
      for (const { circuit } of loads) {
        if (source !== undefined && circuit !== source.circuit && depth[circuit]! <= depth[source.circuit]!)
          depth[circuit] = depth[source.circuit]! + 1;
      }
    }
  }
  return depth;
}

/** A machine stands right of the circuit that it cools, or left of the first that cools it. */
function gapOf({ source, loads }: MachinePicture, depth: readonly number[]): number {
  if (source !== undefined) return depth[source.circuit]! + 1;
  return loads.length === 0 ? 0 : Math.min(...loads.map(({ circuit }) => depth[circuit]!));
}

/** Between which rows a machine stands, and in which each of its load ports does. */
interface Rows {
  readonly first: number;
  readonly last: number;
  readonly loads: readonly number[];
}
type Span = readonly [first: number, last: number];

/** Rows of every machine: each path of heat from the chips outwards keeps to one row as long as it can. */
function rowsOf(plant: PlantPicture, depth: readonly number[]): Rows[] {
  const rows: (Rows | undefined)[] = plant.machines.map(() => undefined);
  const isPlaced = plant.circuits.map(() => false);
  const freeRow: number[] = [];
  const freeColumn: number[] = [];
  /** The first row from `wanted` on that is free in all these gaps, then taken in them. */
  const take = (gaps: readonly number[], wanted: number): number => {
    const row = Math.max(wanted, ...gaps.map((gap) => freeRow[gap] ?? 0));
    for (const gap of gaps) freeRow[gap] = row + 1;
    return row;
  };
  /** A pipe to a circuit farther out needs its row in the gaps between as well. */
  const put = (machine: number, wanted: number): number => {
    const { loads } = plant.machines[machine]!;
    const gap = gapOf(plant.machines[machine]!, depth);
    const row = take([gap, ...loads.flatMap(({ circuit }) => gapsBetween(gap, depth[circuit]!))], wanted);
    rows[machine] = { first: row, last: row, loads: loads.map(() => row) };
    return row;
  };
  const putCircuit = (circuit: number, wanted: number): number => {
    isPlaced[circuit] = true;
    const start = Math.max(wanted, freeColumn[depth[circuit]!] ?? 0);
    let last = start;
    for (const machine of plant.circuits[circuit]!.stages.flatMap(({ machines }) => machines)) {
      if (rows[machine] !== undefined) continue;
      const row = put(machine, start);
      last = Math.max(last, row);
      for (const load of plant.machines[machine]!.loads) if (!isPlaced[load.circuit]) putCircuit(load.circuit, row);
    }
    for (const { machine } of plant.circuits[circuit]!.loads) {
      const { source, loads } = plant.machines[machine]!;
      const isRoom = source === undefined && loads.length === 1 && rows[machine] === undefined && depth[circuit]! > 0;
      if (isRoom) last = Math.max(last, put(machine, start));
    }
    freeColumn[depth[circuit]!] = last + 1;
    return last;
  };
  plant.machines.forEach(({ source, loads }, machine) => {
    if (source !== undefined || loads.every(({ circuit }) => depth[circuit]! > 0)) return;
    const gap = gapOf(plant.machines[machine]!, depth);
    const first = take([gap], 0);
    rows[machine] = { first, last: first, loads: loads.map(() => first) };
    let last = first;
    [...loads]
      .sort((a, b) => depth[a.circuit]! - depth[b.circuit]!)
      .forEach(({ circuit }, i) => {
        if (!isPlaced[circuit]) last = Math.max(last, putCircuit(circuit, i === 0 ? first : last + 1));
      });
    // As tall as the rows on which its own circuits begin, and those in which its pipes pass other machines.
    const loadRows = loads.map(({ circuit }) => {
      const between = gapsBetween(gap, depth[circuit]!);
      if (between.length > 0) return take(between, first);
      return Math.max(first, firstSourceRow(plant, rows, circuit) ?? first);
    });
    const end = Math.max(first, ...loadRows);
    rows[machine] = { first, last: end, loads: loadRows };
    freeRow[gap] = end + 1;
  });
  plant.machines.forEach((_, machine) => rows[machine] ?? put(machine, 0));
  return rows as Rows[];
}

/** Gaps that a pipe passes from a machine's gap to the headers of a circuit at this depth. */
function gapsBetween(gap: number, depth: number): number[] {
  return Array.from({ length: Math.max(depth - gap, 0) }, (_, i) => gap + 1 + i);
}

function firstSourceRow(plant: PlantPicture, rows: readonly (Rows | undefined)[], circuit: number): number | undefined {
  const found = plant.circuits[circuit]!.stages.flatMap(({ machines }) =>
    machines.flatMap((one) => rows[one]?.first ?? []),
  );
  return found.length === 0 ? undefined : Math.min(...found);
}

/** Rows between which a circuit's headers run. */
function spanOf(plant: PlantPicture, rows: readonly Rows[], circuit: number): Span {
  const sources = plant.circuits[circuit]!.stages.flatMap(({ machines }) =>
    machines.map((machine) => rows[machine]!.first),
  );
  const loads = plant.machines.flatMap((machine, i) =>
    machine.loads.flatMap((port, k) => (port.circuit === circuit ? [rows[i]!.loads[k]!] : [])),
  );
  const all = [...sources, ...loads];
  return all.length === 0 ? [0, 0] : [Math.min(...all), Math.max(...all)];
}

/** Circuits of one column that would overlap stand side by side. */
function tracksOf(spans: readonly Span[], depth: readonly number[]): number[] {
  const tracks: number[] = [];
  spans.forEach(([first, last], circuit) => {
    const taken = tracks.filter((_, other) => {
      const [from, to] = spans[other]!;
      return depth[other] === depth[circuit] && from <= last && to >= first;
    });
    let track = 0;
    while (taken.includes(track)) track++;
    tracks.push(track);
  });
  return tracks;
}

/** Each load port in the middle of its row, spread where several share one. */
function loadHeights(loads: readonly number[], rowY: (row: number) => number): number[] {
  const spread = 42;
  return loads.map((row, i) => {
    const sharing = loads.flatMap((other, k) => (other === row ? [k] : []));
    return rowY(row) + (sharing.indexOf(i) - (sharing.length - 1) / 2) * (sharing.length > 1 ? spread : 0);
  });
}

/** A machine across one circuit has both ports on its left, the source above. */
function portsOf(
  { loads, source }: MachinePicture,
  { x, y, loadY }: { readonly x: number; readonly y: number; readonly loadY: readonly number[] },
): Pick<PlacedBox, 'loadX' | 'loadY' | 'sourceY'> {
  const isAcross = loads.map(({ circuit }) => circuit === source?.circuit);
  return {
    loadX: isAcross.map((across) => (across ? x : x + box.width)),
    loadY: loadY.map((height, i) => (isAcross[i] ? y + box.height * 0.75 : height)),
    sourceY: y + box.height * (isAcross.includes(true) ? 0.25 : 0.5),
  };
}
