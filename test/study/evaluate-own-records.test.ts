/** Records and values of a user's own, evaluated against equations written here anew. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openScenarioFile } from '../../src/node.ts';
import { evaluationJson, evaluationText, inputsText } from '../../src/output/evaluation-text.ts';
import { evaluationSubject } from '../../src/study/evaluate.ts';
import { evaluationBench } from './evaluation-bench.ts';

const { folder, remove, library, evaluation, answersOf, refusal } = evaluationBench();
afterAll(remove);

const site = `title: A bath
system: systems/immersion-dry
site: { weather: climates/ashburn, electricityPrice: 0.1 USD/kWh, waterPrice: 2 USD/m³, carbonIntensity: 0.3 kg/kWh, tokenRate: 1000 token/s }
`;

/** EnergyPlus data set, Chiller:Electric:EIR "McQuay PEH 703kW/7.03COP/Vanes". */
const mcquay = {
  cap: [4.779439e-1, 1.073486e-1, -1.055896e-2, 4.208433e-2, -2.34687e-3, 4.019632e-3],
  eir: [8.234029e-1, -1.171542e-1, 5.869351e-4, 2.964642e-2, -9.190377e-4, 5.035796e-3],
  load: [3.864389e-1, -2.522595e-1, 8.672354e-1],
};
const mcquayValues = {
  condenser: 'water',
  ratedHeat: '703.3 kW',
  ratedCop: '7.03',
  ratedEvaporatorLeaving: '5.56 degC',
  ratedCondenserEntering: '22.78 degC',
  ratedEvaporatorFlow: '20.19 L/s',
  ratedCondenserFlow: '29.02 L/s',
  capacityOfTemperature: `[${mcquay.cap.join(', ')}]`,
  eirOfTemperature: `[${mcquay.eir.join(', ')}]`,
  eirOfLoad: `[${mcquay.load.join(', ')}]`,
  minimumLoad: '10 %',
  minimumUnloading: '10 %',
  maximumLoad: '103 %',
  minimumEvaporatorLeaving: '5.56 degC',
  maximumEvaporatorLeaving: '8.89 degC',
  minimumCondenser: '12.78 degC',
  maximumCondenser: '23.89 degC',
};

/** EnergyPlus Engineering Reference, electric EIR chiller; below the least load it cycles. */
function mcquayPower(heat: number, x: number, y: number): number {
  const surface = ([a, b, c, d, e, f]: number[]) => a! + b! * x + c! * x * x + d! * y + e! * y * y + f! * x * y;
  const capacity = 703_300 * surface(mcquay.cap);
  const z = Math.max(heat / capacity, 0.1);
  const [p, q, r] = mcquay.load as [number, number, number];
  const full = (capacity / 7.03) * surface(mcquay.eir);
  return full * (p + q * z + r * z * z) * Math.min(heat / capacity / 0.1, 1);
}

describe('a chiller of one’s own', () => {
  const lines = Object.entries(mcquayValues).map(([name, value]) => `${name}: ${value}`);
  const record = `kind: chiller-eir\ntitle: McQuay PEH 703 kW\nstatus: measured\n${lines.join('\n')}\nassumed:\n  - of: [${Object.keys(mcquayValues).join(', ')}]\n    because: EnergyPlus data set\n`;
  writeFileSync(join(folder, 'mcquay.yaml'), record);
  const inline = Object.entries(mcquayValues).map(([name, value]) => `${name}=${value}`);

  it.each([
    [703.3, 5.56, 22.78],
    [350, 7, 20],
    [120, 8, 15],
    [40, 7, 18],
  ])('draws at %s kW, %s and %s °C what its equation says, from a file and from inputs alone', (heat, x, y) => {
    const state = `heat=${heat} kW|leaving=${x} degC|entering=${y} degC`;
    const byHand = mcquayPower(heat * 1000, x, y);
    expect(answersOf('./mcquay.yaml', state)['power']! / byHand).toBeCloseTo(1, 9);
    expect(answersOf('chiller-eir', `${state}|${inline.join('|')}`)['power']! / byHand).toBeCloseTo(1, 9);
  });

  it('takes a value given here in place of the record’s, and says so', () => {
    const state = 'heat=350 kW|leaving=7 degC|entering=20 degC';
    const better = evaluation('./mcquay.yaml', `${state}|ratedCop=14.06`);
    const power = better.answers.find(({ key }) => key === 'power')!.value;
    expect(power / mcquayPower(350_000, 7, 20)).toBeCloseTo(0.5, 9);
    expect(better.notes).toContain('ratedCop is as given here, not as in the record');
  });

  it('refuses what its curves have no data for, and has no COP where it stands still', () => {
    expect(refusal('./mcquay.yaml', 'heat=350 kW|leaving=7 degC|entering=30 degC')).toContain('23.9 °C');
    expect(answersOf('./mcquay.yaml', 'heat=0 kW|leaving=7 degC|entering=20 degC')).not.toHaveProperty('cop');
  });
});

