/**
 * Published stiff initial-value problems with their reference solutions.
 *
 * [1] F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers, release 2.4,
 *     University of Bari, 2008: hires.f, vdpol.f, orego.f and rober.f, solutions by RADAU5 at a
 *     tolerance of 1.1e-18 (HIRES, van der Pol: as their files say). Read in the copies of the
 *     R package deTestSet (hires.f, the references of all four) and of PSIDE (vdpol.f).
 * [2] (Robertson) Driver of the code MEBDF for Robertson's problem, August 2005: the solution at every decade.
 *     Read in a MATLAB transcription of it; its last row is that of [1] to 2e-14.
 * [3] (Oregonator) E. Hairer, G. Wanner, stiff test set, www.unige.ch/~hairer/testset: the Oregonator every 30.
 *     Read in the tests of NCAR's MICM; its last row is that of [1] to 1e-12.
 *
 * The van der Pol oscillator is the form of [1] with ε = 1e-6 on 0 … 2, which is μ = 1000 on
 * 0 … 2000 in t/μ. Robertson's three rates sum to nought, so y₁ + y₂ + y₃ = 1.
 */

/** A problem y' = f(t, y), y(0) given, with solutions at some times. */
export interface StiffProblem {
  readonly name: 'Robertson' | 'van der Pol, ε = 1e-6' | 'HIRES' | 'Oregonator';
  readonly initial: readonly number[];
  readonly derivative: (t: number, y: Float64Array, dy: Float64Array) => void;
  /** Below this size a component counts as small: absolute tolerance over relative. */
  readonly small: readonly number[];
  readonly solutions: readonly { readonly time: number; readonly y: readonly number[] }[];
}

export const stiffProblems: readonly StiffProblem[] = [
  {
    name: 'Robertson',
    initial: [1, 0, 0],
    derivative(_t, y, dy) {
      dy[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
      dy[2] = 3e7 * y[1] * y[1];
      dy[1] = -dy[0] - dy[2];
    },
    small: [1e-9, 1e-14, 1e-4],
    solutions: [
      { time: 1, y: [0.9664597373330035, 0.3074626578578675e-4, 0.3350951640121071e-1] },
      { time: 1e1, y: [0.8413699238414729, 0.1623390937990473e-4, 0.1586138422491472] },
      { time: 1e2, y: [0.6172348823960878, 0.6153591274639123e-5, 0.3827589640126376] },
      { time: 1e3, y: [0.3368745306607069, 0.2013702318261393e-5, 0.6631234556369748] },
      { time: 1e4, y: [0.107300428537804, 0.480016697257166e-6, 0.8926990914454987] },
      { time: 1e5, y: [0.1786592114209946e-1, 0.7274751468436319e-7, 0.9821340061103859] },
      { time: 1e6, y: [0.2031483924973415e-2, 0.8142277783356159e-8, 0.9979685079327488] },
      { time: 1e7, y: [0.2076093439016395e-3, 0.830607748506761e-9, 0.9997923898254906] },
      { time: 1e8, y: [0.208241751217946e-4, 0.8329841429908955e-10, 0.9999791757415798] },
      { time: 1e9, y: [0.2083229471647004e-5, 0.8332935037760723e-11, 0.9999979167621954] },
      { time: 1e10, y: [0.2083328471883087e-6, 0.8333315602809495e-12, 0.9999997916663195] },
      { time: 1e11, y: [0.2083340149701284e-7, 0.8333360770334744e-13, 0.9999999791665152] },
    ],
  },
  {
    name: 'van der Pol, ε = 1e-6',
    initial: [2, 0],
    derivative(_t, y, dy) {
      dy[0] = y[1];
      dy[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) / 1e-6;
    },
    small: [1, 1],
    solutions: [{ time: 2, y: [1.706167732170483, -0.8928097010247975] }],
  },
  {
    name: 'HIRES',
    initial: [1, 0, 0, 0, 0, 0, 0, 0.0057],
    derivative(_t, y, dy) {
      dy[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
      dy[1] = 1.71 * y[0] - 8.75 * y[1];
      dy[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
      dy[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
      dy[4] = -1.745 * y[4] + 0.43 * (y[5] + y[6]);
      dy[5] = -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
      dy[6] = 280 * y[5] * y[7] - 1.81 * y[6];
      dy[7] = -dy[6];
    },
    small: [1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3, 1e-3],
    solutions: [
      {
        time: 321.8122,
        y: [
          0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
          0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2,
        ],
      },
    ],
  },
  {
    name: 'Oregonator',
    initial: [1, 2, 3],
    derivative(_t, y, dy) {
      dy[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
      dy[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
      dy[2] = 0.161 * (y[0] - y[2]);
    },
    small: [1, 1, 1],
    solutions: [
      { time: 30, y: [1.000661467180497, 1512.778937348249, 10358.54312767229] },
      { time: 60, y: [1.000874625199626, 1144.336972384497, 83.72149966624639] },
      { time: 90, y: [1.001890368438751, 529.9926232295553, 1.66227957904242] },
      { time: 120, y: [1.004118022612645, 243.8326079910346, 1.008822224048647] },
      { time: 150, y: [1.008995416634061, 112.1664388662539, 1.007783229065319] },
      { time: 180, y: [1.019763472537298, 51.59761322947535, 1.016985778956374] },
      { time: 210, y: [1.043985088527474, 23.73442027531524, 1.037691843544522] },
      { time: 240, y: [1.100849071667922, 10.9153380546902, 1.08583196981086] },
      { time: 270, y: [1.249102130020572, 5.013945178605446, 1.208326626237875] },
      { time: 300, y: [1.779724751937019, 2.281852385542403, 1.613754023671725] },
      { time: 330, y: [1.000889326903503, 1125.438585746596, 16410.49483777168] },
      { time: 360, y: [1.000814870318523, 1228.178521549889, 132.0554942846513] },
    ],
  },
];
