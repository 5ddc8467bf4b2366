/**
 * Flows [L/s] that EPANET 2.3.5 gives for the networks of
 * test/physics/witness-networks.ts (through epanet-js 0.9.0, by
 * test/physics/epanet-witness.ts; Darcy–Weisbach, accuracy 1e-5).
 *
 * What it cannot witness: our own friction law, cold plates of another
 * exponent than 2, flow limiters, and check valves of pumps.
 */

export const epanetFlows: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'a row of 100 racks, direct return': {
    S1: 68.45146,
    K1: 1.555167,
    K2: 1.520383,
    K25: 0.9105855,
    K50: 0.5491406,
    K75: 0.396577,
    K99: 0.3709829,
    K100: 0.3709771,
  },
  'a row of 100 racks, reverse return': {
    S1: 61.57324,
    K1: 1.017782,
    K2: 0.9961629,
    K25: 0.5806196,
    K50: 0.3783824,
    K75: 0.5665512,
    K99: 0.9961629,
    K100: 1.017782,
  },
  'a row of 100 racks, one valve shut': {
    S1: 68.33094,
    K1: 1.555293,
    K39: 0.6870463,
    K40: 0.0,
    K41: 0.6606553,
    K75: 0.4024388,
    K99: 0.3764792,
    K100: 0.3764733,
  },
  'a grid of 36 nodes': {
    X10: 13.82207,
    Y01: 9.927928,
    X15: 0.006659847,
    X51: 0.7703545,
    Y53: 2.105206,
    X33: 0.8422568,
    Y24: 1.721513,
    X55: 0.5795141,
  },
  'two unlike pumps side by side': {
    main: 44.63831,
    rackA: 15.00902,
    rackB: 29.6293,
    large: 30.56095,
    small: 14.07737,
  },
  'a hall of 1000 racks': {
    MS1: 629.5359,
    MS10: 61.41451,
    a1K1: 1.514696,
    a1K100: 0.3612527,
    a5K1: 1.419213,
    a5K50: 0.5010895,
    a10K1: 1.395498,
    a10K100: 0.332612,
  },
};