describe('inputs', () => {
  it('tell a rated value from one of now where both have one name', () => {
    const rated =
      'ratedHeat=1 MW|approach=4 K|rackSupply=40 degC|record.technologyFlow=1500 L/min|record.facilityFlow=1500 L/min';
    const now = 'technologyInlet=50 degC|facilityInlet=36 degC|technologyFlow=750 L/min|facilityFlow=1500 L/min';
    const { conductance, ratedConductance } = answersOf('cdu', `${rated}|${now}`);
    // Films at equal channels and nearly equal flows: half of 1/UA grows by 2^0.8.
    expect(ratedConductance! / conductance!).toBeCloseTo(0.5 + 0.5 * 2 ** 0.8, 0);
    expect(ratedConductance! / conductance!).toBeGreaterThan(1.2);
    const fault = refusal('cdu', `ratedHeat=1 MW|approach=4 K|rackSupply=40 degC|${now}`);
    expect(fault).toContain('record.technologyFlow is missing');
    expect(fault).toContain('record.facilityFlow is missing');
  });

  it('may be tables and groups, in text and JSON said again with their units', () => {
    const inputs = `curve={ flow: { unit: L/min, values: [0, 200, 400] }, rise: { unit: kPa, values: [320, 300, 250] } }|flow=200 L/min`;
    const subject = evaluationSubject('pump', library());
    const result = evaluation('pump', inputs);
    expect(evaluationJson(subject, result)).toMatchObject({
      inputs: { curve: { flow: { unit: 'L/min', values: [0, 200, 400] } }, inParallel: 1 },
      outputs: { rise: { value: 300, unit: 'kPa' } },
    });
    expect(evaluationText(subject, result, { system: 'si', width: 80 })).toContain('{flow:{unit:L/min');
    expect(refusal('pump', 'curve={ flow|flow=1 L/s')).toContain('not valid YAML');
    expect(inputsText(evaluationSubject('cdu', library()), { system: 'si', width: 80 })).toContain(
      'record.technologyFlow',
    );
  });

  it('name fluids of one’s own and of the library, and refuse fractions beyond the data', () => {
    writeFileSync(
      join(folder, 'oil.yaml'),
      `kind: dielectric
title: An oil
status: assumed
density: { temperature: { unit: degC, values: [20, 80] }, density: { unit: kg/m³, values: [820, 780] } }
specificHeat: { temperature: { unit: degC, values: [20] }, specificHeat: { unit: kJ/(kg·K), values: [2] } }
conductivity: { temperature: { unit: degC, values: [20] }, conductivity: { unit: W/(m·K), values: [0.14] } }
viscosity: { temperature: { unit: degC, values: [20, 80] }, viscosity: { unit: mm²/s, values: [10, 2.5] } }
lowestTemperature: 0 degC
highestTemperature: 100 degC
assumed: [{ of: [density, specificHeat, conductivity, viscosity, lowestTemperature, highestTemperature], because: test }]
`,
    );
    expect(answersOf('./oil.yaml', 'temperature=50 degC')['density']).toBeCloseTo(800, 9);
    const sides = 'conductance=10 kW/K|hotFlow=2 L/s|hotInlet=50 degC|coldFlow=2 L/s|coldInlet=30 degC';
    const { heat, hotOutlet } = answersOf('plate-exchanger', `${sides}|hotCoolant=./oil.yaml`);
    expect(heat! / (2e-3 * 800 * 2000 * (323.15 - hotOutlet!))).toBeCloseTo(1, 9);
    writeFileSync(join(folder, 'bath.yaml'), `${site}set: { bath.fluid: ./oil.yaml }\n`);
    const { circuits } = openScenarioFile(join(folder, 'bath.yaml')).scenarios[0]!;
    expect(circuits.find(({ name }) => name === 'bath')!.fluid.title).toBe('An oil');
    writeFileSync(join(folder, 'bath.yaml'), `${site}set: { bath.fluid: ./none.yaml }\n`);
    expect(() => openScenarioFile(join(folder, 'bath.yaml'))).toThrow('./none.yaml: no such record');
    expect(answersOf('fc-72', 'temperature=25 degC')['pressure']).toBe(
      answersOf('coolants/fc-72', 'temperature=25 degC')['pressure'],
    );
    expect(() => evaluationSubject('ethylene-glycol-95-volume', library())).toThrow('end at 60 % by mass');
    expect(refusal('plate-exchanger', `${sides}|hotCoolant=propylene-glycol-99-mass`)).toContain('end at 60 % by mass');
    expect(refusal('water', 'temperature=-2 degC')).toContain('-2 °C is outside 0 … 100 °C');
  });

  it('of air must be able to be: no wet bulb above the dry bulb or below that of dry air', () => {
    expect(refusal('air', 'dryBulb=20 degC|wetBulb=25 degC')).toContain('above the dry bulb');
    expect(refusal('air', 'dryBulb=20 degC|wetBulb=1 degC')).toContain('colder than that of dry air');
  });
});

