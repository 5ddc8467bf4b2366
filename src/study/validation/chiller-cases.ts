/** Chillers by energy input ratios and by a Carnot fraction against stored results, ratings and a fit to measurements. */

import { zeroCelsius } from '../../constants.ts';
import type { ValuesOf } from '../../library/parameters.ts';
import type { chillerEirParameters, chillerReformulatedEirParameters } from '../../machines/chiller-record.ts';
import { carnotChiller, carnotPower } from '../../physics/chiller-carnot.ts';
import { eirCapacity, eirChiller, eirPower } from '../../physics/chiller-eir.ts';
import {
  reformulatedEirChiller,
  reformulatedEirPower,
  reformulatedEirPowerAtLeaving,
} from '../../physics/chiller-reformulated-eir.ts';
import { carnotOfBuildings, leiMasanetCop, mcquay, traneVariableSpeed, yorkAirCooled } from './cases/chillers.ts';
import type { Sample, ValidationCase, ValidationInputs } from './validation-case.ts';

const group = 'Chillers';
const waterHeat = 4184;
const loads = { minimumLoad: 0.1, minimumUnloading: 0.1 };
const { state } = mcquay;
const heat = state.evaporatorFlow * waterHeat * state.evaporatorDrop;
const { ratedHeat, ratedCop, minimumEvaporatorLeaving, maximumEvaporatorLeaving } = mcquay;
const common = { ratedHeat, ratedCop, minimumEvaporatorLeaving, maximumEvaporatorLeaving, ...loads };

function enteringSamples(): Sample[] {
  const { entered, entering } = mcquay;
  const chiller = eirChiller({ ...common, ...entering });
  const power = eirPower(chiller, heat, state.evaporatorLeaving, state.condenserEntering);
  const capacity = eirCapacity(chiller, state.evaporatorLeaving, state.condenserEntering);
  return [
    { at: 'COP', published: entered.cop, ours: heat / power },
    { at: 'part load', published: entered.load, ours: (heat / capacity) * entering.maximumLoad },
  ];
}

function reformulatedSamples(): Sample[] {
  const { left, leaving } = mcquay;
  const chiller = reformulatedEirChiller({ ...common, ...leaving });
  const rate = state.condenserFlow * waterHeat;
  const power = reformulatedEirPower(chiller, heat, state.evaporatorLeaving, state.condenserEntering, rate);
  const outlet = state.condenserEntering + (heat + power) / rate;
  const available = eirCapacity(chiller, state.evaporatorLeaving, outlet) / leaving.maximumLoad;
  return [
    { at: 'COP', published: left.cop, ours: heat / power },
    { at: 'part load', published: left.load, ours: heat / available },
  ];
}

function airCooledSamples(): Sample[] {
  const york = yorkAirCooled;
  const { evaporatorLeaving, condenserEntering, evaporatorFlow, evaporatorEntering } = york.state;
  const chiller = eirChiller(york.design);
  const taken = evaporatorFlow * waterHeat * (evaporatorEntering - evaporatorLeaving);
  const power = eirPower(chiller, taken, evaporatorLeaving, condenserEntering);
  const available = eirCapacity(chiller, evaporatorLeaving, condenserEntering) / york.design.maximumLoad;
  return [
    { at: 'COP', published: york.cop, ours: taken / power },
    { at: 'part load', published: york.load, ours: taken / available },
  ];
}

const eirRecords = ['chillers/york-yt-1055kw', 'chillers/carrier-19xr-1350kw-vsd'] as const;

/** Capacity and COP that the curves give at the temperatures of the rating, over the printed ones. */
function ratingSamples({ library }: ValidationInputs): Sample[] {
  return eirRecords.flatMap((id) => {
    const record = library.record(id, ['chiller-eir']).values as ValuesOf<typeof chillerEirParameters>;
    const chiller = eirChiller(record);
    const [evaporator, condenser] = [record.ratedEvaporatorLeaving, record.ratedCondenserEntering];
    const capacity = eirCapacity(chiller, evaporator, condenser) / record.maximumLoad;
    return [
      { at: `${id}, capacity`, published: record.ratedHeat, ours: capacity },
      {
        at: `${id}, COP`,
        published: record.ratedCop,
        ours: capacity / eirPower(chiller, capacity, evaporator, condenser),
      },
    ];
  });
}

const reformulatedRecords = ['chillers/mcquay-wsc-471kw-leaving', 'chillers/trane-cvhf-4610kw-leaving'] as const;

