/**
 * A bench for every kind of machine: the smallest plant in which it has to do
 * its work, sized with no spare, so that the design hour asks for all of it.
 * Sinks around it are ideal coolers that never run out.
 */

import { circuit, machine, plant } from './bench-parts.ts';

/** A kind on its bench. */
export interface KindBench {
  readonly kind: string;
  /** What tells two benches of one kind apart. */
  readonly title: string;
  /** The plant as a scenario's circuits and machines. */
  readonly plant: string;
  /** Name of the machine under test. */
  readonly machine: string;
  /** Its design heat is that of this circuit, held with nothing to spare; absent for kinds that are not sized. */
  readonly holds?: string;
  /** The ambient that it is sized against: one kelvin more and its set point floats. */
  readonly boundBy?: 'dry bulb' | 'wet bulb';
  /** Nothing leaves it colder than this; absent for compressors and storage. */
  readonly pinch?: 'load inlet' | 'dry bulb' | 'wet bulb';
  /** Cases that do not apply, each with its reason. */
  readonly skips?: Readonly<Partial<Record<Case, string>>>;
}

/** The cases of the contract that a kind may skip. */
export type Case = 'no heat wanted' | 'design hour';

const air = [machine.airRacks, machine.coil];
const noSource = 'it has no source port: its heat is its electricity, which is never nothing';

