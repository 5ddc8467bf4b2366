/**
 * Liquid and vapour in a closed volume of 2 m³, of which 1 m³ is liquid at
 * 40 °C: vapour, and internal energy above that at 20 °C.
 *
 * CoolProp 8.0.0, PropsSI('U' and 'Q', 'T', T, 'D', m/V), equations of state of
 * Mondejar et al. 2015 (R1233zd(E)) and Tillner-Roth and Baehr 1994 (R134a).
 */
export const twoPhaseInventories = [
  {
    id: 'r1233zd-e',
    /** [kg] */
    mass: 1237.472,
    rows: [
      { celsius: 30, vapour: 8.66696, energy: 15.01985e6 },
      { celsius: 40, vapour: 11.66237, energy: 30.37066e6 },
      { celsius: 50, vapour: 15.374, energy: 46.067e6 },
      { celsius: 60, vapour: 19.90695, energy: 62.12342e6 },
    ],
  },
  {
    id: 'r134a',
    mass: 1196.824,
    rows: [
      { celsius: 30, vapour: 38.4549, energy: 18.01792e6 },
      { celsius: 40, vapour: 50.08502, energy: 36.61114e6 },
      { celsius: 50, vapour: 64.4648, energy: 55.83872e6 },
      { celsius: 60, vapour: 82.25852, energy: 75.77593e6 },
    ],
  },
] as const;
