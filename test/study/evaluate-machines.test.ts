/** Machines and single phenomena at a state, against equations written here anew. */

import { afterAll, describe, expect, it } from 'vitest';
import { mcquay } from '../published/chillers.ts';
import { evaluationBench } from './evaluation-bench.ts';

const { remove, answersOf, evaluation, refusal } = evaluationBench();
afterAll(remove);

describe('exchangers', () => {
  /** Bergman et al., Fundamentals of Heat and Mass Transfer, table 11.3, written anew. */
  const table: readonly (readonly [string, (n: number, c: number) => number])[] = [
    ['counterflow', (n, c) => (1 - Math.exp(-n * (1 - c))) / (1 - c * Math.exp(-n * (1 - c)))],
    ['parallel', (n, c) => (1 - Math.exp(-n * (1 + c))) / (1 + c)],
    ['crossflow', (n, c) => 1 - Math.exp((n ** 0.22 / c) * (Math.exp(-c * n ** 0.78) - 1))],
    ['crossflow, larger mixed', (n, c) => (1 - Math.exp(-c * (1 - Math.exp(-n)))) / c],
    ['crossflow, smaller mixed', (n, c) => 1 - Math.exp(-(1 - Math.exp(-c * n)) / c)],
    [
      'shell and tube',
      (n, c) => {
        const root = Math.hypot(1, c);
        return 2 / (1 + c + root / Math.tanh((n * root) / 2));
      },
    ],
    ['phase change', (n) => 1 - Math.exp(-n)],
  ];

  it.each(table)('in %s reach the ε of the textbook, and back', (arrangement, effectiveness) => {
    const given = `arrangement=${arrangement}|capacityRatio=0.63`;
    const byHand = effectiveness(2.37, 0.63);
    expect(answersOf('exchanger-effectiveness', `${given}|transferUnits=2.37`)['effectiveness']).toBeCloseTo(byHand, 9);
    expect(answersOf('exchanger-effectiveness', `${given}|effectiveness=${byHand}`)['transferUnits']).toBeCloseTo(
      2.37,
      6,
    );
  });

  it('of a rating do its heat, and lose UA with flow by the exponent', () => {
    const rating =
      'ratedHeat=500 kW|ratedHotFlow=12 L/s|ratedColdFlow=12 L/s|ratedHotInlet=45 degC|ratedColdInlet=30 degC';
    const inlets = 'hotInlet=45 degC|coldInlet=30 degC|arrangement=crossflow';
    const full = answersOf('plate-exchanger', `${rating}|${inlets}|hotFlow=12 L/s|coldFlow=12 L/s`);
    expect(full['heat']! / 500_000).toBeCloseTo(1, 2);
    const half = answersOf(
      'plate-exchanger',
      `${rating}|${inlets}|hotFlow=6 L/s|coldFlow=6 L/s|hotExponent=0.7|coldExponent=0.7`,
    );
    expect(half['conductance']! / half['ratedConductance']!).toBeCloseTo(0.5 ** 0.7, 9);
  });
});