describe('a node on cold plates of one’s own', () => {
  const server = `kind: server
title: A node
status: assumed
chips: 8
chipPower: 1000 W
chipIdlePower: 150 W
leakageShare: 10 %
leakageScale: 50 K
referenceJunction: 85 degC
junctionLimit: 95 degC
caseLimit: 85 degC
junctionToCase: 0.025 K/W
throttleExponent: 2.4
parts: { cpu: { power: 800 W, idlePower: 200 W, counts: compute }, rest: { power: 1000 W, idlePower: 400 W, counts: support } }
assumed: [{ of: [chips, chipPower, chipIdlePower, leakageShare, leakageScale, referenceJunction, junctionLimit, caseLimit, junctionToCase, throttleExponent, parts], because: test }]
`;
  writeFileSync(join(folder, 'node.yaml'), server);
  const rack =
    'server=./node.yaml|coldPlate=cold-plates/ocp-oam-1kw-pg25|powerSupply=power-supplies/b200-psu|fans=server-fans/b200-residual|nodes=4|flow=40 L/min|inlet=40 degC|chipCapture=95 %|capture={ cpu: { share: 80 % } }';

  it('warms its second plate by what the first took, splits its heat and leaves none over', () => {
    const found = answersOf('cold-plate-rack', `${rack}|chipsInSeries=2`);
    const pg = answersOf('propylene-glycol-25-volume', 'temperature=40 degC');
    const rate = found['plateFlow']! * pg['density']! * pg['specificHeat']!;
    let coolant = 313.15;
    let sum = 0;
    let junction = 0;
    for (let plate = 0; plate < 2; plate++) {
      let power = 1000;
      for (let pass = 0; pass < 200; pass++) {
        junction = coolant + power * (0.95 * found['resistance']! + 0.025);
        power = 900 + 100 * Math.exp((junction - 358.15) / 50);
      }
      sum += power;
      if (plate === 0) coolant += (0.95 * power) / rate;
    }
    expect(found['plateFlow']! * 6e4).toBeCloseTo((40 * 0.9) / 16, 9);
    expect(found['coolantTemperature']).toBeCloseTo(coolant, 6);
    expect(found['junctionTemperature']).toBeCloseTo(junction, 6);
    expect(found['chipPower']).toBeCloseTo(sum / 2, 6);
    expect(found['liquidHeat']).toBeCloseTo(4 * (8 * 0.95 * (sum / 2) + 0.8 * 800), 6);
    expect(found['rackPower']! - found['liquidHeat']! - found['airHeat']!).toBeCloseTo(0, 6);
  });

  it('keeps a power cap with the clock that leakage leaves, and says a part that is none', () => {
    const { chipPower, junctionTemperature, delivered, resistance } = answersOf(
      'cold-plate-rack',
      `${rack}|powerCap=800 W`,
    );
    const junction = 313.15 + 800 * (0.95 * resistance! + 0.025);
    expect(chipPower).toBeCloseTo(800, 9);
    expect(junctionTemperature).toBeCloseTo(junction, 9);
    expect(delivered).toBeCloseTo(((800 - 100 * Math.exp((junction - 358.15) / 50)) / 900) ** (1 / 2.4), 9);
    expect(refusal('cold-plate-rack', rack.replace('cpu:', 'gpu:'))).toContain('no part gpu; it has cpu, rest');
  });
});
