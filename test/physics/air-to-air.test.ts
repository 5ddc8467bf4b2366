import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { enthalpy, saturatedEnthalpy, saturatedHumidityRatio, wetBulb } from '../../src/fluids/moist-air.ts';
import { dryPlateHeat, type PlateInlets, sprayedAir, sprayedPlateHeat } from '../../src/physics/air-to-air.ts';
import { indirectEffectiveness, padEffectiveness, padPressureDrop } from '../../src/physics/evaporative-cooling.ts';

function plates(changed: Partial<PlateInlets>): PlateInlets {
  const inlets = {
    firstFlow: 1,
    firstTemperature: 310,
    firstHumidityRatio: 0.009,
    secondFlow: 1.2,
    secondTemperature: 305,
    secondHumidityRatio: 0.01,
    secondWetBulb: NaN,
    pressure: 101_325,
    firstConductance: 4000,
    secondConductance: 4000,
    ...changed,
  };
  if (Number.isNaN(inlets.secondWetBulb))
    inlets.secondWetBulb = wetBulb(inlets.secondTemperature, inlets.secondHumidityRatio, inlets.pressure);
  return inlets;
}

const anyPlates = fc
  .record({
    secondTemperature: fc.double({ min: 283, max: 316, noNaN: true }),
    relativeHumidity: fc.double({ min: 0.05, max: 1, noNaN: true }),
    pressure: fc.double({ min: 65_000, max: 106_000, noNaN: true }),
    warmer: fc.double({ min: 0.2, max: 20, noNaN: true }),
    secondFlow: fc.double({ min: 0.3, max: 4, noNaN: true }),
    firstConductance: fc.double({ min: 500, max: 8000, noNaN: true }),
    secondConductance: fc.double({ min: 500, max: 8000, noNaN: true }),
  })
  .map(({ relativeHumidity, warmer, ...given }) => {
    const saturated = saturatedHumidityRatio(given.secondTemperature, given.pressure);
    const inlets = plates({ ...given, secondHumidityRatio: relativeHumidity * saturated });
    return { ...inlets, firstTemperature: inlets.secondWetBulb + warmer };
  })
  .filter(({ secondWetBulb }) => secondWetBulb > 273.2);

const nothing = { temperature: NaN, humidityRatio: NaN, evaporated: NaN };

