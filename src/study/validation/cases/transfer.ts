/**
 * Published examples of boiling, condensation, convection, friction and spreading.
 *
 * [1] Bergman et al., Fundamentals of Heat and Mass Transfer, 7th ed., worked examples; three digits.
 * [2] ht (C. Bell, MIT), documentation of `Cooper`, `turbulent_Gnielinski`.
 * [3] fluids (C. Bell, MIT), documentation of `friction_factor` and `Colebrook`.
 * [4] Zuber's flux of Novec 649 at 1 atm worked by hand from CoolProp 8.0.0 properties and σ = 8.3 mN/m.
 */

/** Water at 100 °C and 1 atm in a polished copper pan, ΔT 18 K; C_sf 0.0128, s 1. */
export const boilingWater = {
  state: {
    liquidDensity: 957.9,
    vapourDensity: 0.5956,
    latentHeat: 2257e3,
    surfaceTension: 58.9e-3,
    viscosity: 279e-6,
    specificHeat: 4217,
    // From the printed Prandtl number, 1.76.
    conductivity: (4217 * 279e-6) / 1.76,
  },
  superheat: 18,
  surfaceConstant: 0.0128,
  flux: 836e3,
  criticalFlux: 1.26e6,
  source: '[1], example 10.1',
} as const;

/** Water at 1 atm, 4.3 K: h; p_c 22 048 321 Pa, M 18.02 g/mol, R_p 1 µm. */
export const cooperWater = {
  reducedPressure: 101325 / 22048321,
  molarMass: 0.01802,
  superheat: 4.3,
  coefficient: 1558.1435442153575,
  source: '[2]',
} as const;

export const novec649 = {
  state: {
    liquidDensity: 1526.97,
    vapourDensity: 12.78,
    latentHeat: 87950,
    surfaceTension: 8.3e-3,
    viscosity: 0.45e-3,
    specificHeat: 1130,
    conductivity: 0.056,
  },
  criticalFlux: 1.37e5,
  source: '[4]',
} as const;

/** 400 tubes of 6 mm in a square array, 20 in a column, steam at 0.15 bar, wall 25 °C. */
export const condenserBank = {
  state: {
    liquidDensity: 992,
    vapourDensity: 0.098,
    latentHeat: 2373e3,
    viscosity: 663e-6,
    specificHeat: 4178,
    conductivity: 0.631,
  },
  subcooling: 29,
  diameter: 0.006,
  tubes: 20,
  coefficient: 5194,
  source: '[1], example 10.4',
} as const;

/** A fire screen 0.71 m high: Ra 1.813e9, Pr 0.690, Nu 147. */
export const fireScreen = { rayleigh: 1.813e9, prandtl: 0.69, nusselt: 147, source: '[1], example 9.2' } as const;

/** Air over a plate: Re 9597, Pr 0.687, Nu 57.4. */
export const coldPlateInAir = { reynolds: 9597, prandtl: 0.687, nusselt: 57.4, source: '[1], example 7.1' } as const;

export const gnielinski = {
  reynolds: 1e5,
  prandtl: 1.2,
  friction: 0.0185,
  nusselt: 254.62682749359632,
  source: '[2]',
} as const;

/** Colebrook's root at Re 1e5, ε 1e-4. */
export const colebrook = { reynolds: 1e5, roughness: 1e-4, friction: 0.018513866077471644, source: '[3]' } as const;
