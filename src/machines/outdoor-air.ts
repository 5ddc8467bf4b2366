/**
 * Outdoor air through a dry machine (air-cooled condenser, dry cooler): the
 * auditor's view of heat that goes to the weather without water.
 */

import { enthalpy, temperatureOfEnthalpy } from '../fluids/humidity.ts';
import type { Bench } from './machine.ts';

export interface AirSide {
  /** Heat given to the air in the step [W], fans included. */
  set(heat: number): void;
}

/** Air flow fixed by a heat and a rise at the design hour; the state out follows from the heat of each step. */
export function airSide(bench: Bench, designHeat: number, rise: number): AirSide {
  const { s, weather } = bench;
  const port = bench.ambient();
  const designFlow = designHeat / (1006 + 1860 * bench.designWeather.humidityRatio) / rise;
  bench.sized('designAirFlow', designFlow, 'mass flow', 'Dry air at the design hour');

  return {
    set(heat) {
      const humidityRatio = s[weather.humidityRatio]!;
      s[port.airFlow] = designFlow;
      s[port.outletHumidityRatio] = humidityRatio;
      s[port.outletTemperature] = temperatureOfEnthalpy(
        enthalpy(s[weather.dryBulb]!, humidityRatio) + heat / designFlow,
        humidityRatio,
      );
    },
  };
}