describe('sprayed plates', () => {
  it('cool no further than the wet bulb, and come close to it with much surface and much air', () => {
    const inlets = plates({ secondFlow: 8, firstConductance: 40_000, secondConductance: 160_000 });
    const leaving = inlets.firstTemperature - sprayedPlateHeat(inlets) / (1006 + 1860 * inlets.firstHumidityRatio);
    expect(leaving).toBeGreaterThan(inlets.secondWetBulb);
    expect(leaving).toBeLessThan(inlets.secondWetBulb + 0.3);
  });

  it('cool more than dry ones, by the evaporation', () => {
    expect(sprayedPlateHeat(plates({}))).toBeGreaterThan(2 * dryPlateHeat(plates({})));
  });

  it('close energy and water; the air leaves no wetter than saturated', () => {
    fc.assert(
      fc.property(anyPlates, (inlets) => {
        const heat = sprayedPlateHeat(inlets);
        const air = sprayedAir(inlets, heat, 60_000, { ...nothing });
        const gained =
          enthalpy(air.temperature, air.humidityRatio) - enthalpy(inlets.secondTemperature, inlets.secondHumidityRatio);
        const brought = (air.humidityRatio - inlets.secondHumidityRatio) * 60_000;
        expect(inlets.secondFlow * (gained - brought)).toBeCloseTo(heat, 4);
        expect(air.evaporated).toBeGreaterThanOrEqual(0);
        const most = saturatedHumidityRatio(air.temperature, inlets.pressure);
        expect(air.humidityRatio).toBeLessThanOrEqual(most * (1 + 2e-4));
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('agree within 8 % with plates marched in crossflow cells by their differential equations', () => {
    let worst = 0;
    fc.assert(
      fc.property(anyPlates, (inlets) => {
        const off = Math.abs(sprayedPlateHeat(inlets) / marchedPlates(inlets, 40) - 1);
        worst = Math.max(worst, off);
      }),
      { seed: 4, numRuns: 60, endOnFailure: true },
    );
    expect(worst).toBeLessThan(0.08);
    expect(worst).toBeGreaterThan(1e-4);
  });

  it('give less to air that is no warmer, and refuse a frozen spray', () => {
    const inlets = plates({});
    expect(sprayedPlateHeat({ ...inlets, firstTemperature: inlets.secondWetBulb })).toBe(0);
    expect(() => sprayedPlateHeat({ ...inlets, secondWetBulb: 270 })).toThrow(OutOfRangeError);
    expect(() => sprayedPlateHeat({ ...inlets, secondWetBulb: NaN })).toThrow(OutOfRangeError);
  });

  it('cool more in thin air of the same flows and states, whose saturation is steeper', () => {
    const at = (pressure: number) => {
      const inlets = plates({ pressure, secondWetBulb: 293 });
      return sprayedPlateHeat(inlets);
    };
    expect(at(75_000)).toBeGreaterThan(at(101_325) * 1.01);
  });
});

/** Crossflow cell by cell: wet surface at the temperature where heat through the plate is enthalpy into the air. */
function marchedPlates(inlets: PlateInlets, cells: number): number {
  const { pressure } = inlets;
  const n = cells * cells;
  const [a, w] = [inlets.secondConductance / n, inlets.firstConductance / n];
  const [first, second] = [inlets.firstFlow / cells, inlets.secondFlow / cells];
  const [c1, c2] = [1006 + 1860 * inlets.firstHumidityRatio, 1006 + 1860 * inlets.secondHumidityRatio];
  const air = new Float64Array(cells).fill(inlets.firstTemperature);
  // Saturated at its wet bulb: what the enthalpy of the second stream is to a wet surface.
  const entering = saturatedEnthalpy(inlets.secondWetBulb, pressure);
  let heat = 0;
  for (let i = 0; i < cells; i++) {
    let h = entering;
    for (let j = 0; j < cells; j++) {
      let [low, high] = [inlets.secondWetBulb - 1, Math.max(air[j]!, inlets.secondWetBulb)];
      for (let k = 0; k < 40; k++) {
        const s = 0.5 * (low + high);
        if (w * (air[j]! - s) > (a / c2) * (saturatedEnthalpy(s, pressure) - h)) low = s;
        else high = s;
      }
      const q = w * (air[j]! - 0.5 * (low + high));
      air[j]! -= q / (first * c1);
      h += q / second;
      heat += q;
    }
  }
  return heat;
}

describe('pads and the empirical indirect cooler', () => {
  it('lose effectiveness and pressure with speed', () => {
    for (let v = 1; v <= 3.5; v += 0.5) {
      expect(padEffectiveness(v)).toBeLessThan(padEffectiveness(v - 0.25));
      expect(padPressureDrop(v)).toBeGreaterThan(padPressureDrop(v - 0.25));
    }
    // The record's own round figure, 160.71 Pa at 3.5 m/s.
    expect(padPressureDrop(3.5)).toBeCloseTo(160.71, 1);
  });

  it('refuse speeds outside the sheet', () => {
    for (const v of [0.4, 5.1, NaN]) expect(() => padEffectiveness(v)).toThrow(OutOfRangeError);
    for (const v of [0.5, 3.6, NaN]) expect(() => padPressureDrop(v)).toThrow(OutOfRangeError);
  });

  it('an indirect cooler does nothing where its outdoor stream is too small', () => {
    expect(indirectEffectiveness(0.8, 0.16, 6)).toBe(0);
    expect(() => indirectEffectiveness(1.2, 0.16, 1)).toThrow(OutOfRangeError);
    expect(() => indirectEffectiveness(0.8, 0.16, 0)).toThrow(OutOfRangeError);
  });
});
