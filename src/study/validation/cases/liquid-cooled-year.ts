/**
 * A year of a liquid-cooled data centre of 1 MW at 60 % load in Chicago: what the Modelica Buildings Library gives,
 * Applications.DataCenters.LiquidCooled.Examples.ChillerWSE, reference result of 2026-07-22 (BSD 3-clause, single
 * precision), and the parameters that lead to it.
 *
 * Loops: racks and CDU (25 % propylene glycol by volume, frozen at 45 °C), plant (water), dry cooler (40 % propylene
 * glycol by volume, frozen at 44 °C). Its PUE leaves out the pump of the plant loop.
 */

/** A pump by its rated flow [kg/s] and head [Pa], in a liquid of a density [kg/m³]. */
export interface RatedPump {
  readonly flow: number;
  readonly head: number;
  readonly density: number;
}

const rackDensity = 1007.8753;
const plantDensity = 995.586;
const coolerDensity = 1018.14833;

export const liquidCooledYear = {
  rackHeat: 600_000,
  rackSupply: 318.15,
  rack: { specificHeat: 3969.74624, density: rackDensity, flow: 0.6 * 50.381054 },
  plant: { specificHeat: 4184, density: plantDensity, ratedFlow: 47.8011472 },
  cooler: { specificHeat: 3764.05028, density: coolerDensity, ratedFlow: 53.134253 },
  cdu: {
    conductance: 328_250.435,
    filmRatio: 1.63692874,
    plantFlow: 47.8011472,
    rackFlow: 50.381054,
    /** Held between the ports on the side of the racks [Pa]. */
    externalHead: 203_694.344,
    exchanger: { ratedPressureDrop: 80_000, exponent: 2 },
    filter: { ratedPressureDrop: 65_000, exponent: 1.76 },
    pumpEfficiency: 0.7,
  },
  economizer: { effectiveness: 0.625, ratedPressureDrop: 80_000, plantFlow: 28.680688336520078 },
  /** Entering the evaporator above this the chiller starts: 1 K over its offset set point [K]. */
  chillerStart: 315.15,
  coolerPump: { flow: 31.880551828142732, head: 269_169.76194526115, density: coolerDensity },
  economizerCoolerPump: { flow: 31.880551828142732, head: 80_000, density: coolerDensity },
  economizerPlantPump: { flow: 28.680688336520078, head: 80_000, density: plantDensity },
  /** Runs and draws, but is in neither its pump energy nor its PUE. */
  loopPump: { flow: 47.80114722753346, head: 292_578.42780529347, density: plantDensity },
  /** Two pipes of 20 m on the way to the dry cooler, sized at 5 m/s for the flow of the economizer [Pa]. */
  coolerPipes: { ratedPressureDrop: 2 * 94_584.881, ratedFlow: 31.8805518 },
  coolerCoil: { ratedPressureDrop: 80_000, ratedFlow: 53.134253 },
  dryCooler: {
    heat: 1e6,
    inlet: 317.15,
    outlet: 312.15,
    air: 309.15,
    conductance: 421_134.555,
    airFlow: 197.133676,
    airSpecificHeat: 1014.54,
    fanPower: 50_000,
    minimumSpeed: 0.3,
    freeConvection: 0.125,
    leastSpeed: 0.1,
    setpoint: 311.15,
    fanCurve: { speeds: [0, 0.1, 0.3, 0.6, 1], powers: [0, 0.001, 0.027, 0.216, 1] },
  },
  /** What the library stores, at the end of the year or at rest. */
  result: {
    pue: 1.06585419,
    pumpEnergy: 1.24213264e12,
    fanEnergy: 3.93365325e9,
    chillerEnergy: 0,
    cduLeaving: 320.603577,
    cduEntering: 314.695007,
    economizerLeaving: 316.24234,
    coolerLeaving: 311.14987,
  },
  /** Pipes sized at 5 m/s: flow [kg/s], density, viscosity, pressure drop of 20 m with twice the length for fittings. */
  pipes: {
    velocity: 5,
    length: 20,
    roughness: 1.5e-5,
    lengthFactor: 2,
    drops: [
      ['dry cooler', 31.8805518, coolerDensity, 0.00197893568, 94_584.881],
      ['plant', 47.8011472, plantDensity, 1e-3, 66_289.2139],
      ['racks', 50.381054, rackDensity, 0.00123382379, 66_847.1722],
    ],
  },
} as const;

/**
 * Hydraulic efficiency over its peak by the Euler number, x = lg(Δp V_p²/(Δp_p V²)): three cubics, the highest power
 * first, each divided by 1.01545. EnergyPlus 9.6 Engineering Reference, 16.4.
 */
export const eulerCubics = {
  divisor: 1.01545,
  below: [0.05687322707407, 0.493231336746, 1.433531254001, 1.407887300933],
  middle: [0.37824577860088, -0.75988502317361, -0.060614519563716, 1.01426507307139],
  above: [-8.5494313567465e-3, 1.29570015023683e-1, -6.59973150292782e-1, 1.13993003013131],
} as const;