describe('towers and coolers', () => {
  const tower =
    'ratedFlow=100 L/s|ratedInlet=34 degC|ratedLeaving=28 degC|ratedWetBulb=23 degC|wetBulb=23 degC|cycles=4|drift=0.01 %';

  it('lose to drift and blowdown what the balance of salts says', () => {
    const { leaving, evaporated, drift, blowdown, makeUp } = answersOf('cooling-tower', `${tower}|inlet=34 degC`);
    expect(leaving).toBeCloseTo(301.15, 2);
    expect(drift! / 99.6e-4).toBeCloseTo(1, 2);
    expect(blowdown! + drift!).toBeCloseTo(evaporated! / 3, 9);
    expect(makeUp).toBeCloseTo((evaporated! * 4) / 3, 9);
    expect(refusal('cooling-tower', `${tower}|inlet=150 degC`)).toContain('150 °C is outside 0 … 80 °C');
  });

  it('by YorkCalc come to the standard rating, and to the root of the polynomial away from it', () => {
    expect(answersOf('yorkcalc-tower', 'inlet=35 degC|wetBulb=25.56 degC')['leaving']).toBeCloseTo(302.59, 6);
    const off = answersOf(
      'yorkcalc-tower',
      'inlet=30 degC|wetBulb=15 degC|airFraction=60 %|waterShare=80 %|fanPower=10 kW',
    );
    expect(off['fanPower']).toBeCloseTo(10_000 * 0.6 ** 3, 6);
    expect(off['range']! + off['approach']!).toBeCloseTo(15, 6);
  });

  /** Water at 45 → 40 °C to air at 30 °C, 500 kW; equal capacity rates of 100 kW/K. */
  const cooler =
    'coolant=water|ratedHeat=500 kW|ratedInlet=45 degC|ratedOutlet=40 degC|ratedAir=30 degC|ratedPressure=101.325 kPa|inlet=45 degC';

  it('rated at sea level do at 2,000 m what thinner air leaves of them', () => {
    const pressure = 79.5 / 101.325;
    const rated = answersOf('dry-cooler', `${cooler}|air=30 degC`);
    const high = answersOf('dry-cooler', `${cooler}|air=30 degC|pressure=79.5 kPa`);
    expect(rated['heat']! / 500_000).toBeCloseTo(1, 9);
    // hA of the air is half that of the coolant at the rating, and falls with mass flow to the power of 0.8.
    const coolantFilm = 3 * rated['conductance']!;
    const conductance = 1 / (1 / coolantFilm + 1 / (0.5 * coolantFilm * pressure ** 0.8));
    const units = conductance / (1e5 * pressure);
    const effectiveness = 1 - Math.exp((units ** 0.22 / pressure) * (Math.exp(-pressure * units ** 0.78) - 1));
    expect(high['heat']! / (effectiveness * 1e5 * pressure * 15)).toBeCloseTo(1, 3);
    expect(high['fanPower']! / rated['fanPower']!).toBeCloseTo(pressure, 3);
    expect(refusal('dry-cooler', `${cooler.replace('ratedOutlet=40', 'ratedOutlet=29')}|air=30 degC`)).toContain(
      'ratedOutlet must be warmer than ratedAir',
    );
  });

  it('behind pads see air nearer to the wet bulb, and wet no more of them than is wanted', () => {
    const wet = `${cooler}|air=38 degC|wetBulb=22 degC`;
    const full = answersOf('adiabatic-cooler', `${wet}|padEffectiveness=80 %`);
    expect(full['enteringAir']).toBeCloseTo(273.15 + 38 - 0.8 * 16, 6);
    // Sensible heat of the air becomes latent: ṁ c ΔT/h.
    expect(full['evaporated']! / ((full['airFlow']! * 1.02 * 12.8) / 2450)).toBeCloseTo(1, 1);
    const part = answersOf('adiabatic-cooler', `${wet}|leaving=41 degC`);
    expect(part['leaving']).toBeCloseTo(314.15, 6);
    expect(part['wetShare']).toBeGreaterThan(0);
    expect(part['wetShare']).toBeLessThan(1);
    expect(answersOf('adiabatic-cooler', `${wet}|dryBelow=24 degC`)['evaporated']).toBe(0);
    expect(answersOf('adiabatic-cooler', `${wet}|leaving=44.5 degC`)).toMatchObject({ wetShare: 0 });
  });
});

