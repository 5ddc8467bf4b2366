/**
 * Racks and doors evaluated by themselves: by hand from the printed figures of
 * their records, and as the plant has them in an hour of a shipped system.
 */

import { afterAll, describe, expect, it } from 'vitest';
import { preparedOf, ranScenario, spreadHours, systemScenario } from '../laws/plants.ts';
import { evaluationBench } from './evaluation-bench.ts';

const { answersOf, evaluation, refusal, remove } = evaluationBench();
afterAll(remove);

const node = 'server=servers/b200-8gpu|powerSupply=power-supplies/b200-psu';
const full = { 'racks.utilisation': 'loads/constant-100' };

/** Columns of one hour of a system at full load. */
function inPlant(system: string): (name: string) => number {
  const ran = ranScenario(preparedOf(systemScenario(system, 'ashburn', full)), spreadHours(8));
  return (name) => ran.of(name)[5]!;
}

const kelvin = (value: number) => `${value} K`;

describe('air-rack', () => {
  it('has the case, the junction and the exhaust that follow from the points of its sink, by hand', () => {
    const found = answersOf(
      'air-rack',
      `${node}|heatSink=heat-sinks/b200-10u-air|fans=server-fans/b200-air|air=25 degC`,
    );
    // 80 % of 1936 cfm; 70 % of it over eight sinks, 0.0415 K/W at 140 cfm, 0.0441 at 120, in a fit of a + b/V.
    const cfm = 0.3048 ** 3 / 60;
    expect(found['airFlow']).toBeCloseTo(0.8 * 1936 * cfm, 9);
    expect(found['sinkFlow']! / cfm).toBeCloseTo((0.7 * 0.8 * 1936) / 8, 6);
    expect(found['resistance']).toBeGreaterThan(0.0415);
    expect(found['resistance']).toBeLessThan(0.0441);
    const rate = (0.8 * 1936 * cfm * 1.1839 * (1006 + 1860 * 0.008)) / 1.008;
    const parts = 700 + 420 + 600 + 560 + 190 + 1450 + 420;
    expect(found['sinkInlet']! - 298.15).toBeCloseTo((0.1 * parts) / rate, 2);
    let power = 1000;
    for (let pass = 0; pass < 99; pass++)
      power = 850 + 150 * Math.exp((found['sinkInlet']! + power * (found['resistance']! + 0.015) - 353.15) / 50);
    expect(found['chipPower']).toBeCloseTo(power, 6);
    expect(found['caseTemperature']).toBeCloseTo(found['sinkInlet']! + power * found['resistance']!, 6);
    expect(found['junctionMargin']).toBeCloseTo(363.15 - found['caseTemperature']! - 0.015 * power, 6);
    const drawn = 8 * power + parts + 0.8 ** 3 * 2340;
    expect(found['rackPower']! - found['supplyLoss']!).toBeCloseTo(drawn, 6);
    expect((found['airLeaving']! - 298.15) / (found['rackPower']! / rate)).toBeCloseTo(1, 2);
  });

  it('is as in a hall', () => {
    const of = inPlant('systems/air-dry');
    const [inlet, humidity] = [of('racks.hall.inletTemperature'), of('hall.humidityRatio')];
    const rack = `${node}|heatSink=heat-sinks/b200-10u-air|fans=server-fans/b200-air|air=${kelvin(inlet)}|humidityRatio=${humidity} kg/kg`;
    // The pressure of that hour is the one that makes so much dry air of the volume of the fans.
    const volume = answersOf('air-rack', rack)['airFlow']! * 720;
    const pressure = (of('racks.hall.flow') * 287.042 * inlet * (1 + 1.607858 * humidity)) / volume;
    const found = answersOf('air-rack', `${rack}|pressure=${pressure} Pa`);
    expect(found['caseTemperature']).toBeCloseTo(of('racks.caseTemperature'), 4);
    expect(found['fanSpeed']).toBeCloseTo(of('racks.fanSpeed'), 9);
    expect(found['rackPower']! / (of('racks.inputPower') / 720)).toBeCloseTo(1, 6);
    expect(found['airLeaving']).toBeCloseTo(of('racks.hall.outletTemperature'), 1);
  });
});

