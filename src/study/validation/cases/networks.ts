/**
 * Looped network of ten pipes, worked by the method of Hardy Cross: E. Maurer, hydraulics (R package), vignette
 * "Hydraulics", section on pipe networks, tables of 2024-03-05. Three sweeps, flows printed to 0.1 L/s.
 *
 * Pipes lead from node to node as the flow is positive: 0.08 m³/s enter at a, 0.04 leave at d, 0.02 at g and at h.
 */

export const loopedNetwork = {
  inflow: { node: 'a', flow: 0.08 },
  outflows: { d: 0.04, g: 0.02, h: 0.02 },
  roughness: 0.00025,
  /** From, to, diameter [m], length [m], given friction, flow by it and flow by Colebrook at the roughness [m³/s]. */
  pipes: [
    ['a', 'b', 0.3, 250, 0.01879, 0.0383, 0.0382],
    ['b', 'c', 0.2, 100, 0.02075, 0.0383, 0.0382],
    ['c', 'd', 0.2, 125, 0.02075, 0.0232, 0.023],
    ['d', 'e', 0.2, 125, 0.02075, -0.0258, -0.0258],
    ['e', 'a', 0.2, 100, 0.02075, -0.0417, -0.0418],
    ['d', 'f', 0.15, 100, 0.02233, 0.009, 0.0088],
    ['f', 'g', 0.25, 125, 0.01964, 0.0041, 0.004],
    ['g', 'e', 0.15, 100, 0.02233, -0.0159, -0.016],
    ['c', 'h', 0.15, 100, 0.02233, 0.0151, 0.0152],
    ['h', 'f', 0.25, 125, 0.01964, -0.0049, -0.0048],
  ],
} as const;
