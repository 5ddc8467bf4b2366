import { afterAll, describe, expect, it } from 'vitest';
import { openModels } from '../../src/node.ts';
import { evaluated, evaluationSubject, needsInputs } from '../../src/study/evaluate.ts';
import { coldloop, projectFolder, tooWide, workingFolder } from './built-command.ts';

const { folder, remove } = workingFolder();
afterAll(remove);

const { library } = openModels(projectFolder);

/** Answers in SI by key. */
function answersOf(name: string, inputs: Record<string, string>): Record<string, number> {
  const { answers } = evaluated(evaluationSubject(name, library), new Map(Object.entries(inputs)), library);
  return Object.fromEntries(answers.map(({ key, value }) => [key, value]));
}

describe('evaluate', () => {
  it('prints the cold plate of the help, and the same as JSON', async () => {
    const args = ['evaluate', 'cold-plates/ocp-oam-1kw-pg25', 'flow=1 L/min', 'heat=1 kW', 'inlet=40 degC'];
    const [text, json] = await Promise.all([coldloop(args, folder), coldloop([...args, '--json'], folder)]);
    expect(text).toMatchObject({ code: 0, error: '' });
    expect(text.out).toMatch(/Case +6\d\.\d\d °C/);
    expect(tooWide(text.out)).toEqual([]);
    expect(JSON.parse(json.out)).toMatchObject({
      inputs: { flow: { value: 1, unit: 'L/min' } },
      outputs: { resistance: { unit: 'K/W' } },
    });
  });

  it('says the effectiveness of a balanced counterflow, NTU/(1 + NTU), also where both sides are as warm', () => {
    for (const hotInlet of ['30 degC', '40 degC']) {
      const flows = { hotFlow: '1 L/s', hotInlet, coldFlow: '1 L/s', coldInlet: '30 degC', conductance: '10 kW/K' };
      const { effectiveness, transferUnits } = answersOf('plate-exchanger', flows);
      // Water at 40 °C has a capacity rate that is 0.3 % less than at 30 °C.
      expect(effectiveness! / (transferUnits! / (1 + transferUnits!)) - 1).toBeCloseTo(0, 2);
    }
  });

  it('wets a coil, and at altitude less of it; JSON has the condensate with its unit', async () => {
    const args =
      'conductance=20 kW/K|airFlow=10 m³/s|air=32 degC|relativeHumidity=45 %|waterFlow=4 L/s|waterInlet=8 degC';
    const inputs = Object.fromEntries(args.split('|').map((pair) => pair.split('=') as [string, string]));
    const sea = answersOf('coil', inputs);
    const mountain = answersOf('coil', { ...inputs, pressure: '75 kPa' });
    expect(sea['condensate']!).toBeGreaterThan(0.001);
    expect(sea['heat']!).toBeGreaterThan(sea['sensibleHeat']!);
    expect(mountain['heat']!).toBeLessThan(sea['heat']!);
    const { out, code } = await coldloop(['evaluate', 'coil', ...args.split('|'), '--json'], folder);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ outputs: { condensate: { unit: 'kg/s' }, airLeaving: { unit: '°C' } } });
  });

  it('cools by evaporation: a pad towards the wet bulb, sprayed plates more than a pad before them, that more than dry', () => {
    const pad = answersOf('evaporative-pad', { air: '35 degC', relativeHumidity: '30 %', airFlow: '2 m³/s' });
    expect(pad['airLeaving']! - pad['wetBulb']!).toBeCloseTo(
      (1 - pad['effectiveness']!) * (308.15 - pad['wetBulb']!),
      6,
    );
    const plates = {
      conductance: '20 kW/K',
      hallFlow: '8 m³/s',
      hallAir: '36 degC',
      outdoorFlow: '8 m³/s',
      outdoorAir: '33 degC',
      relativeHumidity: '35 %',
    };
    const [dry, padded, sprayed] = ['dry', 'pad', 'spray'].map((wetting) =>
      answersOf('indirect-air-cooler', { ...plates, wetting }),
    );
    expect(dry!['heat']!).toBeGreaterThan(0);
    expect(padded!['heat']!).toBeGreaterThan(2 * dry!['heat']!);
    expect(sprayed!['heat']!).toBeGreaterThan(padded!['heat']!);
    expect(sprayed!['wetBulbEffectiveness']!).toBeLessThan(1);
    expect(dry!['evaporated']).toBe(0);
  });

  it('mixes outdoor air to a set point, and closes above its dew point', () => {
    const state = { hallFlow: '10 m³/s', hallReturn: '36 degC', supply: '24 degC', outdoorAir: '12 degC' };
    const half = answersOf('air-economizer', { ...state, relativeHumidity: '60 %' });
    // 24 °C lies midway between 12 and 36 °C.
    expect(half['outdoorShare']!).toBeCloseTo(0.5, 9);
    expect(half['supply']! - 273.15).toBeCloseTo(24, 9);
    const foggy = answersOf('air-economizer', { ...state, relativeHumidity: '10 %', lowDewPoint: '5 degC' });
    expect(foggy['hallDewPoint']! - 273.15).toBeCloseTo(5, 6);
    expect(foggy['outdoorShare']!).toBeLessThan(0.5);
    const humid = answersOf('air-economizer', { ...state, outdoorAir: '22 degC', relativeHumidity: '95 %' });
    expect(humid).toMatchObject({ outdoorShare: 0, heat: 0, fanPower: 0 });
  });

  it('says which inputs are wanted when there are none', async () => {
    const { code, out } = await coldloop(['evaluate', 'cooling-tower'], folder);
    expect(out).toMatch(/ratedWetBulb +Wet bulb at the rating\. Required/);
    expect(tooWide(out)).toEqual([]);
    expect(code).toBe(0);
  });

  it('shows every fault at once', async () => {
    const { code, error } = await coldloop(
      ['evaluate', 'cold-plates/ocp-oam-1kw-pg25', 'flwo=1 L/min', 'heat=1 kWh'],
      folder,
    );
    expect(error).toContain('did you mean "flow"');
    expect(error).toContain('"1 kWh" is an energy');
    expect(error).toContain('inlet is missing');
    expect(code).toBe(1);
  });

  it('refuses what is no subject, no pair and twice', async () => {
    const ends = await Promise.all([
      coldloop(['evaluate', 'watr', 'temperature=20 degC'], folder),
      coldloop(['evaluate', 'water', 'temperature'], folder),
      coldloop(['evaluate', 'water', 'temperature=1 degC', 'temperature=2 degC'], folder),
      coldloop(['evaluate', 'systems/air-dry'], folder),
      coldloop(['evaluate', 'water', 'temperature=190 degC', '--json'], folder),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
    expect(ends[0]!.error).toContain('did you mean "water"');
    expect(ends[1]!.error).toContain('wanted name=value');
    expect(ends[2]!.error).toContain('given twice');
    expect(ends[3]!.error).toContain('is a system');
    expect(JSON.parse(ends[4]!.out)).toMatchObject({ error: { tag: 'scenario' } });
  });
});

