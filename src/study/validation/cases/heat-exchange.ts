/**
 * Published values of heat exchanger effectiveness.
 *
 * [1] ht 1.0.7 (C. Bell, MIT), documentation of `effectiveness_from_NTU` and `NTU_from_effectiveness`.
 * [2] Bergman et al., Fundamentals of Heat and Mass Transfer, 7th ed., example 11.3.
 * [3] Modelica Buildings Library, PlateHeatExchangerEffectivenessNTUPControl, reference result of
 *     2024-09-16 (BSD 3-clause, single precision): hot 333.15 K, cold 293.15 K, water 4184 J/(kg·K),
 *     rated 0.01 and 0.005 kg/s with ε 0.5, hA ∝ ṁ^0.8, hA₁/hA₂ = 2^0.8.
 */
export const counterflowDocumented = {
  transferUnits: 5,
  capacityRatio: 0.7,
  effectiveness: 0.920670368605,
  source: '[1]',
};

/**
 * Exhaust gas 300 → 100 °C heats water 35 → 125 °C, both unmixed: C = 90/200, ε = 200/265,
 * and the chart is read as NTU ≈ 2.1; a chart is good to about 0.1.
 */
export const crossflowExample = {
  capacityRatio: 0.45,
  effectiveness: 200 / 265,
  transferUnits: 2.1,
  readTo: 0.1,
  source: '[2], example 11.3',
};

export const platePControl = [
  {
    firstFlow: 0.00904534012,
    secondFlow: 0.00645497208,
    heat: 466.620758,
    firstOutlet: 320.820435,
    secondOutlet: 310.427399,
  },
  {
    firstFlow: 0.00364505313,
    secondFlow: 0.00645497208,
    heat: 305.590698,
    firstOutlet: 313.112457,
    secondOutlet: 304.464996,
  },
];

/**
 * Crossflow with both streams unmixed, exactly [4]:
 *
 *     ε = 1/(C N) Σₖ [1 − e^(−N) Σⱼ Nʲ/j!] [1 − e^(−CN) Σⱼ (CN)ʲ/j!],   j = 0 … k
 *
 * [4] J. L. Mason, Heat transfer in crossflow, Proc. 2nd U.S. Natl. Congress of Applied Mechanics (1955) 801–803.
 */
export function crossflowSeries(transferUnits: number, capacityRatio: number): number {
  const [n, m] = [transferUnits, capacityRatio * transferUnits];
  let [termN, termM] = [Math.exp(-n), Math.exp(-m)];
  let [restN, restM] = [1 - termN, 1 - termM];
  let sum = 0;
  for (let k = 0; k < 200; k++) {
    sum += restN * restM;
    termN *= n / (k + 1);
    termM *= m / (k + 1);
    restN -= termN;
    restM -= termM;
  }
  return sum / m;
}
