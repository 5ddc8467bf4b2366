import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { caseTemperature, fittedResistance, flowAtResistance, resistanceAtFlow } from '../../src/physics/cold-plate.ts';
import { flowAtPressureDrop, pressureDropAtFlow, pressureDropRatio } from '../../src/physics/flow-resistance.ts';
import {
  developingNusselt,
  microchannelState,
  rectangularFriction,
  rectangularNusselt,
} from '../../src/physics/microchannel.ts';
import {
  oamFitOfBuildings,
  oamPropyleneGlycol,
  oamWater,
  rectangularDucts,
  tuckermanPease,
} from '../published/cold-plate.ts';

const perMinute = 1 / 60000;
const flows = (plate: { litresPerMinute: readonly number[] }) => plate.litresPerMinute.map((v) => v * perMinute);

describe('resistance through measured points', () => {
  it('meets the OCP plate in PG25 within 4 %, nearer than the fit of R·V', () => {
    const fit = fittedResistance(flows(oamPropyleneGlycol), oamPropyleneGlycol.resistance);
    const theirs = Math.max(
      ...oamPropyleneGlycol.litresPerMinute.map((v, i) => {
        const fitted = oamFitOfBuildings.infinite + oamFitOfBuildings.perFlow / (v * perMinute);
        return Math.abs(fitted / oamPropyleneGlycol.resistance[i]! - 1);
      }),
    );
    expect(fit.worstError).toBeLessThan(0.04);
    expect(fit.worstError).toBeLessThan(theirs);
    expect(fit.range[0]).toBeCloseTo(0.4 * perMinute, 12);
    // Both describe one plate: at 1 L/min they are within 1 % of each other.
    const at = resistanceAtFlow(fit, perMinute);
    expect(Math.abs(at / (oamFitOfBuildings.infinite + oamFitOfBuildings.perFlow / perMinute) - 1)).toBeLessThan(0.01);
  });

  it('meets the OCP plate in water within 1 %', () => {
    const fit = fittedResistance(flows(oamWater), oamWater.resistance);
    expect(fit.worstError).toBeLessThan(0.01);
    expect(caseTemperature(313.15, resistanceAtFlow(fit, 2 * perMinute), 1000)).toBeCloseTo(313.15 + 17.2, 0);
  });

  it('gives back the two terms that points were made of', () => {
    const made = [1e-5, 2e-5, 4e-5];
    const fit = fittedResistance(
      made,
      made.map((v) => 0.016 + 1.4e-7 / v),
    );
    expect(fit.infinite).toBeCloseTo(0.016, 12);
    expect(fit.perFlow / 1.4e-7).toBeCloseTo(1, 10);
    expect(fit.worstError).toBeLessThan(1e-12);
  });

  it('falls with flow, is endless without, and gives the flow back', () => {
    const fit = fittedResistance(flows(oamPropyleneGlycol), oamPropyleneGlycol.resistance);
    expect(resistanceAtFlow(fit, 0)).toBe(Infinity);
    expect(resistanceAtFlow(fit, 2e-5)).toBeGreaterThan(resistanceAtFlow(fit, 3e-5));
    expect(flowAtResistance(fit, resistanceAtFlow(fit, 2.5e-5))).toBeCloseTo(2.5e-5, 15);
    expect(flowAtResistance(fit, fit.infinite * 0.9)).toBe(Infinity);
  });

  it('never turns a term negative, and takes one point as constant', () => {
    const steep = fittedResistance([1, 2, 4], [1, 0.4, 0.1]);
    expect(steep.infinite).toBe(0);
    const rising = fittedResistance([1, 2, 4], [1, 1.1, 1.2]);
    expect(rising.perFlow).toBe(0);
    expect(fittedResistance([1e-5], [0.05])).toMatchObject({ infinite: 0.05, perFlow: 0 });
  });

  it('refuses points that are none, and a negative flow', () => {
    expect(() => fittedResistance([], [])).toThrow(OutOfRangeError);
    expect(() => fittedResistance([1, 2], [1])).toThrow(OutOfRangeError);
    expect(() => fittedResistance([0], [1])).toThrow(OutOfRangeError);
    const fit = fittedResistance([1e-5], [0.05]);
    for (const bad of [-1, NaN]) expect(() => resistanceAtFlow(fit, bad)).toThrow(OutOfRangeError);
  });
});

