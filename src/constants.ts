/**
 * Constants of nature and of convention, each once.
 */

/** 0 °C in kelvin [K], by definition. */
export const zeroCelsius = 273.15;

/** Standard acceleration of gravity [m/s²], CGPM 1901. */
export const gravity = 9.80665;

/** Standard atmosphere [Pa], ISO 2533. */
export const standardPressure = 101_325;

/** Molar gas constant [J/(mol·K)], exact since the SI of 2019. */
export const gasConstant = 8.314_462_618;

/** Hours of a plain year [h]. */
export const hoursPerYear = 8760;

/** Seconds of an hour [s]. */
export const secondsPerHour = 3600;
