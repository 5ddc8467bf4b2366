/**
 * An independent witness of the wet coil: its differential equations marched
 * cell by cell, with no effectiveness, no chord and no searched boundary.
 * The surface temperature of each cell is found from the local balance
 *
 *     a (T − T_s) + (a/c_a) max(0, W − W_s(T_s)) h_fg = w (T_s − T_w)
 *
 * and the water's outlet by bisection, so that it enters at the wanted temperature.
 */

import { saturatedHumidityRatio } from '../../src/fluids/moist-air.ts';
import type { CoilInlets } from '../../src/physics/wet-coil.ts';

export interface Marched {
  readonly heat: number;
  readonly airOutlet: number;
  readonly humidityRatioOutlet: number;
  readonly condensate: number;
}

export function marchedCoil(inlets: CoilInlets, cells: number): Marched {
  let low = inlets.waterTemperature;
  let high = inlets.airTemperature;
  for (let i = 0; i < 60; i++) {
    const middle = 0.5 * (low + high);
    if (marched(inlets, cells, middle).waterInlet > inlets.waterTemperature) high = middle;
    else low = middle;
  }
  return marched(inlets, cells, 0.5 * (low + high));
}

/** From the air's inlet, where the water leaves at a guessed temperature, to its outlet. */
function marched(inlets: CoilInlets, cells: number, waterOutlet: number): Marched & { readonly waterInlet: number } {
  const { airFlow, pressure } = inlets;
  const [a, w] = [inlets.airConductance / cells, inlets.waterConductance / cells];
  const specific = 1006 + 1860 * inlets.humidityRatio;
  let [T, W, water, heat] = [inlets.airTemperature, inlets.humidityRatio, waterOutlet, 0];
  for (let i = 0; i < cells; i++) {
    // Too warm a guess of its outlet takes the water far below its inlet: enough is known.
    if (water < inlets.waterTemperature - 30) break;
    const surface = surfaceOf(T, W, water, a, w, specific, pressure);
    const sensible = a * (T - surface);
    const vapour = (a / specific) * Math.max(0, W - saturatedHumidityRatio(surface, pressure));
    const latent = vapour * latentHeat(surface);
    T -= sensible / (airFlow * specific);
    W -= vapour / airFlow;
    water -= (sensible + latent) / inlets.waterCapacityRate;
    heat += sensible + latent;
  }
  return {
    heat,
    airOutlet: T,
    humidityRatioOutlet: W,
    condensate: airFlow * (inlets.humidityRatio - W),
    waterInlet: water,
  };
}

const latentHeat = (temperature: number): number => 2_501_000 - 2326 * (temperature - 273.15);

function surfaceOf(T: number, W: number, water: number, a: number, w: number, cp: number, pressure: number): number {
  let [low, high] = [Math.min(water, T), Math.max(water, T)];
  for (let i = 0; i < 50; i++) {
    const s = 0.5 * (low + high);
    const vapour = (a / cp) * Math.max(0, W - saturatedHumidityRatio(s, pressure));
    if (a * (T - s) + vapour * latentHeat(s) > w * (s - water)) low = s;
    else high = s;
  }
  return 0.5 * (low + high);
}