describe('flow resistance', () => {
  const loop = { ratedPressureDrop: 50e3, ratedFlow: 10 * perMinute, exponent: 1.85 };

  it('follows its power law both ways, with the sign of the flow', () => {
    expect(pressureDropAtFlow(loop, 10 * perMinute)).toBeCloseTo(50e3, 8);
    expect(pressureDropAtFlow(loop, 5 * perMinute) / 50e3).toBeCloseTo(2 ** -1.85, 12);
    for (const v of [-2e-4, -1e-6, 0, 1e-5, 3e-4]) {
      expect(flowAtPressureDrop(loop, pressureDropAtFlow(loop, v))).toBeCloseTo(v, 14);
    }
  });

  it('has the flows of the Buildings library at 10 kPa for n = 2, 1.25 and 1', () => {
    // Buildings.Fluid.FixedResistances.Validation.PressureDropPartiallyTurbulent: 2 kg/s at 5 kPa.
    for (const [exponent, flow] of [
      [2, 2.82842708],
      [1.25, 3.48220229],
      [1, 4],
    ] as const) {
      const here = flowAtPressureDrop({ ratedPressureDrop: 5000, ratedFlow: 2, exponent }, 10_000);
      expect(Math.abs(here / flow - 1)).toBeLessThan(1e-6);
    }
  });

  it('turns water’s drop into that of 25 % glycol as the Buildings library does', () => {
    // PressureDrop_massFlowRate, 20 °C: PG25 1020.19 kg/m³ and 2.541 mPa·s, cp 3908.3; water 998.2, 1.0016, 4184.
    const viscosity = 2.541 / 1.0016;
    const density = 1020.19 / 998.2;
    expect(Math.abs(pressureDropRatio(1, viscosity, density, 1.688) / 1.30822031 - 1)).toBeLessThan(2e-3);
    const sameHeat = pressureDropRatio(4184 / 3908.3, viscosity, density, 1.688);
    expect(Math.abs(sameHeat / 1.46815336 - 1)).toBeLessThan(2e-3);
  });
});

describe('microchannels', () => {
  it('have the friction and Nusselt number of the exact series', () => {
    for (const [aspect, friction, nusselt] of rectangularDucts) {
      expect(Math.abs(rectangularFriction(aspect) / friction - 1)).toBeLessThan(1e-3);
      expect(Math.abs(rectangularNusselt(aspect) / nusselt - 1)).toBeLessThan(1e-3);
    }
    for (let a = 0.05; a <= 1; a += 0.05) {
      let sum = 0;
      for (let n = 1; n < 60; n += 2) sum += Math.tanh((n * Math.PI) / (2 * a)) / n ** 5;
      const exact = 24 / ((1 + a) ** 2 * (1 - ((192 * a) / Math.PI ** 5) * sum));
      expect(Math.abs(rectangularFriction(a) / exact - 1)).toBeLessThan(1e-3);
    }
  });

  it('lose their entrance effect far down a long duct', () => {
    expect(developingNusselt(4.364, 1e-3)).toBeCloseTo(4.364, 2);
    // Mean over a tube at constant flux: 1.953 Gz^(1/3) where the layer is thin.
    expect(developingNusselt(4.364, 1e5) / (1.953 * Math.cbrt(1e5))).toBeCloseTo(1, 1);
  });

  it('give the silicon heat sink of Tuckerman and Pease: drop and resistance within a quarter', () => {
    const { geometry, flow, resistance, pressureDrop } = tuckermanPease;
    // Water at 23 °C in, some 40 K rise at the outlet: properties at the mean of about 37 °C.
    const water = { density: 993, specificHeat: 4178, conductivity: 0.626, viscosity: 0.7e-3 };
    const state = microchannelState(geometry, water, flow);
    // Theirs is the largest rise, at the outlet: the coolant's whole rise and the film there,
    // where it is weakest; ours has the mean film and must come out lower.
    const capacityRate = flow * water.density * water.specificHeat;
    const base = geometry.baseThickness / (geometry.conductivity * 1e-4);
    const outlet = base + state.filmResistance + 1 / capacityRate;
    expect(outlet / resistance).toBeGreaterThan(0.75);
    expect(outlet / resistance).toBeLessThan(1);
    expect(Math.abs(state.pressureDrop / pressureDrop - 1)).toBeLessThan(0.25);
    expect(state.reynolds).toBeLessThan(1200);
  });

  it('never cools below the coolant’s own rise, better with thin coolant, and refuse turbulence', () => {
    const { geometry } = tuckermanPease;
    const water = { density: 993, specificHeat: 4178, conductivity: 0.626, viscosity: 0.7e-3 };
    for (const flow of [1e-7, 1e-6, 1e-5]) {
      const state = microchannelState(geometry, water, flow);
      expect(state.resistance).toBeGreaterThan(1 / (flow * 993 * 4178));
      expect(microchannelState(geometry, { ...water, viscosity: 1.4e-3 }, flow).pressureDrop).toBeGreaterThan(
        state.pressureDrop,
      );
    }
    expect(() => microchannelState(geometry, water, 1e-4)).toThrow(OutOfRangeError);
    expect(() => microchannelState({ ...geometry, channels: 0 }, water, 1e-6)).toThrow(OutOfRangeError);
  });
});