describe('immersion-rack', () => {
  const tank = `${node}|sink=immersion-sinks/directed-flow-1kw|nodes=8`;

  it('has the resistance of its test at the flow and viscosity of it', () => {
    // 6.5 mPa·s is between the tabulated 40 and 45 °C of the fluid: the flow alone is held to the print.
    const flow = (7.01 * 64) / 0.8;
    const found = answersOf('immersion-rack', `${tank}|flow=${flow} L/min|inlet=40 degC`);
    const viscosity = answersOf('synthetic-hydrocarbon', 'temperature=40 degC')['viscosity']!;
    expect(found['sinkFlow']! * 6e4).toBeCloseTo(7.01, 9);
    expect(found['resistance']).toBeCloseTo(0.039 * (viscosity / 6.5e-3) ** 0.1, 9);
  });

  it('is as in a plant, and its bath takes what it draws', () => {
    const of = inPlant('systems/immersion-tower');
    const inlet = of('racks.bath.inletTemperature');
    const density = answersOf('synthetic-hydrocarbon', `temperature=${kelvin(inlet)}`)['density']!;
    const flow = of('racks.bath.flow') / 90 / density;
    const found = answersOf('immersion-rack', `${tank}|flow=${flow} m³/s|inlet=${kelvin(inlet)}`);
    expect(found['caseTemperature']).toBeCloseTo(of('racks.caseTemperature'), 6);
    expect(found['junctionTemperature']).toBeCloseTo(of('racks.junctionTemperature'), 6);
    expect(found['outlet']).toBeCloseTo(of('racks.bath.outletTemperature'), 6);
    expect(found['rackPower']! / (of('racks.inputPower') / 90)).toBeCloseTo(1, 9);
  });

  it('says where its law ends, and refuses what is no liquid', () => {
    expect(evaluation('immersion-rack', `${tank}|flow=100 L/min|inlet=40 degC`).notes.join()).toContain(
      'outside the range that its law holds for',
    );
    expect(refusal('immersion-rack', `${tank}|flow=100 L/min|inlet=40 degC|coolant=novec-649`)).toContain('no liquid');
  });
});

describe('open-bath-rack', () => {
  it('is as in a plant', () => {
    const of = inPlant('systems/open-bath-dry');
    const inlet = of('racks.bath.inletTemperature');
    const density = answersOf('synthetic-hydrocarbon', `temperature=${kelvin(inlet)}`)['density']!;
    const found = answersOf(
      'open-bath-rack',
      `server=servers/two-socket-270w|powerSupply=power-supplies/b200-psu|sink=fin-sinks/immersion-2u-aluminium|nodes=24|bathArea=0.8 m²|flow=${of('racks.bath.flow') / 80 / density} m³/s|inlet=${kelvin(inlet)}`,
    );
    expect(found['outlet']).toBeCloseTo(of('racks.topTemperature'), 6);
    expect(found['bottom']).toBeCloseTo(of('racks.bottomTemperature'), 6);
    expect(found['caseTemperature']).toBeCloseTo(of('racks.caseTemperature'), 6);
    expect(found['coefficient']).toBeCloseTo(of('racks.sinkCoefficient'), 4);
  });
});

describe('boiling-rack', () => {
  const tank = `${node}|surface=boiling-surfaces/coated-spreader-novec649|nodes=16`;

  it('boils off what it draws over the latent heat that 3M prints, and stands at 49 °C', () => {
    // Novec 649 sheet: boils at 49 °C, 88 kJ/kg.
    const found = answersOf('boiling-rack', tank);
    expect(found['coolantTemperature']! - 273.15).toBeCloseTo(49, 0);
    expect(Math.abs((found['vapour']! * 88_000) / found['rackPower']! - 1)).toBeLessThan(0.01);
    expect(found['caseTemperature']).toBeCloseTo(
      found['coolantTemperature']! + found['resistance']! * found['chipPower']!,
      6,
    );
    expect(found['fluxMargin']).toBeCloseTo(found['criticalHeatFlux']! / found['flux']!, 12);
  });

  it('is as in a plant', () => {
    const of = inPlant('systems/two-phase-tower');
    const found = answersOf('boiling-rack', `${tank}|saturation=${kelvin(of('racks.bath.inletTemperature'))}`);
    expect(found['caseTemperature']).toBeCloseTo(of('racks.caseTemperature'), 6);
    expect(found['fluxMargin']).toBeCloseTo(of('racks.fluxMargin'), 6);
    expect(found['vapour']! / (of('racks.bath.flow') / 45)).toBeCloseTo(1, 6);
  });

  it('says that it dries, and which part of the critical flux is allowed', () => {
    expect(evaluation('boiling-rack', `${tank}|fluxLimit=50 %`).notes.join()).toContain('above the allowed part');
    expect(refusal('boiling-rack', `${tank}|coolant=water`)).toContain('no boiling fluid');
  });
});

