import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import { fluidByName } from '../../src/fluids/fluid-by-name.ts';
import { openModels } from '../../src/node.ts';
import { finGapNusselt, flatPlateNusselt } from '../../src/physics/convection.ts';
import { finSinkModel, finSpacing, forcedGapNusselt } from '../../src/physics/fin-sink.ts';

const { library } = openModels('scenarios');
const oil = fluidByName('synthetic-hydrocarbon', (id) => library.record(id, ['dielectric']));
const sink = {
  width: 0.11,
  length: 0.1,
  baseThickness: 0.006,
  fins: 22,
  finHeight: 0.05,
  finThickness: 0.0012,
  conductivity: 200,
  contactResistance: 0.03,
};
const solved = (heat: number, velocity: number, changes: Partial<typeof sink> = {}) => {
  const model = finSinkModel({ ...sink, ...changes }, oil);
  model.solve(heat, 318.15, velocity);
  return { ...model.state };
};

describe('forced convection in gaps of fins', () => {
  it('of long gaps warms the fluid as far as the fins are: all of ṁ c_p ΔT', () => {
    // ṁ c_p ΔT over both walls: Nu = Re* Pr/2.
    expect(forcedGapNusselt(1e-4, 100) / (0.5e-4 * 100)).toBeCloseTo(1, 4);
  });

  it('of short gaps is a plate on each side', () => {
    // Re* = Re_L (s/L)²: Nu on the spacing is that of the plate times s/L, and a thin layer's displacement beyond.
    const [share, reynolds] = [0.05, 1e8];
    const plate = flatPlateNusselt(4e5, 0.7) * Math.sqrt(reynolds / 4e5);
    const ours = forcedGapNusselt(reynolds * share * share * 0.4, 0.7) / Math.sqrt(0.4);
    expect(Math.abs(ours / (plate * share) - 1)).toBeLessThan(0.01);
  });

  it('is nothing in still fluid, and refuses what is no number', () => {
    expect(forcedGapNusselt(0, 100)).toBe(0);
    expect(() => forcedGapNusselt(NaN, 100)).toThrow(OutOfRangeError);
  });
});

describe('a fin sink in a bath', () => {
  it('in still oil is what a hand calculation makes of Elenbaas and straight fins', () => {
    const { resistance, coefficient, freeNusselt } = solved(250, 0);
    const base = 0.006 / (200 * 0.11 * 0.1);
    const difference = 250 * (resistance - 0.03 - base);
    // EC-100's sheet at the film: ρ, µ, k, c_p of its two points each; Walther between 40 and 100 °C.
    const film = 318.15 + difference / 2;
    const spacing = (0.11 - 22 * 0.0012) / 21;
    const [density, viscosity, conductivity] = [oil.density(film), oil.viscosity(film), oil.conductivity(film)];
    const expansion = (820 - 765) / 85 / density;
    const rayleigh =
      (9.80665 * expansion * difference * spacing ** 3 * density ** 2 * oil.specificHeat(film)) /
      (viscosity * conductivity);
    const nusselt = finGapNusselt((rayleigh * spacing) / 0.1);
    expect(freeNusselt / nusselt).toBeCloseTo(1, 6);
    expect(coefficient / ((nusselt * conductivity) / spacing)).toBeCloseTo(1, 6);
    const m = Math.sqrt((2 * coefficient) / (200 * 0.0012)) * 0.05;
    const walls = 21 * spacing * 0.1 + (2 * 22 * 0.05 * 0.1 * Math.tanh(m)) / m;
    expect(resistance).toBeCloseTo(0.03 + base + 1 / (coefficient * walls), 10);
    // A big sink in still oil: some 0.1 K/W, with gaps that are neither closed nor single plates.
    expect(resistance).toBeGreaterThan(0.07);
    expect(resistance).toBeLessThan(0.2);
  });

  it('resists less with more heat, which stirs the bath, and less with flow', () => {
    expect(solved(400, 0).resistance).toBeLessThan(solved(200, 0).resistance);
    expect(solved(200, 0.02).resistance).toBeLessThan(solved(200, 0).resistance);
    expect(solved(200, 0.02).forcedNusselt).toBeGreaterThan(0);
  });

  it('has its best spacing between fins that touch and fins that are few', () => {
    const film = (fins: number): number => solved(250, 0, { fins }).resistance;
    expect(film(22)).toBeLessThan(film(50));
    expect(film(22)).toBeLessThan(film(8));
  });

  it('answers the same whatever it was asked before, and keeps to its fluid’s range', () => {
    const model = finSinkModel(sink, oil);
    model.solve(5000, 400, 0);
    expect(Number.isFinite(model.state.resistance)).toBe(true);
    model.solve(250, 318.15, 0);
    expect(model.state.resistance / solved(250, 0).resistance).toBeCloseTo(1, 11);
  });

  it('refuses fins that fill their base', () => {
    expect(() => finSpacing({ ...sink, fins: 92 })).toThrow(OutOfRangeError);
    expect(() => finSinkModel({ ...sink, fins: 1 }, oil)).toThrow(OutOfRangeError);
  });
});