describe('hydraulics', () => {
  it('a pipe has the friction of Colebrook, 64/Re where it is laminar, and none without flow', () => {
    const rough = answersOf(
      'pipe',
      'flow=2 L/s|diameter=50 mm|length=100 m|roughness=0.05 mm|density=998 kg/m³|viscosity=1.003 mPa s',
    );
    const root = 1 / Math.sqrt(rough['friction']!);
    expect(root).toBeCloseTo(-2 * Math.log10(1e-3 / 3.7 + (2.51 * root) / rough['reynolds']!), 3);
    const velocity = 2e-3 / (Math.PI * 0.025 ** 2);
    expect(rough['pressureDrop']).toBeCloseTo(rough['friction']! * 2000 * 499 * velocity ** 2, 3);
    const slow = answersOf('pipe', 'flow=0.01 L/s|diameter=20 mm');
    expect(slow['friction']! * slow['reynolds']!).toBeCloseTo(64, 9);
    expect(answersOf('pipe', 'flow=0 L/s|diameter=20 mm')['pressureDrop']).toBe(0);
  });

  it('a valve passes by its opening, its authority and its Kv', () => {
    const { conductanceShare, flowShare, pressureDrop } = answersOf(
      'valve',
      'opening=50 %|authority=50 %|kv=10 m3/h|flow=2 m3/h',
    );
    expect(conductanceShare).toBeCloseTo(1 / Math.sqrt(50), 9);
    expect(flowShare).toBeCloseTo(1 / Math.sqrt(1 + 0.5 * (50 - 1)), 9);
    expect(pressureDrop).toBeCloseTo(1e5 * 0.2 ** 2 * 50, 6);
  });

  it('pumps follow affinity, side by side meet their circuit, and refuse a curve that rises', () => {
    const own =
      'curve={ flow: { unit: L/min, values: [0, 200, 400, 600] }, rise: { unit: kPa, values: [320, 300, 250, 160] } }|power={ unit: kW, values: [1, 1.8, 2.6, 3.2] }';
    const slow = answersOf('pump', `${own}|flow=320 L/min|speed=80 %`);
    expect(slow['rise']).toBeCloseTo(250_000 * 0.64, 3);
    expect(slow['power']).toBeCloseTo(2600 * 0.512, 6);
    expect(answersOf('pump', `${own}|flow=320 L/min|rise=160 kPa`)['speed']).toBeCloseTo(0.8, 9);
    const two = answersOf('pump', `${own}|inParallel=2|systemFlow=800 L/min|systemFriction=250 kPa`);
    expect(two['flow']! * 6e4).toBeCloseTo(400, 6);
    expect(two['totalFlow']! * 6e4).toBeCloseTo(800, 6);
    const risen = 'curve={ flow: { unit: L/s, values: [0, 1] }, rise: { unit: kPa, values: [1, 2] } }|flow=1 L/s';
    expect(refusal('pump', risen)).toContain('must be falling');
  });

  it('a motor and its drive lose one after the other', () => {
    const drive = 'drive={ load: { unit: "%", values: [100] }, efficiency: { unit: "%", values: [97] } }';
    const full = answersOf('motor', `ratedPower=15 kW|ratedEfficiency=92 %|shaftPower=15 kW|${drive}`);
    expect(full['power']).toBeCloseTo(15_000 / 0.92 / 0.97, 6);
    expect(refusal('motor', 'ratedPower=15 kW|ratedEfficiency=92 %|shaftPower=20 kW')).toContain('120 % at most');
  });
});

describe('boiling and condensation of properties as given', () => {
  // Water at 100 °C; Bergman et al., table A.6, as found in many courses.
  const water =
    'liquidDensity=957.9 kg/m³|vapourDensity=0.5955 kg/m³|latentHeat=2257 kJ/kg|surfaceTension=58.9 mN/m|viscosity=0.279 mPa s|specificHeat=4.217 kJ/(kg K)|conductivity=0.68 W/(m K)';

  it('Rohsenow’s flux goes with the cube of superheat, and Zuber’s ends it', () => {
    const given = `surfaceConstant=0.0128|prandtlExponent=1|${water}`;
    const { flux, lienhardDhir, zuber } = answersOf('rohsenow-boiling', `superheat=18 K|${given}`);
    const prandtl = (4217 * 0.279e-3) / 0.68;
    const scale = (4217 * 18) / (0.0128 * 2257e3 * prandtl);
    expect(flux! / (0.279e-3 * 2257e3 * Math.sqrt((9.80665 * 957.3045) / 58.9e-3) * scale ** 3)).toBeCloseTo(1, 6);
    // 1.26 MW/m² is the well-known answer of the book's example of polished copper in water.
    expect(lienhardDhir! / 1e6).toBeCloseTo(1.26, 2);
    expect(zuber! / lienhardDhir!).toBeCloseTo(Math.PI / 24 / 0.149, 9);
    expect(answersOf('rohsenow-boiling', `flux=${flux} W/m²|${given}`)['superheat']).toBeCloseTo(18, 9);
    expect(answersOf('critical-heat-flux', water.split('|').slice(0, 4).join('|'))['zuber']).toBeCloseTo(zuber!, 6);
    expect(refusal('rohsenow-boiling', 'superheat=5 K')).toContain('nor liquidDensity, vapourDensity');
  });

  it('Cooper’s coefficient goes with the flux to 0.67, from flux and from superheat', () => {
    const reduced = 101_325 / 22.064e6;
    const given = `reducedPressure=${reduced}|molarMass=18.015 g/mol`;
    const { coefficient, superheat } = answersOf('cooper-boiling', `flux=10 W/cm²|${given}`);
    const byHand = 55 * reduced ** 0.12 * (-Math.log10(reduced)) ** -0.55 * 18.015 ** -0.5 * 1e5 ** 0.67;
    expect(coefficient! / byHand).toBeCloseTo(1, 9);
    expect(answersOf('cooper-boiling', `superheat=${superheat} K|${given}`)['flux']! / 1e5).toBeCloseTo(1, 9);
  });

  it('Nusselt’s film on plate and tube', () => {
    const film =
      'liquidDensity=975 kg/m³|vapourDensity=0.596 kg/m³|latentHeat=2257 kJ/kg|viscosity=0.375 mPa s|specificHeat=4.193 kJ/(kg K)|conductivity=0.668 W/(m K)|subcooling=50 K';
    const latent = 2257e3 + 0.68 * 4193 * 50;
    const group = (975 * 9.80665 * 974.404 * latent * 0.668 ** 3) / (0.375e-3 * 50);
    expect(answersOf('film-condensation', `${film}|surface=vertical plate|size=1 m`)['coefficient']).toBeCloseTo(
      0.943 * group ** 0.25,
      3,
    );
    expect(answersOf('film-condensation', `${film}|size=25 mm`)['coefficient']).toBeCloseTo(
      0.729 * (group / 0.025) ** 0.25,
      3,
    );
  });
});

