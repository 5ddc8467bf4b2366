import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { eirCapacity, type EirDesign } from '../../src/physics/chiller-eir.ts';
import {
  reformulatedEirChiller,
  reformulatedEirLeaving,
  reformulatedEirPower,
  reformulatedEirPowerAtLeaving,
} from '../../src/physics/chiller-reformulated-eir.ts';
import { mcquay } from '../published/chillers.ts';

const { leaving, entering, state, ratedHeat, ratedCop, minimumEvaporatorLeaving, maximumEvaporatorLeaving } = mcquay;
const common = { ratedHeat, ratedCop, minimumEvaporatorLeaving, maximumEvaporatorLeaving };
const loads = { minimumLoad: 0.1, minimumUnloading: 0.1 };
const design: EirDesign = { ...common, ...loads, ...leaving };
const chiller = reformulatedEirChiller(design);
const water = 4184;
const heat = state.evaporatorFlow * water * state.evaporatorDrop;
const rate = state.condenserFlow * water;

describe('a chiller by curves in leaving condenser water', () => {
  it('draws what the Buildings library draws', () => {
    const power = reformulatedEirPower(chiller, heat, state.evaporatorLeaving, state.condenserEntering, rate);
    expect(heat / power).toBeCloseTo(mcquay.left.cop, 3);
    const outlet = state.condenserEntering + (heat + power) / rate;
    const available = eirCapacity(chiller, state.evaporatorLeaving, outlet) / leaving.maximumLoad;
    expect(heat / available).toBeCloseTo(mcquay.left.load, 4);
  });

  it('draws within 1 % what the curves of the same machine in entering water have it draw', () => {
    // Stored for both by the library: COP 5.5947 and 5.6346.
    const power = reformulatedEirPower(chiller, heat, state.evaporatorLeaving, state.condenserEntering, rate);
    expect(Math.abs(heat / power / mcquay.entered.cop - 1)).toBeLessThan(0.01);
  });

  it('balances what leaves: the heat and the electricity warm the water by just that', () => {
    for (const share of [0.05, 0.3, 0.7, 1.0]) {
      for (const enters of [292.15, 295.15, 300.15]) {
        const out = reformulatedEirLeaving(chiller, share * 4e5, 283.15, enters, rate);
        const power = reformulatedEirPowerAtLeaving(chiller, share * 4e5, 283.15, out);
        expect(enters + (share * 4e5 + power) / rate).toBeCloseTo(out, 10);
      }
    }
  });

  it('draws at its highest load, not only below it', () => {
    for (const enters of [289.15, 293.15, 297.15]) {
      for (const scarcity of [1, 0.5, 0.35]) {
        const out = reformulatedEirLeaving(chiller, Infinity, 283.15, enters, rate * scarcity);
        const most = eirCapacity(chiller, 283.15, out);
        if (out >= leaving.maximumCondenser - 1e-9) continue;
        const power = reformulatedEirPower(chiller, most, 283.15, enters, rate * scarcity);
        expect(power).toBeGreaterThan(0);
        expect(enters + (most + power) / (rate * scarcity)).toBeCloseTo(out, 9);
        expect(reformulatedEirPower(chiller, 1.001 * most, 283.15, enters, rate * scarcity)).toBeNaN();
      }
    }
  });

  it('rises with the heat, and passes on and off without a jump', () => {
    let last = 0;
    for (let share = 0.002; share <= 1; share += 0.002) {
      const power = reformulatedEirPower(chiller, share * 4.4e5, 283.15, 293.15, rate);
      expect(power).toBeGreaterThan(last);
      expect(power - last).toBeLessThan(0.01 * 1e5);
      last = power;
    }
  });

  it('has no answer where its condenser leaves outside its data', () => {
    const at = (evaporator: number, condenser: number) =>
      reformulatedEirPower(chiller, heat, evaporator, condenser, 80_000);
    expect(at(283.15, 293.15)).toBeGreaterThan(0);
    expect(at(283.15, 308.15)).toBeNaN();
    expect(at(283.15, 285.15)).toBeNaN();
    expect(at(291.15, 293.15)).toBeNaN();
    expect(reformulatedEirPower(chiller, 0, 283.15, 293.15, 80_000)).toBe(0);
    expect(reformulatedEirPower(chiller, -1, 283.15, 293.15, 80_000)).toBeNaN();
  });

  it('refuses curves in entering water', () => {
    expect(() => reformulatedEirChiller({ ...common, ...loads, ...entering })).toThrow(OutOfRangeError);
  });
});
