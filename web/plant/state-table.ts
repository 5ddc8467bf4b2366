/** The numbers of the plant drawing as rows: every circuit and every machine at the hour under the cursor. */

import { formatQuantity, type Quantity } from '../../src/index.ts';
import type { Rows } from '../chart/csv.ts';
import { degrees } from '../numbers.ts';
import { inChinese, say } from '../words.ts';
import { type Hour, machineState, resting, valueAt } from './drawing.ts';

export function stateRows(at: Hour): Rows {
  const { units, year } = at;
  const text = (value: number, quantity: Quantity): string =>
    Number.isFinite(value) ? formatQuantity(value, quantity, units) : '–';
  const circuits = year.picture.circuits.map(({ name, fluid, supply, returned, flow, heat, moverPower }) => {
    const flows = valueAt(at, flow);
    // What stands still has no supply and no return.
    const temperature = (column: number): string => (flows > 0 ? degrees(valueAt(at, column), units) : say('off'));
    return [
      name,
      inChinese()?.translated(`fluid: ${fluid}`) ?? fluid,
      temperature(supply),
      temperature(returned),
      text(flows, 'mass flow'),
      text(valueAt(at, heat), 'heat flow'),
      text(valueAt(at, moverPower), 'power'),
    ];
  });
  const machines = year.picture.machines.map((machine) => {
    const { heat, power } = machineState(at, machine);
    const isIdle = !(Math.abs(heat) > resting || power > resting);
    const states = isIdle ? [say('off'), '–'] : [text(heat, 'heat flow'), text(power, 'power')];
    return [machine.name, say(machine.kind), '–', '–', '–', ...states];
  });
  const heads = ['Circuit or machine', 'Fluid or kind', 'supply', 'return', 'flow', 'heat', 'power'];
  return { heads: heads.map(say), rows: [...circuits, ...machines] };
}
