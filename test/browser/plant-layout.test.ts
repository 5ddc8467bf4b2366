/** The drawing of a plant, from its wiring alone: no machine stands on another, no pipe runs through a foreign machine. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { assembleScenario } from '../../src/index.ts';
import { flowLayout } from '../../web/draw/flow-layout.ts';
import { layoutOf, type Layout } from '../../web/plant/layout.ts';
import { pictureOf } from '../../web/simulation/picture.ts';
import type { PlantPicture } from '../../web/simulation/messages.ts';

const files = readdirSync('scenarios').filter((name) =>
  /^(system|circuits|variants):/m.test(readFileSync(`scenarios/${name}`, 'utf8')),
);
const plants = files.flatMap((file) => {
  const { scenarios, folder, library } = openScenarioFile(`scenarios/${file}`);
  return scenarios.map((scenario) => {
    const plant = assembleScenario(prepare(scenario, folder, library));
    return [`${file} ${scenario.name}`, pictureOf(plant, scenario, library)] as const;
  });
});

/** Pipes of ports as level lines from a machine to the headers. */
function pipesOf({ machines }: PlantPicture, layout: Layout) {
  return machines.flatMap(({ loads, source }, i) => {
    const box = layout.machines[i]!;
    const toLoads = loads.map(({ circuit }, k) => {
      const ends = [box.loadX[k]!, layout.circuits[circuit]!.returnX];
      return { machine: i, y: box.loadY[k]!, from: Math.min(...ends), to: Math.max(...ends) };
    });
    if (source === undefined) return toLoads;
    return [...toLoads, { machine: i, y: box.sourceY, from: layout.circuits[source.circuit]!.supplyX, to: box.x }];
  });
}

describe.each(plants)('the drawing of %s', (_, picture) => {
  const layout = layoutOf(picture);

  it('has no two machines on one place', () => {
    layout.machines.forEach((a, i) =>
      layout.machines.slice(i + 1).forEach((b, k) => {
        const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(isApart, `${picture.machines[i]!.name} and ${picture.machines[i + 1 + k]!.name}`).toBe(true);
      }),
    );
  });

  it('leads no pipe through a machine that it does not belong to', () => {
    for (const { machine, y, from, to } of pipesOf(picture, layout)) {
      expect(to, picture.machines[machine]!.name).toBeGreaterThan(from);
      layout.machines.forEach(({ x, y: top, width, height }, other) => {
        const isThrough = y > top && y < top + height && to > x && from < x + width;
        expect(isThrough, `${picture.machines[machine]!.name} through ${picture.machines[other]!.name}`).toBe(false);
      });
    }
  });

  it('ends every pipe on its headers', () => {
    picture.machines.forEach(({ loads, source }, i) => {
      const { loadY, sourceY } = layout.machines[i]!;
      const ends = loads.map(({ circuit }, k) => ({ circuit, y: loadY[k]! }));
      if (source !== undefined) ends.push({ circuit: source.circuit, y: sourceY });
      for (const { circuit, y } of ends) {
        expect(y).toBeGreaterThanOrEqual(layout.circuits[circuit]!.top);
        expect(y).toBeLessThanOrEqual(layout.circuits[circuit]!.bottom);
      }
    });
  });
});

describe('a drawing of flows', () => {
  const room = { left: 0, right: 400, top: 0, height: 200, barWidth: 10, gap: 20 };
  const nodes = ['a', 'b', 'c', 'd'].map((name, i) => ({ name, column: [0, 0, 1, 1][i]! }));
  const links = [
    { from: 0, to: 2, value: 3 },
    { from: 0, to: 3, value: 1 },
    { from: 1, to: 3, value: 5 },
  ];
  const { bars, bands } = flowLayout({ nodes, links }, room);

  it('makes bars and bands as wide as what they carry, on one scale', () => {
    expect(bars.map(({ value }) => value)).toEqual([4, 5, 3, 6]);
    // Nine in all, and one gap, in 200.
    bars.forEach(({ height, value }) => expect(height).toBeCloseTo((value * 180) / 9, 9));
    bands.forEach(({ width }, i) => expect(width).toBeCloseTo((links[i]!.value * 180) / 9, 9));
  });

  it('fills a bar with its bands, none over another', () => {
    const d = bars[3]!;
    expect(bands[1]!.toY - bands[1]!.width / 2).toBeCloseTo(d.y, 9);
    expect(bands[2]!.toY - bands[2]!.width / 2).toBeCloseTo(bands[1]!.toY + bands[1]!.width / 2, 9);
    expect(bands[2]!.toY + bands[2]!.width / 2).toBeCloseTo(d.y + d.height, 9);
  });
});
