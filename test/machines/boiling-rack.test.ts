/** Surfaces under a boiling bath by their laws: the chain at the working flux, and the margin to dry-out. */

import { describe, expect, it } from 'vitest';
import { fluidByName } from '../../src/fluids/fluid-by-name.ts';
import { boilingSurface, boilingSurfaceFaults, type BoilingSurfaceValues } from '../../src/machines/boiling-surface.ts';
import { openModels } from '../../src/node.ts';
import { preparedOf, type Ran, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';

const { library } = openModels('scenarios');
const fluid = fluidByName('novec-649', (id) => library.record(id, ['boiling-fluid']));
const recordOf = (name: string): BoilingSurfaceValues =>
  library.record(`boiling-surfaces/${name}`, ['boiling-surface']).values as BoilingSurfaceValues;
const plain = recordOf('plain-spreader-novec649');
const coated = recordOf('coated-spreader-novec649');

const hours = spreadHours(60);
const tank = (settings: Readonly<Record<string, string>> = {}): Ran =>
  ranScenario(
    preparedOf(
      systemScenario('systems/two-phase-dry', 'ashburn', {
        'racks.surface': 'boiling-surfaces/plain-spreader-novec649',
        ...settings,
      }),
    ),
    hours,
  );

describe('a boiling surface', () => {
  it('by Cooper is superheated with the third root of its flux, less by the factor of its coating', () => {
    const at = (flux: number, factor = 1): number =>
      boilingSurface({ ...plain, surfaceFactor: factor }, fluid).superheat(flux, 322);
    // By hand: p_r = 0.1009/1.869, M = 316 g/mol, R_p 1 µm: h = 55 p_r^0.12 (−lg p_r)^−0.55 M^−½ q^0.67.
    const reduced = fluid.saturation!.pressure(322) / 1.869e6;
    const coefficient = (55 * reduced ** 0.12 * (-Math.log10(reduced)) ** -0.55 * 1e5 ** 0.67) / Math.sqrt(316.044);
    expect(at(1e5) / (1e5 / coefficient)).toBeCloseTo(1, 9);
    expect(at(5e4) / at(1e5)).toBeCloseTo(0.5 ** 0.33, 12);
    expect(at(1e5, 4)).toBeCloseTo(at(1e5) / 4, 12);
  });

  it('by Rohsenow is superheated with the cube root', () => {
    const surface = boilingSurface({ ...plain, law: 'rohsenow' }, fluid);
    expect(surface.superheat(8e4, 322) / surface.superheat(1e4, 322)).toBeCloseTo(2, 12);
  });

  it('two laws for one plain surface agree within the scatter of both', () => {
    const cooper = boilingSurface(plain, fluid).superheat(1e5, 322);
    const rohsenow = boilingSurface({ ...plain, law: 'rohsenow', surfaceConstant: 0.006 }, fluid).superheat(1e5, 322);
    expect(cooper / rohsenow).toBeGreaterThan(0.6);
    expect(cooper / rohsenow).toBeLessThan(1.6);
  });

  it('spreads within a tenth of what the record with measured values assumed for the same plate', () => {
    // 0.011 K/W of spreading and 0.004 K/W of interface, at 30 kW/(m²·K).
    expect(boilingSurface(plain, fluid).spreading(3e4) / coated.spreadingResistance!).toBeCloseTo(1, 0);
    expect(Math.abs(boilingSurface(plain, fluid).spreading(3e4) / coated.spreadingResistance! - 1)).toBeLessThan(0.1);
  });

  it('dries at Zuber’s flux, hand-calculated; a measured one goes with it from saturation to saturation', () => {
    // 0.131 · 87.9 kJ/kg · √12.8 · (8.57 mN/m · 9.81 · 1514)^¼ at 49 °C.
    const zuber = (Math.PI / 24) * 87_950 * Math.sqrt(12.8) * (8.57e-3 * 9.80665 * 1514) ** 0.25;
    expect(Math.abs(boilingSurface(plain, fluid).critical(322.2) / zuber - 1)).toBeLessThan(0.01);
    const scaled = boilingSurface({ ...coated, criticalLaw: 'scaled', criticalSaturation: 322.2 }, fluid);
    expect(scaled.critical(322.2)).toBeCloseTo(coated.criticalHeatFlux!, 6);
    const law = boilingSurface(plain, fluid);
    expect(scaled.critical(340) / scaled.critical(322.2)).toBeCloseTo(law.critical(340) / law.critical(322.2), 12);
    expect(law.critical(340)).toBeGreaterThan(law.critical(322.2));
  });

  it('whose record lacks what its laws ask for is refused, with all that is missing', () => {
    const { coefficient: _, ...without } = coated;
    expect(boilingSurfaceFaults({ ...without, criticalLaw: 'scaled' } as BoilingSurfaceValues)).toHaveLength(2);
    expect(boilingSurfaceFaults({ ...coated, spreader: plain.spreader! })).toHaveLength(1);
    expect(boilingSurfaceFaults(plain)).toEqual([]);
    expect(boilingSurfaceFaults(coated)).toEqual([]);
  });
});

describe('tanks with a surface by its laws', () => {
  it('stand at the chain of their own flux: saturation, superheat, spreading, junction', () => {
    const ran = tank();
    const surface = boilingSurface(plain, fluid);
    for (let h = 0; h < hours.length; h++) {
      const saturation = ran.of('bath.supplyTemperature')[h]!;
      const power = ran.of('racks.chipPower')[h]!;
      const flux = power / plain.area;
      const superheat = surface.superheat(flux, saturation);
      const chain = saturation + superheat + power * surface.spreading(flux / superheat);
      expect(ran.of('racks.caseTemperature')[h]!).toBeCloseTo(chain, 8);
      expect(ran.of('racks.fluxMargin')[h]!).toBeCloseTo(surface.critical(saturation) / flux, 8);
    }
  });

  it('under a plain surface the chips stand hotter than under the coated one', () => {
    const bare = tank();
    const enhanced = ranScenario(preparedOf(systemScenario('systems/two-phase-dry', 'ashburn')), hours);
    expect(Math.min(...bare.of('racks.caseTemperature'))).toBeGreaterThan(
      Math.max(...enhanced.of('racks.caseTemperature')) + 5,
    );
  });

  it('a sealed tank that floats moves the critical flux with its pressure', () => {
    const sealed = (supply: string): Ran =>
      tank({ 'bath.tank': 'sealed', 'bath.supply': supply, 'bath.reliefPressure': '300 kPa' });
    const [cool, warm] = [sealed('49 degC'), sealed('60 degC')];
    const flux = (ran: Ran, h: number): number => ran.of('racks.fluxMargin')[h]! * ran.of('racks.chipPower')[h]!;
    for (let h = 0; h < hours.length; h++) expect(flux(warm, h)).toBeGreaterThan(1.05 * flux(cool, h));
  });
});
