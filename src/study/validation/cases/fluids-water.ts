/**
 * Liquid water at 101 325 Pa.
 *
 * Source: IAPWS-95 (density, specific heat), IAPWS 2008 (viscosity) and 2011 (conductivity) as evaluated by
 * CoolProp 8.0.0, PropsSI(…, 'T', T, 'P', 101325, 'Water'). Printed to the digits below; the tolerances of the tests
 * are wider than half the last digit.
 */

/** Temperature [°C], density [kg/m³], specific heat [J/(kg·K)], conductivity [W/(m·K)], viscosity [mPa·s]. */
export const waterRows: readonly (readonly [number, number, number, number, number])[] = [
  [0.01, 999.84, 4219.4, 0.5557, 1.7911],
  [5, 999.97, 4205.0, 0.5678, 1.5182],
  [10, 999.7, 4195.2, 0.5788, 1.3059],
  [15, 999.1, 4188.5, 0.5888, 1.1376],
  [20, 998.21, 4184.1, 0.598, 1.0016],
  [25, 997.05, 4181.3, 0.6065, 0.89],
  [30, 995.65, 4179.8, 0.6144, 0.7972],
  [35, 994.03, 4179.3, 0.6217, 0.7191],
  [40, 992.22, 4179.4, 0.6285, 0.6527],
  [45, 990.21, 4180.1, 0.6348, 0.5958],
  [50, 988.04, 4181.3, 0.6406, 0.5465],
  [55, 985.69, 4183.0, 0.646, 0.5036],
  [60, 983.2, 4185.0, 0.651, 0.466],
  [65, 980.55, 4187.3, 0.6556, 0.4329],
  [70, 977.76, 4190.1, 0.6598, 0.4035],
  [75, 974.84, 4193.2, 0.6636, 0.3774],
  [80, 971.79, 4196.8, 0.667, 0.3541],
  [85, 968.61, 4200.7, 0.6701, 0.3331],
  [90, 965.31, 4205.2, 0.6728, 0.3142],
  [95, 961.89, 4210.2, 0.6752, 0.2971],
  [99, 959.07, 4214.5, 0.6768, 0.2846],
];

/** The same columns from the same source at 300 kPa: what leaving the pressure out costs. */
export const waterRowsAt300kPa: typeof waterRows = [
  [10, 999.8, 4194.4, 0.5789, 1.3057],
  [20, 998.3, 4183.4, 0.5981, 1.0015],
  [30, 995.74, 4179.3, 0.6145, 0.7972],
  [35, 994.12, 4178.7, 0.6218, 0.7191],
  [40, 992.3, 4178.9, 0.6286, 0.6528],
  [50, 988.12, 4180.9, 0.6407, 0.5466],
  [55, 985.78, 4182.5, 0.6461, 0.5037],
  [60, 983.28, 4184.5, 0.6511, 0.4661],
];

/**
 * Independent points of the IAPWS formulations themselves.
 * IAPWS R12-08, table 4: 889.735100 µPa·s at 298.15 K and 998 kg/m³. IAPWS R15-11, table 4: 607.712868 mW/(m·K) at
 * 298.15 K and 998 kg/m³. IAPWS SR6-08, table of values at 0.1 MPa: 997.047 kg/m³ and 4181.4 J/(kg·K) at 298.15 K.
 * The first two are for a density 0.95 kg/m³ above that at 0.1 MPa, which changes µ by 0.01 % and k by 0.1 %.
 */
export const iapwsAt25 = { density: 997.047, specificHeat: 4181.4, viscosity: 889.7351e-6, conductivity: 0.607712868 };
