/** Sea and lake water: the season, the plates by hand, the permit. */

import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { preparedFile, preparedOf, type Ran, ranScenario, scenarioOf, siteText, spreadHours } from '../laws/plants.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';

const hours = spreadHours(120);

/** Racks whose heat a facility loop takes to a lake. */
function lake(settings: string): string {
  return `
title: a lake
${siteText('stockholm')}
technology: single-phase immersion
rejection: lake
circuits:
  bath: { fluid: synthetic-hydrocarbon, supply: 40 degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 %, staticShare: 0 %, minimumSpeed: 30 %, margin: 125 %, supplied: ups } }
  facility: { fluid: water, supply: 30 degC, flow: { by: loads }, mover: { head: 200 kPa, efficiency: 70 %, staticShare: 20 %, minimumSpeed: 20 %, margin: 125 %, supplied: ups } }
machines:
  racks: { kind: immersion-rack, load: bath, server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, sink: immersion-sinks/directed-flow-1kw, utilisation: loads/constant-100, racks: 18, nodesPerRack: 8, floorArea: 5.5 m^2, sinkShare: 80 %, supplied: ups }
  bath-exchanger: { kind: plate-exchanger, source: { on: bath, stage: 1 }, load: facility, approach: 3.5 K, rise: 4.5 K, units: 2, spare: 1 }
  lake: { kind: open-water-cooler, source: { on: facility, stage: 1 }, ${settings} }
power:
  transformer: { record: transformers/dry-type-mv, losses: outdoors }
  ups: { record: ups/double-conversion, losses: outdoors }
  pdu: { record: pdus/lv-transformer, losses: outdoors }
  busway: { record: busways/415v, losses: outdoors }
`;
}

const ran = (settings: string): Ran => ranScenario(preparedOf(scenarioOf(lake(settings))), hours);
const faultOf = (settings: string): string => {
  try {
    assembleScenario(preparedOf(scenarioOf(lake(settings))));
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  return '';
};

describe('water from outside', () => {
  it('is warmest on its day and coldest half a year later', () => {
    const { of, run } = ranScenario(preparedFile('sea-water.yaml'));
    expect(run.audit.worst.worst).toBeLessThan(1e-9);
    const water = of('sea.waterTemperature');
    // 9 K about 9 °C, the warmest on 10 August, day 222; noon of day d is hour 24 d − 12.
    const noon = (day: number) => water[24 * day - 12]! - 273.15;
    expect(noon(222)).toBeCloseTo(18, 2);
    expect(noon(222 - 91)).toBeCloseTo(9, 0);
    expect(noon(39)).toBeCloseTo(0, 2);
    expect(Math.max(...water)).toBeLessThanOrEqual(273.15 + 18);
  });

  it('takes the heat through plates whose UA is that of the log mean difference at the design hour', () => {
    const plant = assembleScenario(preparedOf(scenarioOf(lake('meanTemperature: 18 degC, rise: 8 K'))));
    const of = (owner: string, name: string) =>
      plant.sizes.find((size) => size.owner === owner && size.name === name)!.value;
    const heat = of('facility', 'designHeat');
    const entering = 273.15 + 30 + heat / (of('facility', 'designFlow') * 4179);
    const [far, near] = [entering - (273.15 + 26), 273.15 + 30 - (273.15 + 18)];
    const byHand = heat / ((near - far) / Math.log(near / far));
    // Specific heat by eye, 0.1 %.
    expect(of('lake', 'conductance') / byHand).toBeCloseTo(1, 2);
    expect(of('lake', 'waterFlow')).toBeCloseTo(heat / (8 * 3993), 6);
  });

  it('warms by what it takes and by its pumps, and every hour balances', () => {
    const { of, run } = ran('meanTemperature: 9 degC, amplitude: 8 K, rise: 8 K');
    expect(run.audit.worst.worst).toBeLessThan(1e-9);
    expect(of('facility.supplyTemperature').every((supply) => Math.abs(supply - 303.15) < 1e-6)).toBe(true);
    of('lake.waterOutletTemperature').forEach((outlet, i) => {
      expect(outlet).toBeGreaterThan(of('lake.waterTemperature')[i]!);
      expect(outlet).toBeLessThan(of('lake.waterTemperature')[i]! + 8.1);
    });
  });

  it('is given back no warmer than the permit lets it, whatever is wanted', () => {
    const settings = 'meanTemperature: 9 degC, amplitude: 8 K, rise: 12 K, dischargeLimit: 29.5 degC';
    const plant = assembleScenario(preparedOf(scenarioOf(lake(settings))));
    const { machine } = plant.machines.find(({ name }) => name === 'lake')!;
    const size = (name: string) => plant.sizes.find((one) => one.owner === 'lake' && one.name === name)!.value;
    const power = plant.meters.find(({ owner }) => owner === 'lake')!;
    plant.s[plant.weather.hourOfYear] = Number.NaN; // at its warmest
    const heat = machine.source!(273.15 + 60, 200, 1e9);
    // 17 °C that may warm by 12.5 K, of which the pumps take their part.
    const most = size('waterFlow') * 3993 * 12.5 - plant.s[power.slot]!;
    expect(heat / most).toBeCloseTo(1, 12);
    const free = assembleScenario(preparedOf(scenarioOf(lake(settings.replace(', dischargeLimit: 29.5 degC', '')))));
    free.s[free.weather.hourOfYear] = Number.NaN;
    const unbound = free.machines.find(({ name }) => name === 'lake')!.machine.source!(273.15 + 60, 200, 1e9);
    expect(unbound).toBeGreaterThan(1.5 * most);
    expect(faultOf(settings.replace('29.5', '24.5'))).toMatch(
      /lake\.dischargeLimit: water of 17\.0 °C that warms by 12\.0 K leaves above 24\.5 °C; wanted less rise/,
    );
  });

  it('is refused where it is too warm to hold the circuit', () => {
    expect(faultOf('meanTemperature: 29 degC, amplitude: 3 K')).toMatch(
      /lake\.meanTemperature: water of 32\.0 °C at its warmest cannot hold facility at 30\.0 °C; wanted colder water/,
    );
  });
});