describe('two-phase-cold-plate-rack', () => {
  it('is as in a plant', () => {
    const of = inPlant('systems/two-phase-plates-dry');
    const saturation = kelvin(of('racks.liquid.technology.inletTemperature'));
    const density = answersOf('r1233zd-e', `temperature=${saturation}`)['density']!;
    const capture =
      'capture={ cpus: { share: 95 % }, memory: { share: 60 % }, nvswitches: { share: 95 % }, regulators: { share: 80 % } }';
    const found = answersOf(
      'two-phase-cold-plate-rack',
      `${node}|plate=evaporator-plates/skived-r1233zd-1kw|fans=server-fans/b200-residual|nodes=8|plateFlowShare=80 %|${capture}|saturation=${saturation}|air=${kelvin(of('racks.air.hall.inletTemperature'))}|flow=${of('racks.liquid.technology.flow') / 90 / density} m³/s`,
    );
    expect(found['caseTemperature']).toBeCloseTo(of('racks.caseTemperature'), 5);
    expect(found['quality']).toBeCloseTo(of('racks.exitQuality'), 8);
    expect(found['dryOutMargin']).toBeCloseTo(of('racks.dryOutMargin'), 6);
    expect(found['pressureDrop']! / of('racks.platePressureDrop')).toBeCloseTo(1, 6);
    expect(found['liquidHeat']! / (of('racks.liquid.technology.heat') / 90)).toBeCloseTo(1, 9);
    expect(found['airHeat']! / (of('racks.air.hall.heat') / 90)).toBeCloseTo(1, 9);
  });
});

describe('cold-plate-rack', () => {
  it('drops what it is rated at there, and less with less flow by the exponent', () => {
    const rack = `${node}|coldPlate=cold-plates/ocp-oam-1kw-pg25|inlet=40 degC|ratedPressureDrop=50 kPa|ratedFlow=10 L/min`;
    expect(answersOf('cold-plate-rack', `${rack}|flow=10 L/min`)['pressureDrop']).toBeCloseTo(50_000, 6);
    expect(answersOf('cold-plate-rack', `${rack}|flow=5 L/min`)['pressureDrop']).toBeCloseTo(50_000 / 2 ** 1.85, 6);
    expect(refusal('cold-plate-rack', `${rack.replace('|ratedFlow=10 L/min', '')}|flow=5 L/min`)).toContain(
      'both or none',
    );
  });
});

describe('rear-door', () => {
  const door =
    'ratedHeat=30 kW|ratedAirFlow=6000 m³/h|ratedExhaust=40 degC|ratedWaterFlow=60 L/min|ratedWaterInlet=18 degC';

  it('gives its rated heat at its rating, and what leaves balances it', () => {
    const found = answersOf('rear-door', `${door}|exhaust=40 degC|waterInlet=18 degC`);
    expect(found['heat']).toBeCloseTo(30_000, 6);
    // Dry air of 40 °C and 8 g/kg has 0.8987 m³/kg by the perfect-gas law of ASHRAE.
    const rate = (6000 / 3600 / ((287.042 * 313.15 * (1 + 1.607858 * 0.008)) / 101_325)) * (1006 + 1860 * 0.008);
    expect(313.15 - found['airLeaving']!).toBeCloseTo(30_000 / rate, 2);
    expect(found['waterLeaving']! - 291.15).toBeCloseTo(30_000 / ((60 / 6e4) * 998.6 * 4184), 1);
    // Counterflow by hand: ε of that duty, NTU of ε, UA of NTU.
    const least = Math.min(rate, (60 / 6e4) * 998.6 * 4184);
    const ratio = least / Math.max(rate, (60 / 6e4) * 998.6 * 4184);
    const effectiveness = 30_000 / (least * 22);
    const units = Math.log((effectiveness - 1) / (effectiveness * ratio - 1)) / (ratio - 1);
    expect(found['ratedConductance']! / (units * least)).toBeCloseTo(1, 2);
  });

  it('loses heat with less water, and its fans follow the cube of the air', () => {
    const at = (more: string) => answersOf('rear-door', `${door}|exhaust=40 degC|waterInlet=18 degC|${more}`);
    expect(at('waterFlow=30 L/min')['heat']).toBeLessThan(0.9 * 30_000);
    expect(at('fanPressure=90 Pa')['fanPower']).toBeCloseTo((90 * 6000) / 3600 / 0.45, 9);
    expect(at('fanPressure=90 Pa|airFlow=3000 m³/h')['fanPower']).toBeCloseTo((90 * 6000) / 3600 / 0.45 / 8, 9);
    expect(at('ratedWaterDrop=40 kPa|waterFlow=30 L/min')['pressureDrop']).toBeCloseTo(10_000, 6);
  });

  it('says where its water is below the dew point', () => {
    const wet = evaluation('rear-door', `${door}|exhaust=40 degC|waterInlet=8 degC`);
    expect(wet.notes.join()).toContain('below the dew point');
  });
});
