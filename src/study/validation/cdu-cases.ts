/**
 * CDUs: the rating of Deschutes there and back, and the CDU of the Buildings
 * library as a whole (pump, filter, exchanger, valve) at all and at 60 % of
 * its load, put together from our functions.
 */

import { bracketedRoot } from '../../numerics/bracketed-root.ts';
import { caseTemperature, fittedResistance, resistanceAtFlow } from '../../physics/cold-plate.ts';
import { moverPower } from '../../physics/fan-and-pump.ts';
import { flowAtPressureDrop, pressureDropAtFlow } from '../../physics/flow-resistance.ts';
import {
  conductanceForDuty,
  exchangerHeat,
  exchangerRating,
  flowForDuty,
  reversedRating,
} from '../../physics/heat-exchange.ts';
import { equalPercentageValve, flowShare } from '../../physics/valve.ts';
import { buildingsCdu, deschutes } from './cases/cdu.ts';
import { oamPropyleneGlycol } from './cases/cold-plate.ts';
import type { Sample, ValidationCase } from './validation-case.ts';

const group = 'CDU';
const source = 'buildingsCdu';
const { rated, glycol, rack, exchanger, filter } = buildingsCdu;

/** Heat and approach at the rated flows of a plate sized by that rating. */
function deschutesSamples(): Sample[] {
  const { heat, approach, technologyFlow, facilityFlow, facilityInlet, specificHeat } = deschutes;
  const [hot, cold] = [technologyFlow * specificHeat, facilityFlow * specificHeat];
  const difference = approach + heat / hot;
  const conductance = conductanceForDuty({
    arrangement: 'counterflow',
    heat,
    firstCapacityRate: hot,
    secondCapacityRate: cold,
    temperatureDifference: difference,
  });
  const plate = exchangerRating({
    arrangement: 'counterflow',
    conductance,
    firstFlow: technologyFlow,
    secondFlow: facilityFlow,
  });
  const moved = exchangerHeat(plate, technologyFlow, hot, facilityFlow, cold, difference);
  const supply = facilityInlet + difference - moved / hot;
  return [
    { at: 'heat', published: heat, ours: moved },
    { at: 'approach', published: approach, ours: supply - facilityInlet },
  ];
}

interface CduState {
  readonly rackFlow: number;
  readonly pumpHead: number;
  readonly pumpPower: number;
}

/** What the pump does, which holds a head between the rack ports whatever the load. */
function pumpState(): CduState {
  const rackFlow = flowAtPressureDrop({ ...rack, ratedFlow: rated.rackFlow }, buildingsCdu.heldHead);
  const inside = [exchanger, filter].map((part) =>
    pressureDropAtFlow({ ...part, ratedFlow: rated.rackFlow }, rackFlow),
  );
  const pumpHead = buildingsCdu.heldHead + inside[0]! + inside[1]!;
  return {
    rackFlow,
    pumpHead,
    pumpPower: moverPower(rackFlow / glycol.density, pumpHead, buildingsCdu.pumpEfficiency),
  };
}

const plate = exchangerRating({
  arrangement: 'counterflow',
  conductance: rated.conductance,
  firstFlow: rated.plantFlow,
  secondFlow: rated.rackFlow,
  filmRatio: rated.filmRatio,
});

/** All of the load with the valve open: the supply floats where the exchanger just moves the heat. */
function fullLoad() {
  const { rackFlow, pumpHead, pumpPower } = pumpState();
  const [plantRate, rackRate] = [rated.plantFlow * buildingsCdu.waterSpecificHeat, rackFlow * glycol.specificHeat];
  const heat = buildingsCdu.rackHeat + pumpPower;
  const perKelvin = -exchangerHeat(plate, rated.plantFlow, plantRate, rackFlow, rackRate, -1);
  const rackReturn = buildingsCdu.plantInlet + heat / perKelvin;
  return {
    supply: rackReturn - buildingsCdu.rackHeat / rackRate,
    return: rackReturn,
    plantLeaving: buildingsCdu.plantInlet + heat / plantRate,
    heat,
    pumpPower,
    pumpHead,
  };
}

