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
  readonly sourceY: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly circuits: readonly PlacedCircuit[];
  readonly machines: readonly PlacedBox[];
}

const gapWidth = 236;
const trackWidth = 58;
const rowHeight = 132;
const box = { width: 150, height: 76 };
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
    const [first, last] = rows[i]!;
    const y = rowY(first) - box.height / 2;
    const x = gapX(gapOf(machine, depth)) + (gapWidth - box.width) / 2 + (machine.source === undefined ? -16 : 0);
    const height = rowY(last) + box.height / 2 - y;
    return {
      x,
      y,
      width: box.width,
      height,
      loadY: loadHeights(machine, y, height, circuits),
      sourceY: y + box.height / 2,
    };
  });
  const lastGap = Math.max(...plant.machines.map((machine) => gapOf(machine, depth)));
  const lastRow = Math.max(...rows.map(([, last]) => last));
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

type Rows = readonly [first: number, last: number];

/** Rows of every machine: each path of heat from the chips outwards keeps to one row as long as it can. */
function rowsOf(plant: PlantPicture, depth: readonly number[]): Rows[] {
  const rows: (Rows | undefined)[] = plant.machines.map(() => undefined);
  const isPlaced = plant.circuits.map(() => false);
  const freeRow: number[] = [];
  const freeColumn: number[] = [];
  const put = (machine: number, wanted: number): number => {
    const gap = gapOf(plant.machines[machine]!, depth);
    const row = Math.max(wanted, freeRow[gap] ?? 0);
    rows[machine] = [row, row];
    freeRow[gap] = row + 1;
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
    const first = put(machine, 0);
    let last = first;
    [...loads]
      .sort((a, b) => depth[a.circuit]! - depth[b.circuit]!)
      .forEach(({ circuit }, i) => {
        if (!isPlaced[circuit]) last = Math.max(last, putCircuit(circuit, i === 0 ? first : last + 1));
      });
    // As tall as the rows on which its own circuits begin.
    const begins = loads.map(({ circuit }) => firstSourceRow(plant, rows, circuit) ?? first);
    const end = Math.max(first, ...begins.filter((row) => row >= first));
    rows[machine] = [first, end];
    freeRow[gapOf(plant.machines[machine]!, depth)] = end + 1;
  });
  plant.machines.forEach((_, machine) => rows[machine] ?? put(machine, 0));
  return rows as Rows[];
}

function firstSourceRow(plant: PlantPicture, rows: readonly (Rows | undefined)[], circuit: number): number | undefined {
  const found = plant.circuits[circuit]!.stages.flatMap(({ machines }) =>
    machines.flatMap((one) => rows[one]?.[0] ?? []),
  );
  return found.length === 0 ? undefined : Math.min(...found);
}

/** Rows between which a circuit's headers run. */
function spanOf(plant: PlantPicture, rows: readonly Rows[], circuit: number): Rows {
  const sources = plant.circuits[circuit]!.stages.flatMap(({ machines }) =>
    machines.map((machine) => rows[machine]![0]),
  );
  const loads = plant.machines.flatMap((machine, i) => {
    if (!machine.loads.some((port) => port.circuit === circuit)) return [];
    const [first, last] = rows[i]!;
    // A tall machine meets the circuit where the circuit's sources are.
    return first === last || sources.length === 0 ? [first] : [Math.min(Math.max(Math.min(...sources), first), last)];
  });
  const all = [...sources, ...loads];
  return all.length === 0 ? [0, 0] : [Math.min(...all), Math.max(...all)];
}

/** Circuits of one column that would overlap stand side by side. */
function tracksOf(spans: readonly Rows[], depth: readonly number[]): number[] {
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

/** Each load port at the height at which its circuit begins, spread where several would meet. */
function loadHeights(
  { loads }: MachinePicture,
  y: number,
  height: number,
  circuits: readonly PlacedCircuit[],
): number[] {
  const middle = y + box.height / 2;
  if (height === box.height) {
    const spread = loads.length > 1 ? 42 : 0;
    return loads.map((_, i) => middle + (i - (loads.length - 1) / 2) * spread);
  }
  return loads.map(({ circuit }) => {
    const wanted = circuits[circuit]!.top + headerOverhang;
    return Math.min(Math.max(wanted, middle), y + height - box.height / 2);
  });
}
