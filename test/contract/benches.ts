/**
 * A bench for every kind of machine: the smallest plant in which it has to do
 * its work, sized with no spare, so that the design hour asks for all of it.
 * Sinks around it are ideal coolers that never run out.
 */

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

const site = `
title: bench
site: { weather: climates/ashburn, designDryBulb: 35 degC, designWetBulb: 24 degC, electricityPrice: 0.1 USD/kWh, waterPrice: 2 USD/m³, carbonIntensity: 0.3 kg/kWh, tokenRate: 1000 token/s }
power:
  transformer: { record: transformers/dry-type-mv }
  ups: { record: ups/double-conversion }
  pdu: { record: pdus/lv-transformer }
  busway: { record: busways/415v }
`;

const node =
  'server: servers/b200-8gpu, powerSupply: power-supplies/b200-psu, utilisation: loads/constant-100, floorArea: 4 m^2';
const mover = 'mover: { head: 200 kPa, efficiency: 65 % }';
const fans = 'mover: { head: 300 Pa, efficiency: 60 % }';

const circuit = {
  hall: `hall: { fluid: air, supply: 25 degC, flow: { by: loads }, recirculation: 3 %, bypass: 5 %, ${fans} }`,
  exhaust: `hall: { fluid: air, supply: 25 degC, flow: { by: loads }, ${fans} }`,
  technology: `technology: { fluid: propylene-glycol-25-volume, supply: 40 degC, flow: { constant: 1.2 L/min/kW }, ${mover} }`,
  bath: 'bath: { fluid: synthetic-hydrocarbon, supply: 38 degC, flow: { constant: 9 L/min/kW }, mover: { head: 60 kPa, efficiency: 55 % } }',
  boiling: 'bath: { fluid: novec-649 }',
  refrigerant: `technology: { fluid: r1233zd-e, tank: sealed, supply: 44 degC, reliefPressure: 500 kPa, flow: { constant: 1 L/min/kW }, ${mover} }`,
  valves: `technology: { fluid: r134a, tank: sealed, supply: 44 degC, reliefPressure: 20 bar, flow: { by: loads }, ${mover} }`,
  water: (supply: string): string => `water: { fluid: water, supply: ${supply}, flow: { by: loads }, ${mover} }`,
  condenser: `condenser: { fluid: water, supply: 28 degC, flow: { constant: 2.6 L/min/kW }, ${mover} }`,
};

const machine = {
  airRacks: `racks: { kind: air-rack, load: hall, ${node}, heatSink: heat-sinks/b200-10u-air, fans: server-fans/b200-air, racks: 30, nodesPerRack: 3 }`,
  plateRacks: `racks: { kind: cold-plate-rack, load: { liquid: technology, air: hall }, ${node}, coldPlate: cold-plates/ocp-oam-1kw-pg25, fans: server-fans/b200-residual, racks: 10, nodesPerRack: 8 }`,
  evaporatorRacks: `racks: { kind: two-phase-cold-plate-rack, load: { liquid: technology, air: hall }, ${node}, plate: evaporator-plates/skived-r1233zd-1kw, fans: server-fans/b200-residual, racks: 10, nodesPerRack: 8 }`,
  bathRacks: `racks: { kind: immersion-rack, load: bath, ${node}, sink: immersion-sinks/directed-flow-1kw, racks: 10, nodesPerRack: 8 }`,
  boilingRacks: `racks: { kind: boiling-rack, load: bath, ${node}, surface: boiling-surfaces/coated-spreader-novec649, racks: 5, nodesPerRack: 16 }`,
  coil: 'coil: { kind: coil, source: hall, load: water, approach: 6 K, rise: 9 K, units: 4, spare: 0 }',
  door: 'door: { kind: rear-door, source: hall, load: water, approach: 5 K, rise: 9 K, units: 30, spare: 0 }',
  cdu: 'cdu: { kind: cdu, source: technology, load: water, approach: 4 K, rise: 10 K, units: 2, spare: 0 }',
  deschutes: 'cdu: { kind: cdu, source: technology, load: water, record: cdus/google-deschutes-2mw, spare: 0 }',
  plate:
    'plate: { kind: plate-exchanger, source: bath, load: water, approach: 3.5 K, rise: 4.5 K, units: 4, spare: 0 }',
  condenser:
    'condenser: { kind: condenser-coil, source: technology, load: water, approach: 8 K, rise: 5 K, units: 5, spare: 0 }',
  condenserCoil:
    'coil: { kind: condenser-coil, source: bath, load: water, approach: 12 K, rise: 7 K, units: 5, spare: 0 }',
  chiller:
    'chiller: { kind: chiller, source: water, load: condenser, record: chillers/water-cooled-warm-carnot, units: 3, spare: 0 }',
  airChiller:
    'chiller: { kind: chiller, source: water, load: outdoors, record: chillers/air-cooled-warm-carnot, units: 3, spare: 0 }',
  yorkChiller:
    'chiller: { kind: chiller, source: water, load: condenser, record: chillers/york-yt-1055kw, units: 3, spare: 0 }',
  tower: (on: string): string => `tower: { kind: cooling-tower, source: ${on}, units: 3, spare: 0 }`,
  ideal:
    'cooler: { kind: ideal-cooler, source: { on: water, stage: 9 }, against: wet bulb, approach: 1 K, power: 2 % }',
  cold: 'cooler: { kind: ideal-cooler, source: { on: water, stage: 9 }, against: wet bulb, approach: 0 K, power: 2 %, evaporated: 80 % }',
};

function plant(circuits: readonly string[], machines: readonly string[]): string {
  return [
    site,
    'circuits:',
    ...circuits.map((line) => `  ${line}`),
    'machines:',
    ...machines.map((line) => `  ${line}`),
  ].join('\n');
}

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
];