describe('other machines', () => {
  it('a chiller by curves in leaving condenser water comes to the COP that is stored for it, by record and by inputs alone', () => {
    const { leaving, state, left } = mcquay;
    const curves = [
      `capacityOfTemperature=[${leaving.capacityOfTemperature.join(', ')}]`,
      `eirOfTemperature=[${leaving.eirOfTemperature.join(', ')}]`,
      `eirOfLoad=[${leaving.eirOfLoad.map((value) => value.toFixed(12)).join(', ')}]`,
      'condenser=water|minimumLoad=10 %|minimumUnloading=10 %|maximumLoad=108 %|ratedHeat=471.2 kW|ratedCop=5.89',
      'ratedEvaporatorLeaving=8.89 degC|ratedCondenserLeaving=33.52 degC',
      'ratedEvaporatorFlow=10.35 L/s|ratedCondenserFlow=19.24 L/s',
      'minimumEvaporatorLeaving=280.37 K|maximumEvaporatorLeaving=285.93 K',
      `minimumCondenser=${leaving.minimumCondenser} K|maximumCondenser=${leaving.maximumCondenser} K`,
    ].join('|');
    const heat = state.evaporatorFlow * 4184 * state.evaporatorDrop;
    const now = `heat=${heat} W|leaving=10 degC|entering=20 degC|condenserFlow=${state.condenserFlow / 998.2} m³/s`;
    for (const found of [
      answersOf('chiller-reformulated-eir', `${now}|${curves}`),
      answersOf('chillers/mcquay-wsc-471kw-leaving', now),
    ]) {
      expect(found['cop']! / left.cop).toBeCloseTo(1, 3);
      expect(found['partLoad']! / left.load).toBeCloseTo(1, 3);
      expect(found['rejected']).toBeCloseTo(heat + found['power']!, 6);
    }
    const warm = now.replace('entering=20', 'entering=40');
    expect(refusal('chiller-reformulated-eir', `${warm}|${curves}`)).toContain('the curves hold from 18.8 °C');
    const much = now.replace(`${heat} W`, '700 kW');
    expect(refusal('chillers/mcquay-wsc-471kw-leaving', much)).toContain('kW at these temperatures');
  });

  it('a PI controller rises with time by k e/T, and at a limit rests k N e beyond it', () => {
    const error = 'gain=0.2|integralTime=50 s|setpoint=40|measured=42|antiWindup=0.9';
    const early = answersOf('pi-controller', `${error}|time=30 s`);
    expect(early['output']).toBeCloseTo(0.2 * 2 * (1 + 30 / 50), 6);
    const late = answersOf('pi-controller', `${error}|time=5000 s`);
    expect(late['output']).toBe(1);
    expect(late['unlimited']).toBeCloseTo(1 + 0.9 * 0.4, 6);
    expect(answersOf('pi-controller', `${error}|action=reverse`)['output']).toBe(0);
  });

  it('a plate warms its liquid by Churchill and Chu at rest, by Blasius where it flows', () => {
    const plate =
      'length=0.2 m|difference=20 K|density=992 kg/m³|viscosity=0.653 mPa s|specificHeat=4.179 kJ/(kg K)|conductivity=0.63 W/(m K)|expansion=0.000385 1/K';
    const prandtl = (4179 * 0.653e-3) / 0.63;
    const rayleigh = (9.80665 * 3.85e-4 * 20 * 0.2 ** 3 * 992 ** 2 * 4179) / (0.653e-3 * 0.63);
    const free = (0.825 + (0.387 * rayleigh ** (1 / 6)) / (1 + (0.492 / prandtl) ** (9 / 16)) ** (8 / 27)) ** 2;
    const still = answersOf('plate-convection', plate);
    expect(still['coefficient']! / ((free * 0.63) / 0.2)).toBeCloseTo(1, 9);
    const forced = 0.664 * Math.sqrt((992 * 0.5 * 0.2) / 0.653e-3) * Math.cbrt(prandtl);
    const flowing = answersOf('plate-convection', `${plate}|velocity=0.5 m/s`);
    expect(flowing['forcedNusselt']! / forced).toBeCloseTo(1, 9);
    expect(flowing['coefficient']! / ((Math.cbrt(free ** 3 + forced ** 3) * 0.63) / 0.2)).toBeCloseTo(1, 9);
  });

  it('a heat pump by Carnot, and none where the source is warm enough', () => {
    const warm = 'heat=500 kW|delivery=70 degC|carnotFraction=50 %';
    const cop = (0.5 * 346.15) / (346.15 - 295.15);
    const found = answersOf('heat-pump', `${warm}|leaving=25 degC`);
    expect(found['cop']).toBeCloseTo(cop, 9);
    expect(found['compressorPower']).toBeCloseTo(500_000 / (cop - 1), 3);
    expect(answersOf('heat-pump', `${warm}|leaving=75 degC`)['compressorPower']).toBe(0);
  });

  it('microchannels lose by 64/Re’s kin, and heat spreads through a plate by Lee’s equation', () => {
    const plate =
      'channels=100|channelWidth=0.1 mm|channelHeight=2 mm|channelLength=40 mm|finThickness=0.1 mm|baseThickness=0 mm';
    const { reynolds, pressureDrop } = answersOf(
      'microchannel-plate',
      `${plate}|flow=1 L/min|density=992 kg/m³|viscosity=0.653 mPa s`,
    );
    const diameter = (2 * 0.1 * 2) / 2.1 / 1000;
    const velocity = 1 / 6e4 / 2e-5;
    expect(reynolds).toBeCloseTo((992 * velocity * diameter) / 0.653e-3, 6);
    // f Re of a 1:20 duct lies between 96/4 of a slit and 14.2 of a square; 22.48 by the exact series.
    expect(pressureDrop! / (((4 * 22.48 * 0.04) / reynolds! / diameter + 2.7) * 496 * velocity ** 2)).toBeCloseTo(1, 2);
    const spread =
      'sourceArea=400 mm2|plateArea=400 mm2|thickness=5 mm|conductivity=390 W/(m K)|coefficient=5000 W/(m2 K)';
    expect(answersOf('spreading', spread)['whole']).toBeCloseTo(5e-3 / (390 * 4e-4) + 1 / (5000 * 4e-4), 9);
  });

  it('four of five pumps run but for the time that two are out', () => {
    const { outage } = answersOf('reliability', 'failureRate=0.4 1/year|repairTime=24 h|units=5|needed=4');
    const out = (0.4 * 24) / 8766 / (1 + (0.4 * 24) / 8766);
    const enough = (1 - out) ** 5 + 5 * out * (1 - out) ** 4;
    expect(outage! / 3600 / ((1 - enough) * 8760)).toBeCloseTo(1, 2);
  });
});

describe('coolants of the library', () => {
  it('say that they are no longer made, what takes their place, and how far assumed values may be off', () => {
    const { notes } = evaluation('novec-649', 'temperature=45 degC');
    expect(notes.join('\n')).toContain(
      'no longer made: 3M ended the manufacture at the end of 2025; in its place FK-5-1-12',
    );
    expect(notes.filter((note) => note.startsWith('assumed, ')).length).toBe(3);
    expect(notes.join('\n')).toMatch(/assumed, viscosity: .*±10 % at 60 °C/);
    expect(evaluation('r134a', 'temperature=45 degC').notes).toEqual([]);
    expect(evaluation('water', 'temperature=45 degC').notes).toEqual([]);
  });
});
