/**
 * EPANET itself, where the package epanet-js 0.9.0 (EPANET 2.3.5 in
 * WebAssembly) is installed. It is no dependency of this project: its flows are
 * kept in test/published/epanet-flows.ts, and are made anew where it is there.
 */

import { inpText, type WitnessNetwork } from './epanet-network.ts';

/** The little of epanet-js that is used. */
interface Epanet {
  readonly Workspace: new () => { loadModule(): Promise<void>; writeFile(name: string, text: string): void };
  readonly Project: new (workspace: unknown) => {
    open(input: string, report: string, output: string): void;
    solveH(): void;
    getLinkIndex(name: string): number;
    getLinkValue(index: number, property: number): number;
    close(): void;
  };
  readonly LinkProperty: { readonly Flow: number };
}

export type EpanetFlows = (network: WitnessNetwork) => Float64Array;

const packageName: string = 'epanet-js';

/** Flows of pipes, then pumps [L/s], by EPANET; undefined where it is not installed. */
export async function openEpanet(): Promise<EpanetFlows | undefined> {
  let epanet: Epanet;
  try {
    epanet = (await import(packageName)) as Epanet;
  } catch {
    return undefined;
  }
  const workspace = new epanet.Workspace();
  await workspace.loadModule();
  return (network) => {
    workspace.writeFile('network.inp', inpText(network));
    const project = new epanet.Project(workspace);
    project.open('network.inp', 'report.rpt', 'out.bin');
    project.solveH();
    const names = [...network.pipes, ...network.pumps].map(({ name }) => name);
    const flows = Float64Array.from(names, (name) =>
      project.getLinkValue(project.getLinkIndex(name), epanet.LinkProperty.Flow),
    );
    project.close();
    return flows;
  };
}
