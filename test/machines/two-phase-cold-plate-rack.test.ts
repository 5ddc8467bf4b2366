/** Racks on a pumped refrigerant: quality, dry-out, valves, and what the pump adds. */

import { describe, expect, it } from 'vitest';
import { preparedOf, type Ran, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';

const hours = spreadHours(120);
const system = (settings: Readonly<Record<string, string>> = {}): Ran =>
  ranScenario(preparedOf(systemScenario('systems/two-phase-plates-dry', 'ashburn', settings)), hours);

/** Latent heat of the loop in an hour, from what the condenser takes of its vapour. */
const latentHeat = (ran: Ran, h: number): number => ran.of('condenser.duty')[h]! / ran.of('condenser.flow')[h]!;

describe('racks with two-phase cold plates', () => {
  const shipped = system();

  it('boil in each plate what the chip’s captured heat can boil of its flow', () => {
    for (let h = 0; h < hours.length; h++) {
      const heat = shipped.of('racks.chipPower')[h]! * 0.98;
      const flow = (shipped.of('racks.liquid.technology.flow')[h]! * 0.8) / 5760;
      expect(shipped.of('racks.exitQuality')[h]! / (heat / flow / latentHeat(shipped, h))).toBeCloseTo(1, 9);
    }
  });

  it('are fed more than boils, stay clear of dry-out, and break no limit', () => {
    expect(shipped.of('racks.exitQuality').every((quality) => quality > 0.2 && quality < 0.4)).toBe(true);
    expect(shipped.of('racks.dryOutMargin').every((margin) => margin > 1.25)).toBe(true);
    expect(shipped.run.events.filter(({ gravity }) => gravity === 'limit')).toEqual([]);
    expect(shipped.run.audit.worst.worst).toBeLessThan(1e-9);
  });

  it('dry out where little is fed, and the run says so', () => {
    const starved = system({ 'technology.flow.constant': '0.45 L/min/kW' });
    expect(starved.of('racks.dryOutMargin').every((margin) => margin < 1)).toBe(true);
    expect(starved.run.events.some(({ owner, cause }) => owner === 'racks' && cause.includes('dry-out'))).toBe(true);
  });

  it('valves hold the quality of the return at every load', () => {
    const valves = system({
      'technology.flow.constant': 'none',
      'technology.flow.by': 'loads',
      'racks.exitQuality': '25 %',
      'racks.utilisation': 'loads/enterprise-weekday',
    });
    const flows = valves.of('racks.liquid.technology.flow');
    for (let h = 0; h < hours.length; h++) {
      const vapour = valves.of('racks.liquid.technology.heat')[h]! / latentHeat(valves, h);
      expect(vapour / flows[h]!).toBeCloseTo(0.25, 9);
    }
    expect(Math.max(...flows) / Math.min(...flows)).toBeGreaterThan(1.2);
  });

  it('the condensers take the heat of the racks and of the pump', () => {
    for (let h = 0; h < hours.length; h++) {
      const pump = shipped.of('technology.moverPower')[h]!;
      expect(pump).toBeGreaterThan(1000);
      const given = shipped.of('racks.liquid.technology.heat')[h]! + pump;
      expect(shipped.of('condenser.duty')[h]! / given).toBeCloseTo(1, 9);
    }
  });

  it('hotter refrigerant makes hotter cases, a little less than as much: it boils better', () => {
    const warmer = system({ 'technology.supply': '50 degC' });
    for (let h = 0; h < hours.length; h++) {
      const rise = warmer.of('racks.caseTemperature')[h]! - shipped.of('racks.caseTemperature')[h]!;
      expect(rise).toBeGreaterThan(4);
      expect(rise).toBeLessThan(6.2);
    }
  });

  it('floats where the water is nearly as warm, instead of failing', () => {
    const short = { 'condenser.approach': '3 K', 'condenser.rise': '2 K', 'condenser.source.sizedFor': '60 %' };
    const hot = system({ ...short, 'facility.supply': '41 degC' });
    const floating = hot.of('technology.floating');
    expect(floating.every((kelvin) => kelvin > 0.5)).toBe(true);
    for (let h = 0; h < hours.length; h++) expect(hot.of('condenser.coveredShare')[h]!).toBeCloseTo(1, 8);
    expect(hot.run.audit.worst.worst).toBeLessThan(1e-9);
  });
});
