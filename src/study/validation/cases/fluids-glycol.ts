/**
 * Glycol in water.
 *
 * Source of `glycolTables`: CoolProp 8.0.0, INCOMP::MPG[x] and INCOMP::MEG[x] at 101 325 Pa. CoolProp uses Melinder's
 * coefficients as we do: these rows prove the copying and the arithmetic; `ashraeGlycolTables` the coefficients.
 */

export interface GlycolTable {
  readonly glycol: 'propylene' | 'ethylene';
  /** mass fraction [1] */
  readonly massFraction: number;
  /** Temperature [°C], density [kg/m³], specific heat [J/(kg·K)], conductivity [W/(m·K)], viscosity [mPa·s]. */
  readonly rows: readonly (readonly [number, number, number, number, number])[];
}

export const glycolTables: readonly GlycolTable[] = [
  {
    glycol: 'propylene',
    massFraction: 0.2,
    rows: [
      [10, 1017.86, 3956.1, 0.4818, 2.8747],
      [20, 1014.78, 3976.8, 0.4922, 2.0301],
      [30, 1010.91, 3997.8, 0.5024, 1.5078],
      [35, 1008.72, 4008.4, 0.5074, 1.3212],
      [40, 1006.37, 4019.0, 0.5123, 1.1693],
      [50, 1001.23, 4040.2, 0.5218, 0.94],
      [55, 998.47, 4050.7, 0.5265, 0.8524],
      [60, 995.59, 4061.2, 0.531, 0.7778],
    ],
  },
  {
    glycol: 'propylene',
    massFraction: 0.25,
    rows: [
      [10, 1022.94, 3896.3, 0.4587, 3.5581],
      [20, 1019.28, 3920.5, 0.4679, 2.4452],
      [30, 1014.9, 3944.6, 0.4769, 1.7761],
      [35, 1012.48, 3956.7, 0.4814, 1.5417],
      [40, 1009.91, 3968.6, 0.4858, 1.353],
      [50, 1004.38, 3992.4, 0.4946, 1.0726],
      [55, 1001.44, 4004.1, 0.4989, 0.967],
      [60, 998.4, 4015.7, 0.5032, 0.878],
    ],
  },
  {
    glycol: 'propylene',
    massFraction: 0.4,
    rows: [
      [10, 1037.62, 3674.3, 0.394, 6.9352],
      [20, 1032.27, 3706.7, 0.4003, 4.3838],
      [30, 1026.4, 3738.9, 0.4067, 2.972],
      [35, 1023.28, 3754.9, 0.4099, 2.5048],
      [40, 1020.06, 3770.8, 0.4132, 2.1408],
      [50, 1013.34, 3802.5, 0.4198, 1.6229],
      [55, 1009.86, 3818.2, 0.4232, 1.4362],
      [60, 1006.31, 3833.9, 0.4265, 1.2827],
    ],
  },
  {
    glycol: 'propylene',
    massFraction: 0.55,
    rows: [
      [10, 1047.97, 3394.1, 0.3361, 12.9051],
      [20, 1041.46, 3435.9, 0.3403, 7.6834],
      [30, 1034.52, 3477.8, 0.3446, 4.9527],
      [35, 1030.92, 3498.7, 0.3467, 4.0822],
      [40, 1027.24, 3519.6, 0.3489, 3.4177],
      [50, 1019.67, 3561.4, 0.3533, 2.4965],
      [55, 1015.81, 3582.3, 0.3556, 2.172],
      [60, 1011.9, 3603.1, 0.3579, 1.9087],
    ],
  },
  {
    glycol: 'ethylene',
    massFraction: 0.25,
    rows: [
      [10, 1034.36, 3786.9, 0.4755, 2.5928],
      [20, 1031.05, 3810.7, 0.4859, 1.8989],
      [30, 1027.1, 3834.3, 0.4959, 1.4466],
      [35, 1024.9, 3845.9, 0.5008, 1.2797],
      [40, 1022.55, 3857.4, 0.5056, 1.1415],
      [50, 1017.43, 3880.1, 0.5149, 0.9291],
      [55, 1014.67, 3891.2, 0.5194, 0.8469],
      [60, 1011.77, 3902.1, 0.5238, 0.7768],
    ],
  },
];

/**
 * An independent witness: the glycol tables of the ASHRAE Handbook Fundamentals 2001, ch. 21, for uninhibited
 * solutions by volume, as CoolProp 8.0.0 holds them (INCOMP::APG, INCOMP::AEG). Mass fractions by the densities of the
 * pure glycols at 20 °C, 1036.1 and 1113.2 kg/m³. The two collections differ from each other by what the tests allow.
 */
export const ashraeGlycolTables: readonly GlycolTable[] = [
  {
    glycol: 'propylene',
    massFraction: 0.3079,
    rows: [
      [20, 1028.3, 3848, 0.445, 3.069],
      [40, 1018.4, 3903, 0.462, 1.618],
      [60, 1006.4, 3958, 0.475, 1.006],
      [80, 992.4, 4013, 0.482, 0.7],
    ],
  },
  {
    glycol: 'propylene',
    massFraction: 0.5093,
    rows: [
      [20, 1042.9, 3532, 0.362, 6.6],
      [40, 1031.0, 3609, 0.372, 3.034],
      [60, 1017.0, 3686, 0.378, 1.717],
      [80, 1001.0, 3763, 0.382, 1.126],
    ],
  },
  {
    glycol: 'ethylene',
    massFraction: 0.3234,
    rows: [
      [20, 1045.2, 3645, 0.454, 2.156],
      [40, 1036.8, 3702, 0.473, 1.326],
      [60, 1026.4, 3759, 0.488, 0.912],
      [80, 1014.0, 3815, 0.498, 0.663],
    ],
  },
  {
    glycol: 'ethylene',
    massFraction: 0.5272,
    rows: [
      [20, 1073.3, 3281, 0.38, 3.884],
      [40, 1063.7, 3358, 0.394, 2.213],
      [60, 1052.0, 3435, 0.404, 1.435],
      [80, 1038.5, 3512, 0.411, 0.993],
    ],
  },
  {
    glycol: 'ethylene',
    massFraction: 0.5999,
    rows: [
      [20, 1082.9, 3136, 0.357, 4.79],
      [40, 1072.8, 3221, 0.369, 2.603],
      [60, 1060.7, 3306, 0.378, 1.614],
      [80, 1046.7, 3390, 0.384, 1.077],
    ],
  },
];