/** Opening of the valve [1] that holds the supply at part of the load. */
function openingAtPart(): number {
  const { rackFlow, pumpPower } = pumpState();
  const rackRate = rackFlow * glycol.specificHeat;
  const rackHeat = buildingsCdu.part.load * buildingsCdu.rackHeat;
  const rackReturn = buildingsCdu.supplySetpoint + rackHeat / rackRate;
  const plantFlow = flowForDuty(
    reversedRating(plate),
    rackHeat + pumpPower,
    rackFlow,
    rackRate,
    buildingsCdu.waterSpecificHeat,
    rackReturn - buildingsCdu.plantInlet,
    rated.plantFlow,
    rated.plantFlow,
  );
  const { rangeability, leakage, foot, authority } = buildingsCdu.valve;
  const share = plantFlow / rated.plantFlow;
  return bracketedRoot(
    (opening) => flowShare(equalPercentageValve(opening, leakage, rangeability, foot), authority) - share,
    0,
    1,
    1e-12,
  );
}

/** Case of the plates at all of the load: inlet and our fit through the measured plate. */
function caseSample(): Sample {
  const { plates, rackHeat, full } = buildingsCdu;
  const fit = fittedResistance(
    oamPropyleneGlycol.litresPerMinute.map((flow) => flow / 60_000),
    oamPropyleneGlycol.resistance,
  );
  const flow = pumpState().rackFlow / (glycol.density * plates);
  const ours = caseTemperature(fullLoad().supply, resistanceAtFlow(fit, flow), rackHeat / plates);
  return { at: `${(60_000 * flow).toFixed(2)} L/min a plate`, published: full.caseTemperature, ours };
}

export const cduCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'Deschutes, rating and back',
    unit: 'W, K',
    scale: 'relative',
    tolerance: 1e-9,
    because: 'a round trip: the sheet prints no conductance, so it can only be given back',
    source: 'deschutes',
    note: 'Says nothing of other loads and flows; those are the cases below.',
    samples: deschutesSamples,
  },
  {
    group,
    quantity: 'temperatures, valve open',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.01,
    because: 'the dynamic model is within 0.0001 K of rest; 0.01 K is what a plant could show',
    source,
    samples: () => {
      const ours = fullLoad();
      return (['supply', 'return', 'plantLeaving'] as const).map((at) => ({
        at: { supply: 'rack supply', return: 'rack return', plantLeaving: 'facility return' }[at],
        published: buildingsCdu.full[at],
        ours: ours[at],
      }));
    },
  },
  {
    group,
    quantity: 'heat, pump power, pump head',
    unit: 'W, W, Pa',
    scale: 'relative',
    tolerance: 1e-5,
    because: 'stored in single precision, and not quite at rest',
    source,
    samples: () => {
      const ours = fullLoad();
      return (['heat', 'pumpPower', 'pumpHead'] as const).map((at) => ({
        at: { heat: 'heat of the exchanger', pumpPower: 'pump power', pumpHead: 'pump head' }[at],
        published: buildingsCdu.full[at],
        ours: ours[at],
      }));
    },
  },
  {
    group,
    quantity: 'valve opening at 60 % load',
    unit: '1',
    scale: 'absolute',
    tolerance: 2e-3,
    because: 'its controller is still settling, 0.0001 K from the set point',
    source,
    samples: () => [{ at: '4464 s', published: buildingsCdu.part.opening, ours: openingAtPart() }],
  },
  {
    group,
    quantity: 'case of the cold plates',
    unit: 'K',
    scale: 'absolute',
    tolerance: 0.5,
    because: 'theirs divides by a flow smoothed over 1.5 L/min: 4 % above the resistance measured at 1.13 L/min',
    source,
    note: 'We keep to the measured plate and differ on purpose: its case stands 0.4 K lower than theirs.',
    samples: () => [caseSample()],
  },
];
