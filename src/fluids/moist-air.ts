/**
 * Psychrometrics: the one door to the functions of moist air.
 *
 * SI throughout: K, Pa, kg of water per kg of dry air, J per kg of dry air.
 * Weather, coils, towers, pads and economizers import from here; air as the
 * fluid of a circuit is in `air.ts`.
 */

export { saturationPressure, saturationPressureSlope, saturationTemperature } from './water-vapour.ts';
export {
  atmosphericPressure,
  dewPoint,
  enthalpy,
  humidityRatio,
  humidityRatioOfRelativeHumidity,
  relativeHumidity,
  saturatedEnthalpy,
  saturatedHumidityRatio,
  specificVolume,
  temperatureOfEnthalpy,
  temperatureOfSaturatedEnthalpy,
  vapourPressure,
} from './humidity.ts';
export { humidityRatioFromWetBulb, wetBulb } from './wet-bulb.ts';
