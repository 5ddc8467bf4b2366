/** The coil over a boiling tank, by its tubes: sized at the design hour, its line floats, its film answers to the fluid. */

import { describe, expect, it } from 'vitest';
import { preparedOf, type Ran, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';

const hours = spreadHours(120);
const tubes = {
  'condenser-coil.tubes.outerDiameter': '12 mm',
  'condenser-coil.tubes.wallThickness': '1 mm',
  'condenser-coil.tubes.parallelTubes': '60',
  'condenser-coil.approach': '11 K',
};
const tank = (settings: Readonly<Record<string, string>> = {}): Ran =>
  ranScenario(preparedOf(systemScenario('systems/two-phase-dry', 'ashburn', { ...tubes, ...settings })), hours);

describe('a condenser coil of tubes', () => {
  const shipped = tank();

  it('has the area that a hand calculation gives', () => {
    // 216 kW a coil at an approach of 11 K and a rise of 6 K: NTU = ln(11/5), UA = 28.6 kW/K.
    const heat = shipped.size('condenser-coil', 'ratedHeat');
    const conductance = (Math.log(11 / 5) * heat) / 6;
    expect(shipped.size('condenser-coil', 'conductance') / conductance).toBeCloseTo(1, 2);
    const area = shipped.size('condenser-coil', 'area');
    const flux = heat / area;
    // Novec 649 at 48 °C by its record: ten tubes high, with drops from tube to tube.
    const group = (1530 * 9.81 * (1530 - 12.4) * 88_300 * 0.0556 ** 3) / (0.488e-3 * 0.012);
    const film = (0.729 * group ** 0.25 * 10 ** (-1 / 6)) ** (4 / 3) / flux ** (1 / 3);
    // 30 % propylene glycol at 37 °C by its tables: Gnielinski in a bore of 10 mm, and 1 mm of copper.
    const reynolds = (4 * shipped.size('condenser-coil', 'ratedFlow')) / 60 / (Math.PI * 0.01 * 1.77e-3);
    const eighth = 1 / (0.79 * Math.log(reynolds) - 1.64) ** 2 / 8;
    const prandtl = (3870 * 1.77e-3) / 0.453;
    const nusselt = (eighth * (reynolds - 1000) * prandtl) / (1 + 12.7 * Math.sqrt(eighth) * (prandtl ** (2 / 3) - 1));
    const inner = (0.012 * Math.log(1.2)) / 780 + (1.2 * 0.01) / (nusselt * 0.453);
    expect(Math.abs(area / (conductance * (1 / film + inner)) - 1)).toBeLessThan(0.03);
  });

  it('condenses all at the design hour with all of it covered, and less with less', () => {
    const covered = shipped.of('condenser-coil.coveredShare');
    expect(covered.every((share) => share > 0.5 && share < 1)).toBe(true);
    const idle = tank({ 'racks.utilisation': 'loads/enterprise-weekday' });
    expect(Math.min(...idle.of('condenser-coil.coveredShare'))).toBeLessThan(Math.min(...covered));
    expect(shipped.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('air in the vapour takes area: a worse film is built larger', () => {
    const airy = tank({ 'condenser-coil.tubes.filmFactor': '50 %' });
    const ratio = airy.size('condenser-coil', 'area') / shipped.size('condenser-coil', 'area');
    expect(ratio).toBeGreaterThan(1.2);
    expect(ratio).toBeLessThan(2);
  });

  it('trips where the vapour line passes its switch, and only there', () => {
    const trips = (share: string): number =>
      tank({ 'condenser-coil.tripShare': share }).run.events.filter(({ cause }) => cause.startsWith('trip')).length;
    expect(trips('100 %')).toBe(0);
    expect(trips('50 %')).toBeGreaterThan(0);
    expect(shipped.run.events.filter(({ cause }) => cause.startsWith('trip'))).toEqual([]);
  });

  it('in a sealed tank the line stands at the top while saturation floats', () => {
    const sealed = tank({
      'bath.tank': 'sealed',
      'bath.supply': '46 degC',
      'bath.reliefPressure': '130 kPa',
      'condenser-coil.approach': '10 K',
      'condenser-coil.source.sizedFor': '70 %',
      'condenser-coil.tripShare': '100 %',
    });
    const [floating, covered] = [sealed.of('bath.floating'), sealed.of('condenser-coil.coveredShare')];
    for (let h = 0; h < hours.length; h++) {
      expect(floating[h]!).toBeGreaterThan(0.5);
      expect(covered[h]!).toBeCloseTo(1, 7);
    }
    expect(sealed.run.events.some(({ cause }) => cause.startsWith('trip'))).toBe(true);
    expect(sealed.run.audit.worst.worst).toBeLessThan(1e-9);
  });
});
