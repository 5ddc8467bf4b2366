/**
 * Pumps, motors and valves: reference results of the Modelica Buildings Library (BSD 3-clause, single precision).
 *
 * [1] Movers.Examples.SpeedControlled_y_pumpCurves, 2022-07-22: against an open valve of 0.5 kg/s at 100 Pa,
 *     water 995.586 kg/m³. Its curve carries an internal resistance of 1/4000 of the head, hence 1 %.
 * [2] Movers.Examples.PumpsParallel, 2024-09-19: linear curve, quadratic resistances.
 * [3] Movers.BaseClasses.Validation.MotorEfficiencyMethods, 2022-08-12: V = 0.5 of a linear 1000 Pa, 1 m³/s curve,
 *     hydraulic efficiency 0.7, motor 500 W, peak 0.7.
 * [4] Actuators.Valves.Examples.TwoWayValves, 2021-01-06: R 10, l 0.05, δ₀ 0.1.
 */
export const throttledPump = {
  flows: [0.0002, 0.0004, 0.0006, 0.0008],
  pressures: [9000, 8500, 6000, 2000],
  valve: { ratedFlow: 0.5 / 995.586, ratedFriction: 100 },
  open: [
    { speed: 1, pressure: 310.106445 },
    { speed: 0.5, pressure: 77.5068741 },
  ],
  shut: [
    { speed: 1, pressure: 9487.16309 },
    { speed: 0.5, pressure: 2372.73804 },
  ],
} as const;

export const parallelPumps = {
  flows: [0, 0.001],
  pressures: [8000, 0],
  density: 995.586,
  /** Two of 1000 Pa at 1 kg/s in common, two of 1000 Pa at 0.5 kg/s a branch: 4000 Pa at 1 kg/s of both. */
  system: { staticPressure: 0, ratedFriction: 4000, ratedFlow: 1 / 995.586, exponent: 2 },
  flowEach: 0.499261796,
  head: 3988.19751,
} as const;

export const motorAtPartLoad = { ratedPower: 500, peak: 0.7, shaftPower: 250 / 0.7, efficiency: 0.651303768 } as const;

/** Opening, linear φ, equal-percentage φ. */
export const valveCharacteristics = [
  [0.2, 0.24, 0.158489316],
  [0.24, 0.278000002, 0.173780086],
  [0.5, 0.524999976, 0.316227764],
] as const;
