/** The table of all racks, which follows the moment once that has come to rest. */

import { rackRows } from './hall-moment.ts';
import { rackTable } from './rack-table.ts';
import type { ShownHall } from './shown-hall.ts';

/** How long a moment stands before the table follows it [ms]. */
const rest = 250;

export interface FollowingTable {
  readonly root: HTMLElement;
  show(shown: ShownHall): void;
}

/** @param choose hears the rack whose name was pressed */
export function followingTable(choose: (rack: number) => void): FollowingTable {
  const table = rackTable(choose);
  let following = '';
  let timer = 0;
  return {
    root: table.root,
    show({ reply, hall, quantities, units, row }) {
      const key = `${reply.id} ${units} ${row}`;
      if (key === following) return;
      following = key;
      clearTimeout(timer);
      const digits = [0, 0, 0, ...quantities.map((quantity) => quantity.digits)];
      timer = setTimeout(() => table.show(rackRows(hall, quantities, row), digits), rest) as unknown as number;
    },
  };
}
