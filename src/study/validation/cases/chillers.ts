/**
 * Published performance of chillers.
 *
 * [1] Modelica Buildings Library, Chillers.Examples.Carnot_TEva, reference result of 2017-06-16 (BSD 3-clause).
 * [2] ibid., Chillers.Examples.ElectricEIR, ElectricReformulatedEIR and ElectricEIR_AirCooled; curves from
 *     Chillers.idf of EnergyPlus (CoolTools project).
 * [3] N. Lei, E. Masanet, Energy 201 (2020) 117556: fit to water-cooled centrifugal chillers, ± 11 %.
 */

/** Water on both sides, η 0.3, approaches 2 K; the condenser leaves 10 K warmer. Printed in single precision. */
export const carnotOfBuildings = {
  ratedHeat: 100_000,
  carnotFraction: 0.3,
  approach: 2,
  ratedEvaporatorLeaving: 278.15,
  ratedCondenserLeaving: 303.15,
  ratedRise: 10,
  ratedCop: 2.85672414,
  heat: 159_390.469,
  evaporatorLeaving: 279.15,
  condenserEntering: 298.15,
  condenserLeaving: 308.15,
  power: 68_469.0859,
  cop: 2.32791877,
  source: '[1]',
};

/** Curves of the McQuay WSC 471 kW / 5.89 COP with vanes, entering and leaving condenser temperature. */
export const mcquay = {
  ratedHeat: 471_200,
  ratedCop: 5.89,
  entering: {
    capacityOfTemperature: [0.252113, 0.01324053, -0.008637329, 0.08581056, -0.004261176, 0.008661899],
    eirOfTemperature: [0.4475238, -0.0258821, -0.001459053, 0.04342595, -0.001000651, 0.001920106],
    eirOfLoad: [0.2778889, 0.2338363, 0.4883748],
    maximumLoad: 1.15,
    minimumCondenser: 285.93,
    maximumCondenser: 299.82,
  },
  leaving: {
    capacityOfTemperature: [-0.4862465, -0.07293218, -0.008514849, 0.1463106, -0.004474066, 0.009813408],
    eirOfTemperature: [0.3522647, -0.0331179, -0.0001374491, 0.03469525, -0.0003624458, 0.0006749423],
    eirOfLoad: [0.8215998, -0.02209969, -1.725652e-5, -0.03831448, 0.1896948, 0.02308518, 0, 0.01349969, 0, 0],
    maximumLoad: 1.08,
    minimumCondenser: 291.96,
    maximumCondenser: 308.24,
  },
  minimumEvaporatorLeaving: 280.37,
  maximumEvaporatorLeaving: 285.93,
  /** 15 → 10 °C at 10.35 kg/s, condenser 20 °C at 19.24 kg/s; water 4184 J/(kg·K). */
  state: {
    evaporatorFlow: 10.35,
    evaporatorDrop: 5,
    evaporatorLeaving: 283.15,
    condenserEntering: 293.15,
    condenserFlow: 19.24,
  },
  entered: { cop: 5.59465218, load: 0.363277495, condenserLeaving: 296.320465 },
  left: { cop: 5.6346, load: 0.3846 },
  source: '[2]',
};

/** York YCAL0033EE, air-cooled; at 864 s water leaves at 5.000 °C and air is at 25.971 °C. */
const yorkDesign = {
  ratedHeat: 100_582,
  ratedCop: 3.1,
  capacityOfTemperature: [-0.2660645697, 0.0998714035, -0.0023814154, 0.0628316481, -0.0009644649, -0.0011249224],
  eirOfTemperature: [0.1807017787, 0.0271530312, -0.0004553574, 0.0188175079, 0.0002623276, -0.0012881189],
  eirOfLoad: [0, 1, 0],
};
export const yorkAirCooled = {
  ...yorkDesign,
  design: {
    ...yorkDesign,
    minimumLoad: 0.1,
    minimumUnloading: 0.1,
    maximumLoad: 1.15,
    minimumEvaporatorLeaving: 277.59,
    maximumEvaporatorLeaving: 283.15,
    minimumCondenser: 297.04,
    maximumCondenser: 324.82,
  },
  state: {
    evaporatorLeaving: 278.15,
    condenserEntering: 299.120514,
    evaporatorFlow: 4.3,
    evaporatorEntering: 283.269989,
  },
  cop: 3.85836411,
  load: 0.907692909,
  source: '[2]',
};

/** Trane CVHE 1442 kW / 6.61 COP with variable speed: the widest data of a variable-speed centrifugal in the set. */
export const traneVariableSpeed = {
  ratedHeat: 1_441_800,
  ratedCop: 6.61,
  capacityOfTemperature: [0.4007341, 0.001148568, 0.0001049504, 0.05574667, -0.001646131, 0.0013232],
  eirOfTemperature: [0.6287646, -0.03024605, 0.0006137016, 0.01805826, 0.0001640653, -0.0001113802],
  eirOfLoad: [0.09299787, 0.3244475, 0.5818753],
  maximumLoad: 1.07,
  minimumEvaporatorLeaving: 277.59,
  maximumEvaporatorLeaving: 282.04,
  minimumCondenser: 285.93,
  maximumCondenser: 308.15,
  source: '[2]',
};

/** COP of [3] at load x (0.2 … 0.8) and condenser water t [°C]; at 25 °C, 0.6: 7.44. */
export function leiMasanetCop(x: number, t: number): number {
  return 16.798751 + 0.00884 * t * t - 8.528931 * x * x + 9.885294 * x - 0.760621 * t + 0.084615 * x * t;
}
