/** Stored sweeps of exchangers, plates, valves and towers, and makers' chillers; measured where the reference folder is at hand. */

import { zeroCelsius } from '../../constants.ts';
import { saturatedHumidityRatio } from '../../fluids/moist-air.ts';
import { fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import { eirCapacity, eirChiller, eirPower } from '../../physics/chiller-eir.ts';
import { exchangerHeat } from '../../physics/heat-exchange.ts';
import { nearSaturatedEnthalpy } from '../../physics/saturated-air.ts';
import { yorkCalcApproach, yorkCalcRanges } from '../../physics/tower-correlation.ts';
import { equalPercentageValve, linearValve } from '../../physics/valve.ts';
import { yorkRating } from './cases/cooling-tower.ts';
import { oamInParallel } from './cases/cold-plate.ts';
import { exampleRating } from './exchanger-cases.ts';
import { type Stored, storedCase, type Sweep } from './stored-sweep.ts';
import type { Sample, ValidationCase, ValidationInputs } from './validation-case.ts';

const sea = 101_325;

const waterHeat = 4184;

function plateSamples({ values }: Sweep): Sample[] {
  const rating = exampleRating();
  return values('hex.Q2_flow').map((published, i) => {
    const [first, second] = [values('hex.m1_flow')[i]!, values('hex.m2_flow')[i]!];
    const ours = exchangerHeat(rating, first, first * waterHeat, second, second * waterHeat, 40);
    const sample = { at: `${(1000 * first).toFixed(3)} g/s`, published, ours };
    return first < 1e-3 ? { ...sample, tolerance: 0.07 } : sample;
  });
}

function caseTemperatures({ time, values }: Sweep): Sample[] {
  const flows = oamInParallel.litresPerMinute.map((flow) => (4 * flow) / 60_000);
  const fit = fittedResistance(flows, oamInParallel.resistance);
  return values('casTem.TCas').map((published, i) => {
    const flow = 1e-4 + 1.3333333333333e-4 * time[i]!;
    const at = `${(60_000 * flow).toFixed(2)} L/min`;
    return { at, published, ours: 303.15 + 1000 * resistanceAtFlow(fit, flow) };
  });
}

const exchangerSweeps: readonly Stored[] = [
  {
    group: 'Heat exchangers',
    quantity: 'plate, throttled',
    unit: 'W',
    scale: 'relative',
    tolerance: 1e-6,
    because: 'stored in single precision; below a tenth of the rated flow 7 %',
    source: 'plate',
    note: 'At 4 % of the rated flow theirs moves 6 % more heat: its film is blended to one that never ends.',
    file: 'plate_hx_epsntu',
    of: plateSamples,
  },
  {
    group: 'Cold plates',
    quantity: 'case temperature, 6-14 L/min',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.5,
    because: 'ours is two terms, theirs a parabola through points that scatter by 2 % of 17 K',
    source: 'ocp',
    note: 'As the Buildings library stores it: DataCenterEquipment.Racks … Examples.CaseTemperature, 2025-12-22.',
    file: 'cold_plate_case_temperature',
    of: caseTemperatures,
  },
  {
    group: 'Pumps and valves',
    quantity: 'valves, stored sweep',
    unit: '1',
    scale: 'absolute',
    tolerance: 2e-2,
    because: 'theirs is smoothed at the foot of the equal-percentage plug, up to 0.1 open; 1e-6 above it',
    source: 'movers',
    file: 'valve_characteristics',
    of: ({ time, values }) =>
      time
        .flatMap((y, i) => [
          { at: `linear, ${y}`, published: values('valLin.phi')[i]!, ours: linearValve(y, 0.05) },
          {
            at: `equal percentage, ${y}`,
            published: values('valEqu.phi')[i]!,
            ours: equalPercentageValve(y, 0.05, 10, 0.1),
          },
        ])
        .map((sample, i) => (time[i >> 1]! > 0.16 ? { ...sample, tolerance: 1e-6 } : sample)),
  },
];

function heatCapacitySamples({ time, values }: Sweep): Sample[] {
  const perMixture = (T: number) => nearSaturatedEnthalpy(T, sea) / (1 + saturatedHumidityRatio(T, sea));
  return [10, 15, 20, 25, 30].flatMap((wetBulb) =>
    values(`cpe${wetBulb}`).map((published, i) => {
      const [T, rise] = [wetBulb + zeroCelsius, time[i]!];
      return { at: `${wetBulb} °C, rise ${rise} K`, published, ours: (perMixture(T + rise) - perMixture(T)) / rise };
    }),
  );
}

/** Every point whose fractions and approach the correlation allows. */
function yorkSamples({ time, values }: Sweep): Sample[] {
  const { waterFraction, liquidToGas, approach } = yorkCalcRanges;
  const inside = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;
  const { range, wetBulb } = yorkRating;
  return time.flatMap((t, i) => {
    const x = 0.25 + t;
    const [byWater, byAir] = [values('TApp_Wat')[i]!, values('TApp_Air')[i]!];
    const water = inside(x, waterFraction) && inside(byWater, approach);
    const air = inside(1 / x, liquidToGas) && inside(byAir, approach);
    return [
      ...(water ? [{ at: `water ${x}`, published: byWater, ours: yorkCalcApproach(range, wetBulb, x, 1) }] : []),
      ...(air ? [{ at: `air ${x}`, published: byAir, ours: yorkCalcApproach(range, wetBulb, 1, x) }] : []),
    ];
  });
}

const rejectionSweeps: readonly Stored[] = [
  {
    group: 'Heat rejection',
    quantity: 'saturated air, stored sweep',
    unit: 'J/(kg·K)',
    scale: 'relative',
    tolerance: 3e-3,
    because: 'another formula of saturation pressure on either side',
    source: 'merkel',
    file: 'merkel_equivalent_heat_capacity',
    of: heatCapacitySamples,
  },
  {
    group: 'Heat rejection',
    quantity: 'YorkCalc, stored sweep',
    unit: 'K',
    scale: 'absolute',
    tolerance: 1e-5,
    because: 'stored in single precision',
    source: 'york',
    note: 'Points outside the correlation’s declared range are not among them: ours refuses them.',
    file: 'yorkcalc_correlation',
    of: yorkSamples,
  },
];

interface StoredChiller {
  readonly QEva_nominal_W: number;
  readonly COP_nominal: number;
  readonly PLRMin: number;
  readonly PLRMinUnl: number;
  readonly PLRMax: number;
  readonly TEvaLvg_nominal_degC: number;
  readonly TConEnt_nominal_degC: number;
  readonly TEvaLvg_range_degC: readonly [number, number];
  readonly TConEnt_range_degC: readonly [number, number];
  readonly capFunT: readonly number[];
  readonly EIRFunT: readonly number[];
  readonly EIRFunPLR: readonly number[];
}

/** COP that the curves of every record give at its own rating, over the printed one. */
function chillerSamples(inputs: ValidationInputs): Sample[] | undefined {
  const text = inputs.reference('lbnl/chiller_eir_records.json');
  if (text === undefined) return undefined;
  const { records } = JSON.parse(text) as { records: Record<string, StoredChiller> };
  return Object.entries(records).map(([at, record]) => {
    const chiller = eirChiller({
      ratedHeat: record.QEva_nominal_W,
      ratedCop: record.COP_nominal,
      capacityOfTemperature: record.capFunT,
      eirOfTemperature: record.EIRFunT,
      eirOfLoad: record.EIRFunPLR,
      minimumLoad: record.PLRMin,
      minimumUnloading: record.PLRMinUnl,
      maximumLoad: record.PLRMax,
      minimumEvaporatorLeaving: record.TEvaLvg_range_degC[0] + zeroCelsius,
      maximumEvaporatorLeaving: record.TEvaLvg_range_degC[1] + zeroCelsius,
      minimumCondenser: record.TConEnt_range_degC[0] + zeroCelsius,
      maximumCondenser: record.TConEnt_range_degC[1] + zeroCelsius,
    });
    const evaporator = record.TEvaLvg_nominal_degC + zeroCelsius;
    const condenser = record.TConEnt_nominal_degC + zeroCelsius;
    const heat = eirCapacity(chiller, evaporator, condenser) / record.PLRMax;
    const ours = heat / eirPower(chiller, heat, evaporator, condenser);
    return { at: at.replaceAll('_', ' '), published: record.COP_nominal, ours };
  });
}

export const storedMachineCases: readonly ValidationCase[] = [
  ...[...exchangerSweeps, ...rejectionSweeps].map(storedCase),
  {
    group: 'Chillers',
    quantity: 'COP of 14 makers’ records',
    unit: '1',
    scale: 'relative',
    tolerance: 0.04,
    because: 'the curves are fits: those of one record miss its own reference point by 3.7 %',
    source: 'eirRecords',
    samples: chillerSamples,
  },
];