/** The same of curves in leaving condenser water. */
function reformulatedRatingSamples({ library }: ValidationInputs): Sample[] {
  return reformulatedRecords.flatMap((id) => {
    const record = library.record(id, ['chiller-reformulated-eir']);
    const values = record.values as ValuesOf<typeof chillerReformulatedEirParameters>;
    const chiller = reformulatedEirChiller(values);
    const [evaporator, condenser] = [values.ratedEvaporatorLeaving, values.ratedCondenserLeaving];
    const capacity = eirCapacity(chiller, evaporator, condenser) / values.maximumLoad;
    const power = reformulatedEirPowerAtLeaving(chiller, capacity, evaporator, condenser);
    return [
      { at: `${id}, capacity`, published: values.ratedHeat, ours: capacity },
      { at: `${id}, COP`, published: values.ratedCop, ours: capacity / power },
    ];
  });
}

function carnotSamples(): Sample[] {
  const c = carnotOfBuildings;
  const chiller = carnotChiller({
    ratedHeat: c.ratedHeat,
    ratedEvaporatorLeaving: c.ratedEvaporatorLeaving,
    ratedCondenserEntering: c.ratedCondenserLeaving - c.ratedRise,
    ratedCondenserRise: c.ratedRise,
    carnotFraction: c.carnotFraction,
    evaporatorApproach: c.approach,
    condenserApproach: c.approach,
    minimumLift: 1,
    maximumCop: Infinity,
    partLoad: [1, 0, 0],
    minimumLoad: 0,
    auxiliaryShare: 0,
    capacityGain: 0,
    capacityLoss: 0,
    maximumCapacity: 2,
  });
  const rate = (c.heat + c.power) / (c.condenserLeaving - c.condenserEntering);
  const power = carnotPower(chiller, c.heat, c.evaporatorLeaving, c.condenserEntering, rate);
  return [
    { at: 'rated COP', published: c.ratedCop, ours: c.ratedHeat / chiller.ratedPower },
    { at: 'power at 159 % of the rating', published: c.power, ours: power },
    { at: 'COP there', published: c.cop, ours: c.heat / power },
  ];
}

function mildDaySamples(): Sample[] {
  const chiller = eirChiller({ ...traneVariableSpeed, ...loads });
  const evaporator = 280;
  return (
    [
      [0.4, 22],
      [0.6, 25],
      [0.8, 28],
    ] as const
  ).map(([load, entering]) => {
    const condenser = entering + zeroCelsius;
    const taken = (load * eirCapacity(chiller, evaporator, condenser)) / traneVariableSpeed.maximumLoad;
    return {
      at: `load ${load}, condenser water ${entering} °C`,
      published: leiMasanetCop(load, entering),
      ours: taken / eirPower(chiller, taken, evaporator, condenser),
    };
  });
}

export const chillerCases: readonly ValidationCase[] = [
  {
    group,
    quantity: 'EIR, condenser entering',
    unit: '1',
    scale: 'relative',
    tolerance: 1e-6,
    because: 'stored in single precision',
    source: 'chillers',
    samples: enteringSamples,
  },
  {
    group,
    quantity: 'EIR, condenser leaving',
    unit: '1',
    scale: 'relative',
    tolerance: 2e-4,
    because: 'printed to four decimals',
    source: 'chillers',
    samples: reformulatedSamples,
  },
  {
    group,
    quantity: 'EIR, air-cooled',
    unit: '1',
    scale: 'relative',
    tolerance: 5e-3,
    because: 'taken while their machine follows its load: heat and power are not of one moment',
    source: 'chillers',
    samples: airCooledSamples,
  },
  {
    group,
    quantity: 'EIR records at their rating',
    unit: 'W, 1',
    scale: 'relative',
    tolerance: 0.02,
    because: 'the curves are fits and do not pass their reference point exactly',
    source: 'eirRecords',
    samples: (inputs) => [...ratingSamples(inputs), ...reformulatedRatingSamples(inputs)],
  },
  {
    group,
    quantity: 'Carnot fraction',
    unit: '1, W',
    scale: 'relative',
    tolerance: 1e-6,
    because: 'stored in single precision',
    source: 'chillers',
    samples: carnotSamples,
  },
  {
    group,
    quantity: 'COP on a mild day',
    unit: '1',
    scale: 'relative',
    tolerance: 0.2,
    because: 'their fit is good to 11 % of its own machines and does not state the chilled water; ours is one machine',
    source: 'lei',
    samples: mildDaySamples,
  },
];
