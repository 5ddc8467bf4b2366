/**
 * Published efficiencies of power supplies and the power of Frontier.
 *
 * [1] 80 PLUS programme, requirements for 230 V internal redundant supplies, level Titanium.
 * [2] Texas Instruments, TIDUF63A (2023, rev. 2024), table 4-1, 1.6 kW converter, 50 V in: measured, printed to 0.1 %.
 * [3] ExaDigiT/RAPS, config/frontier.yaml and raps/power.py (Oak Ridge National Laboratory, MIT licence).
 */
export const titaniumSupply = {
  loads: [0.1, 0.2, 0.5, 1],
  efficiencies: [0.9, 0.94, 0.96, 0.91],
  source: '[1]',
};

export const measuredConverter = {
  ratedOutput: 1600,
  outputs: [80, 160, 320, 480, 640, 800, 960, 1280, 1600],
  efficiencies: [0.899, 0.936, 0.956, 0.962, 0.965, 0.964, 0.963, 0.961, 0.955],
  source: '[2]',
};

/** Frontier's node, regulator and rectifier; powers in watt, totals printed to 1 kW. */
export const frontier = {
  nodes: 9472,
  idleNode: 626.26,
  peakNode: 2704.26,
  /** Node input = (P + 13)/0.98. */
  regulator: { offset: 13, efficiency: 0.98 },
  /** Input = (P + 17)/0.96 for four nodes, behind the regulators. */
  rectifier: { offset: 17, efficiency: 0.96, nodes: 4 },
  switches: { count: 2368, power: 250 },
  cdus: { count: 25, power: 8473.47 },
  idleTotal: 7.282e6,
  peakTotal: 28.203e6,
  idleLoss: 0.546e6,
  peakLoss: 1.785e6,
  source: '[3]',
};
