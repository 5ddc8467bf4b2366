/** What a network of pipes is made of: nodes, and branches between them, each with its law. */

import type { FlowLaw } from './flow-law.ts';

export interface NetworkNode {
  readonly name: string;
  /** Held at this [Pa]: an expansion vessel, a header of controlled pressure. */
  readonly pressure?: number;
  /** Leaves the network here [kg/s]; negative enters. */
  readonly outflow?: number;
}

export interface NetworkBranch {
  readonly name: string;
  /** Flow is positive from here … */
  readonly from: string;
  /** … to here. */
  readonly to: string;
  readonly law: FlowLaw;
  /** Opening or speed [1]; 1 where absent. */
  readonly setting?: number;
}

export interface NetworkDescription {
  readonly nodes: readonly NetworkNode[];
  readonly branches: readonly NetworkBranch[];
}