describe('what is evaluated', () => {
  it('condenses on tubes what warms their water, and more from a fluid that condenses well', () => {
    const coil = {
      saturation: '49 degC',
      flow: '5 L/s',
      inlet: '36 degC',
      area: '40 m²',
      outerDiameter: '12 mm',
      wallThickness: '1 mm',
      parallelTubes: '60',
    };
    const { heat, outlet, overall, conductance, condensate } = answersOf('condenser-coil', coil);
    // Water of 36 °C: 993.7 kg/m³, 4178 J/(kg·K); Novec 649 at 49 °C: 88 kJ/kg.
    expect((outlet! - 309.15) * 5e-3 * 993.7 * 4178).toBeCloseTo(heat!, -3);
    expect(conductance).toBeCloseTo(overall! * 40, 6);
    expect(heat! / condensate! / 88_000).toBeCloseTo(1, 2);
    expect(answersOf('condenser-coil', { ...coil, coolant: 'r1233zd-e' })['filmCoefficient']).toBeGreaterThan(
      answersOf('condenser-coil', coil)['filmCoefficient']!,
    );
    expect(() => answersOf('condenser-coil', { ...coil, inlet: '50 degC' })).toThrow();
  });

  it('boils on a surface by the law that is asked for, by the fluid and at the saturation that are given', () => {
    const surface = 'boiling-surfaces/coated-spreader-novec649';
    const measured = answersOf(surface, { heat: '1 kW' });
    const cooper = answersOf(surface, { heat: '1 kW', law: 'cooper', surfaceFactor: '300 %' });
    const plain = answersOf(surface, { heat: '1 kW', law: 'cooper' });
    expect(measured['coefficient']).toBeCloseTo(30_000, 6);
    expect(plain['superheat']! / cooper['superheat']!).toBeCloseTo(3, 9);
    const zuber = answersOf(surface, { heat: '1 kW', criticalLaw: 'zuber', saturation: '60 degC' });
    expect(zuber['saturation']).toBeCloseTo(333.15, 9);
    expect(zuber['criticalHeatFlux']).toBeGreaterThan(1.3e5);
    expect(() => answersOf(surface, { heat: '1 kW', criticalLaw: 'scaled' })).toThrow(/criticalSaturation/);
  });

  it('stirs a bath by its own warmth, and better with flow; a kilowatt is too much', () => {
    const sink = 'fin-sinks/immersion-2u-aluminium';
    const still = answersOf(sink, { heat: '250 W', inlet: '45 degC' });
    const driven = answersOf(sink, { heat: '250 W', inlet: '45 degC', velocity: '0.05 m/s' });
    expect(still['forcedNusselt']).toBe(0);
    expect(driven['resistance']).toBeLessThan(still['resistance']!);
    expect(still['caseTemperature']).toBeLessThan(273.15 + 80);
    expect(answersOf(sink, { heat: '1 kW', inlet: '45 degC' })['caseTemperature']).toBeGreaterThan(273.15 + 100);
  });

  it('boils a kilowatt in a plate: quality is heat over flow and latent heat, and little flow is told', () => {
    const plate = 'evaporator-plates/skived-r1233zd-1kw';
    const inputs = { flow: '0.85 L/min', heat: '1 kW', saturation: '44 degC' };
    const { quality, massFlow, resistance, caseTemperature, dryOutMargin } = answersOf(plate, inputs);
    const { latentHeat } = answersOf('coolants/r1233zd-e', { temperature: '44 degC' });
    expect(quality! * massFlow! * latentHeat!).toBeCloseTo(1000, 6);
    expect(caseTemperature! - resistance! * 1000).toBeCloseTo(317.15, 9);
    expect(dryOutMargin).toBeGreaterThan(1);
    const subject = evaluationSubject(plate, library);
    const dry = evaluated(subject, new Map(Object.entries({ ...inputs, flow: '0.4 L/min' })), library);
    expect(dry.notes.join()).toContain('dries before the outlet');
  });

  it('agrees with what was measured on the OCP plate: 0.0245 K/W at 1 L/min, to the error of the fit', () => {
    const { resistance, fitError } = answersOf('cold-plates/ocp-oam-1kw-pg25', {
      flow: '1 L/min',
      heat: '1 kW',
      inlet: '40 degC',
    });
    expect(Math.abs(resistance! / 0.0245 - 1)).toBeLessThanOrEqual(fitError! + 1e-12);
  });

  it('warms the coolant by the heat over flow and specific heat', () => {
    const { massFlow, outletTemperature } = answersOf('cold-plates/ocp-oam-1kw-pg25', {
      flow: '1 L/min',
      heat: '1 kW',
      inlet: '40 degC',
    });
    const coolant = answersOf('propylene-glycol-25-volume', { temperature: '47.5 degC' });
    const atInlet = answersOf('propylene-glycol-25-volume', { temperature: '40 degC' });
    expect(massFlow! / (atInlet.density! / 60_000)).toBeCloseTo(1, 12);
    expect((outletTemperature! - 313.15) / (1000 / (massFlow! * coolant.specificHeat!))).toBeCloseTo(1, 4);
  });

  it('agrees with the density of water at 40 °C and 0.1 MPa, 992.216 kg/m³ (IAPWS R6-95), to 0.01 %', () => {
    expect(answersOf('water', { temperature: '40 degC' }).density! / 992.216).toBeCloseTo(1, 4);
  });

  it('gives a chiller its printed COP at its reference point, to the 1 % that its published curves miss it by', () => {
    const state = { heat: '1055 kW', leaving: '6.67 degC', entering: '29.44 degC' };
    expect(Math.abs(answersOf('chillers/york-yt-1055kw', state).cop! / 5.96 - 1)).toBeLessThan(0.01);
  });

  it('gives a CDU its rated heat at its rated state', () => {
    const record = library.record('cdus/generic-1500kw', []).values as Record<string, number>;
    const rise = record.ratedHeat! / (record.technologyFlow! * 1000 * 3980);
    const state = {
      technologyFlow: `${record.technologyFlow} m³/s`,
      facilityFlow: `${record.facilityFlow} m³/s`,
      technologyInlet: `${record.rackSupply! + rise} K`,
      facilityInlet: `${record.rackSupply! - record.approach!} K`,
    };
    expect(answersOf('cdus/generic-1500kw', state).heat! / record.ratedHeat!).toBeCloseTo(1, 1);
  });

  it('meets the rating of a tower and of a dry cooler at full speed', () => {
    const tower = {
      ratedFlow: '10 L/s',
      ratedInlet: '35 degC',
      ratedLeaving: '29.5 degC',
      ratedWetBulb: '25.6 degC',
      inlet: '35 degC',
      wetBulb: '25.6 degC',
    };
    expect(answersOf('cooling-tower', tower).approach).toBeCloseTo(3.9, 2);
    const cooler = {
      ratedHeat: '500 kW',
      ratedInlet: '45 degC',
      ratedOutlet: '39 degC',
      ratedAir: '34 degC',
      inlet: '45 degC',
      air: '34 degC',
    };
    expect(answersOf('dry-cooler', cooler).leaving).toBeCloseTo(273.15 + 39, 1);
  });

  it('finds the fan speed for a wanted leaving temperature', () => {
    const tower = {
      ratedFlow: '10 L/s',
      ratedInlet: '35 degC',
      ratedLeaving: '29.5 degC',
      ratedWetBulb: '25.6 degC',
      inlet: '30 degC',
      wetBulb: '10 degC',
      leaving: '26 degC',
    };
    const { airFraction, leaving } = answersOf('cooling-tower', tower);
    expect(airFraction).toBeLessThan(1);
    expect(leaving).toBeCloseTo(273.15 + 26, 3);
  });

  it('knows four ways to say how humid air is', () => {
    const dew = answersOf('air', { dryBulb: '30 degC', relativeHumidity: '50 %' });
    const back = answersOf('air', { dryBulb: '30 degC', wetBulb: `${dew.wetBulb} K` });
    expect(back.humidityRatio! / dew.humidityRatio!).toBeCloseTo(1, 6);
    expect(answersOf('air', { dryBulb: '30 degC', dewPoint: `${dew.dewPoint} K` }).relativeHumidity).toBeCloseTo(
      0.5,
      6,
    );
  });

  it('covers every record of the library', () => {
    for (const id of library.list().filter((each) => !each.startsWith('systems/'))) {
      const subject = evaluationSubject(id, library);
      expect(Object.keys(subject.evaluation.inputs).length, id).toBeGreaterThan(0);
    }
    const loads = library.list().filter((id) => id.startsWith('loads/'));
    for (const id of loads) {
      expect(needsInputs(evaluationSubject(id, library))).toBe(false);
      expect(answersOf(id, {}).mean).toBeGreaterThan(0);
    }
  });
});
