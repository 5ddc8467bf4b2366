// A row and a hall of racks for the benchmarks: cold plates on quick disconnects, every rack with a valve.

import { pipeLaw } from '../../dist/physics/branch-laws.js';
import { pipeNetwork } from '../../dist/physics/pipe-network.js';
import { rackLaw } from '../../dist/physics/rack-path.js';
import { rackRow, rowBranches } from '../../dist/physics/rack-row.js';

const liquid = { density: 1010, viscosity: 1.2e-3 };
const rack = rackLaw({
  liquid,
  loops: 36,
  loopCouplingKv: 0.5 / 3600,
  platesInSeries: 1,
  plate: { ratedFlow: 0.033, ratedPressureDrop: 20_000, exponent: 1.85 },
  valve: { open: { ratedFlow: 1.2, ratedPressureDrop: 20_000, exponent: 2 }, characteristic: (opening) => opening },
});
const row = {
  liquid,
  racks: 100,
  returns: 'direct',
  header: { length: 0.6, diameter: 0.2, roughness: 4.5e-5, lossCoefficient: 0.3 },
  rack,
};

/** A hundred racks; each call shuts or opens one valve a little and solves again from where it stood. */
export function warmRow() {
  const prepared = rackRow(row);
  prepared.solveAtPressure(1e5);
  let turn = 0;
  return () => {
    prepared.openings[40] = (turn++ & 1) === 0 ? 0.6 : 0.9;
    return prepared.solveAtPressure(1e5);
  };
}

/** Rows of a hundred racks on two mains. */
export function hall(rows) {
  const main = pipeLaw({ length: 3, diameter: 0.5, roughness: 4.5e-5, lossCoefficient: 0.2 }, liquid);
  const branches = [];
  for (let i = 1; i <= rows; i++) {
    const place = (name) => (name === 'supply' || name === 'return' ? `${name} of row ${i}` : `${i} ${name}`);
    branches.push({
      name: `main ${i}`,
      from: i === 1 ? 'supply' : `supply of row ${i - 1}`,
      to: `supply of row ${i}`,
      law: main,
    });
    branches.push({
      name: `back ${i}`,
      from: `return of row ${i}`,
      to: i === 1 ? 'return' : `return of row ${i - 1}`,
      law: main,
    });
    for (const { name, from, to, law } of rowBranches(row))
      branches.push({ name: place(name), from: place(from), to: place(to), law });
  }
  const names = [...new Set(branches.flatMap(({ from, to }) => [from, to]))];
  const held = { supply: 1.5e5, return: 0 };
  const nodes = names.map((name) => (name in held ? { name, pressure: held[name] } : { name }));
  return { nodes, branches };
}

/** Prepares and solves from nothing. */
export function coldHall(description) {
  const network = pipeNetwork(description);
  network.solve();
  return network;
}

/** Solves again with one rack's valve changed. */
export function warmHall(description) {
  const network = coldHall(description);
  const valve = description.branches.findIndex(({ name }) => name === '5 rack 50');
  let turn = 0;
  return () => {
    network.settings[valve] = (turn++ & 1) === 0 ? 0.6 : 0.9;
    return network.solve();
  };
}

/** From typical flows, the network prepared already. */
export function solvedAfresh(description) {
  const network = coldHall(description);
  return () => {
    network.forget();
    return network.solve();
  };
}
