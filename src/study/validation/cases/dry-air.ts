/**
 * Dry air at 1 atm.
 *
 * Source: E. W. Lemmon et al., J. Phys. Chem. Ref. Data 29 (2000) 331 (density), E. W. Lemmon and R. T. Jacobsen,
 * Int. J. Thermophys. 25 (2004) 21 (viscosity, conductivity), as evaluated by CoolProp 8.0.0.
 */

/** Temperature [°C], density [kg/m³], viscosity [Pa·s], conductivity [W/(m·K)]. */
export const dryAirRows: readonly (readonly [number, number, number, number])[] = [
  [-50, 1.58434, 14.614e-6, 0.0204162],
  [0, 1.29307, 17.2184e-6, 0.0243605],
  [20, 1.20458, 18.2057e-6, 0.0258738],
  [50, 1.09248, 19.6352e-6, 0.0280829],
  [100, 0.945869, 21.8965e-6, 0.0316199],
];