export const benches: readonly KindBench[] = [
  {
    kind: 'air-rack',
    title: 'racks in a hall',
    plant: plant([circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')], [...air, machine.ideal]),
    machine: 'racks',
    holds: 'hall',
    skips: { 'no heat wanted': noSource },
  },
  {
    kind: 'cold-plate-rack',
    title: 'racks on a technology loop',
    plant: plant(
      [circuit.technology, circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [machine.plateRacks, machine.cdu, machine.coil, machine.ideal],
    ),
    machine: 'racks',
    holds: 'technology',
    skips: { 'no heat wanted': noSource },
  },
  {
    kind: 'two-phase-cold-plate-rack',
    title: 'racks on a pumped refrigerant',
    plant: plant(
      [circuit.refrigerant, circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [machine.evaporatorRacks, machine.condenser, machine.coil, machine.ideal],
    ),
    machine: 'racks',
    holds: 'technology',
    skips: { 'no heat wanted': noSource },
  },
  {
    kind: 'two-phase-cold-plate-rack',
    title: 'racks with valves that hold a quality',
    plant: plant(
      [circuit.valves, circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [
        machine.evaporatorRacks.replace('racks: 10', 'exitQuality: 30 %, racks: 10'),
        machine.condenser,
        machine.coil,
        machine.ideal,
      ],
    ),
    machine: 'racks',
    holds: 'technology',
    skips: { 'no heat wanted': noSource },
  },
  {
    kind: 'immersion-rack',
    title: 'tanks of hydrocarbon',
    plant: plant([circuit.bath, circuit.water('34.5 degC')], [machine.bathRacks, machine.plate, machine.ideal]),
    machine: 'racks',
    holds: 'bath',
    skips: { 'no heat wanted': noSource },
  },
  {
    kind: 'open-bath-rack',
    title: 'processors in an open tank',
    plant: plant(
      [circuit.bath.replace('9 L/min/kW', '5 L/min/kW'), circuit.water('34.5 degC')],
      [machine.openRacks, machine.plate, machine.ideal],
    ),
    machine: 'racks',
    holds: 'bath',
    skips: { 'no heat wanted': noSource },
  },
  {
    kind: 'boiling-rack',
    title: 'boiling tanks',
    plant: plant(
      [circuit.boiling, circuit.water('36 degC')],
      [machine.boilingRacks, machine.condenserCoil, machine.ideal],
    ),
    machine: 'racks',
    skips: {
      'no heat wanted': noSource,
      'design hour': 'a boiling circuit has no set point; its coil is on a bench of its own',
    },
  },
  {
    kind: 'room',
    title: 'a power room',
    plant: plant(
      [circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [...air, 'rooms: { kind: room, load: water, constantPower: 20 kW, envelopeGain: 5 kW }', machine.ideal],
    ).replaceAll(/record: (ups|pdus|busways)\/([a-z0-9-]+)/g, 'record: $1/$2, losses: rooms'),
    machine: 'rooms',
    holds: 'water',
    skips: { 'no heat wanted': 'it has no source port: it gives on what others lose' },
  },
  {
    kind: 'cdu',
    pinch: 'load inlet',
    title: 'sized by its approach',
    plant: plant(
      [circuit.technology, circuit.hall.replace('25 degC', '42 degC'), circuit.water('36 degC')],
      [machine.plateRacks, machine.cdu, machine.coil, machine.ideal],
    ),
    machine: 'cdu',
    holds: 'technology',
  },
  {
    kind: 'cdu',
    pinch: 'load inlet',
    title: 'of a record',
    plant: plant(
      [circuit.technology, circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [machine.plateRacks, machine.deschutes, machine.coil, machine.ideal],
    ),
    machine: 'cdu',
    skips: { 'design hour': 'a record has the size of its sheet, not that of the plant' },
  },
  {
    kind: 'plate-exchanger',
    pinch: 'load inlet',
    title: 'bath exchanger',
    plant: plant([circuit.bath, circuit.water('34.5 degC')], [machine.bathRacks, machine.plate, machine.ideal]),
    machine: 'plate',
    holds: 'bath',
  },
  {
    kind: 'coil',
    pinch: 'load inlet',
    title: 'fan wall',
    plant: plant([circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')], [...air, machine.ideal]),
    machine: 'coil',
    holds: 'hall',
  },
  ...(['adiabatic', 'steam'] as const).map((humidifier): KindBench => ({
    kind: 'coil',
    // No pinch: part of its duty is not given to the water but to condensate and fog, or to the boiler's steam.
    title: `wet fan wall, ${humidifier} humidifier`,
    plant: plant(
      [
        circuit.hall.replace('supply: 25 degC', 'supply: 28 degC, dewPoint: 24 degC'),
        circuit.water('21 degC'),
        circuit.condenser,
      ],
      [
        machine.airRacks,
        machine.coil.replace('approach', `humidifier: ${humidifier}, approach`),
        machine.chiller,
        machine.tower('condenser'),
      ],
    ),
    machine: 'coil',
    skips: { 'design hour': 'it is sized dry, and wet it has more or less to give' },
  })),
  {
    kind: 'rear-door',
    pinch: 'load inlet',
    title: 'doors on racks',
    plant: plant(
      [circuit.exhaust.replace('25 degC', '31 degC'), circuit.water('26 degC')],
      [machine.airRacks, machine.door, machine.ideal],
    ),
    machine: 'door',
    holds: 'hall',
  },
  {
    kind: 'sidecar',
    pinch: 'load inlet',
    title: 'liquid to hall air',
    plant: plant(
      [
        circuit.technology.replace('40 degC', '44 degC'),
        circuit.exhaust.replace('25 degC', '32 degC'),
        circuit.water('26 degC'),
      ],
      [
        machine.plateRacks,
        'sidecar: { kind: sidecar, source: technology, load: hall, approach: 12 K, rise: 12 K, fanPower: 2 %, units: 10, spare: 0 }',
        machine.coil,
        machine.ideal,
      ],
    ),
    machine: 'sidecar',
    holds: 'technology',
  },
  {
    kind: 'condenser-coil',
    pinch: 'load inlet',
    title: 'coils over boiling tanks',
    // Novec 649 boils at 48.9 °C at this site's mean pressure.
    plant: plant(
      [circuit.boiling, circuit.water('36.8 degC')],
      [machine.boilingRacks, machine.condenserCoil, machine.ideal],
    ),
    machine: 'coil',
  },
  {
    kind: 'condenser-coil',
    pinch: 'load inlet',
    title: 'tubes under a film of condensate',
    plant: plant(
      [circuit.boiling, circuit.water('36.8 degC')],
      [
        machine.boilingRacks,
        machine.condenserCoil.replace(
          'units: 5',
          'tubes: { outerDiameter: 12 mm, wallThickness: 1 mm, parallelTubes: 60 }, tripShare: 100 %, units: 5',
        ),
        machine.ideal,
      ],
    ),
    machine: 'coil',
  },
  {
    kind: 'chiller',
    title: 'water-cooled, Carnot fraction',
    plant: plant(
      [circuit.hall, circuit.water('18 degC'), circuit.condenser],
      [...air, machine.chiller, machine.tower('condenser')],
    ),
    machine: 'chiller',
    holds: 'water',
  },
  {
    kind: 'chiller',
    title: 'water-cooled, published curves',
    plant: plant(
      [circuit.hall, circuit.water('8 degC'), circuit.condenser],
      [...air, machine.yorkChiller, machine.tower('condenser')],
    ),
    machine: 'chiller',
    holds: 'water',
  },
  {
    kind: 'chiller',
    title: 'water-cooled, published curves in leaving water',
    plant: plant(
      [circuit.hall, circuit.water('8 degC'), circuit.condenser],
      [...air, machine.traneChiller, machine.tower('condenser')],
    ),
    machine: 'chiller',
    holds: 'water',
  },
  {
    kind: 'chiller',
    title: 'air-cooled, Carnot fraction',
    plant: plant([circuit.hall, circuit.water('18 degC')], [...air, machine.airChiller]),
    machine: 'chiller',
    holds: 'water',
  },
  {
    kind: 'cooling-tower',
    pinch: 'wet bulb',
    title: 'on the water of fan walls',
    plant: plant(
      [
        circuit.hall.replace('25 degC', '32 degC'),
        circuit.water('26 degC').replace('by: loads', 'constant: 1.6 L/min/kW'),
      ],
      [...air, machine.tower('water')],
    ),
    machine: 'tower',
    holds: 'water',
    boundBy: 'wet bulb',
  },
  {
    kind: 'dry-cooler',
    pinch: 'dry bulb',
    title: 'straight on the loop of hot plates',
    plant: plant(
      [
        circuit.technology.replace('40 degC', '46 degC'),
        circuit.water('40 degC'),
        circuit.hall.replace('25 degC', '46 degC'),
      ],
      [
        machine.plateRacks,
        machine.cdu,
        machine.coil,
        'cooler: { kind: dry-cooler, source: water, units: 4, spare: 0 }',
      ],
    ),
    machine: 'cooler',
    holds: 'water',
    boundBy: 'dry bulb',
  },
  {
    kind: 'adiabatic-cooler',
    pinch: 'wet bulb',
    title: 'on the loop of a bath',
    plant: plant(
      [circuit.bath, circuit.water('34 degC')],
      [machine.bathRacks, machine.plate, 'cooler: { kind: adiabatic-cooler, source: water, units: 4, spare: 0 }'],
    ),
    machine: 'cooler',
    holds: 'water',
    boundBy: 'wet bulb',
  },
  {
    kind: 'air-economizer',
    pinch: 'wet bulb',
    title: 'outdoor air into a hot hall, a coil after it',
    plant: plant(
      [circuit.hall.replace('25 degC', '36 degC'), circuit.water('26 degC')],
      [
        machine.airRacks,
        'economizer: { kind: air-economizer, source: { on: hall, stage: 1 }, highDewPoint: 22 degC, lowDewPoint: 2 degC, humidifier: adiabatic }',
        machine.coil.replace('source: hall', 'source: { on: hall, stage: 2 }'),
        machine.ideal,
      ],
    ),
    machine: 'economizer',
    holds: 'hall',
  },
  {
    kind: 'indirect-air-cooler',
    pinch: 'wet bulb',
    title: 'plates and pads on a warm hall',
    plant: plant(
      [circuit.hall.replace('25 degC', '32 degC')],
      [
        machine.airRacks,
        'cooler: { kind: indirect-air-cooler, source: hall, units: 6, spare: 0, airCapacityRatio: 1.2 }',
      ],
    ),
    machine: 'cooler',
    holds: 'hall',
    boundBy: 'wet bulb',
  },
  {
    kind: 'heat-pump',
    title: 'on the return before a cooler',
    plant: plant(
      [circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [
        ...air,
        'heat-pump: { kind: heat-pump, source: { on: water, stage: 1 }, capacity: 400 kW, demand: 500 kW, heatingBelow: 18 degC, delivery: 65 degC }',
        machine.ideal,
      ],
    ),
    machine: 'heat-pump',
    skips: { 'design hour': 'its capacity is written, and at the design hour no customer heats' },
  },
  {
    kind: 'buffer-tank',
    title: 'across a chilled loop',
    plant: plant(
      [circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')],
      [
        ...air,
        'tank: { kind: buffer-tank, source: { on: water, stage: 1 }, load: water, volume: 100 m³, rate: 300 kW, rise: 8 K, chargeFrom: 1, chargeTo: 6, dischargeFrom: 7, dischargeTo: 12 }',
        machine.ideal,
      ],
    ),
    machine: 'tank',
    skips: { 'design hour': 'its volume and rate are written' },
  },
  {
    kind: 'ideal-cooler',
    pinch: 'wet bulb',
    title: 'against the wet bulb',
    plant: plant([circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')], [...air, machine.cold]),
    machine: 'cooler',
    holds: 'water',
  },
  {
    kind: 'open-water-cooler',
    title: 'to a lake of one temperature',
    plant: plant([circuit.hall.replace('25 degC', '32 degC'), circuit.water('26 degC')], [...air, machine.lake]),
    machine: 'lake',
    holds: 'water',
  },
];
