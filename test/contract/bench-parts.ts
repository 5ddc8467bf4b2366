/**
 * Circuits and machines that the benches are put together from, each as a line
 * of a scenario.
 */

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

export const circuit = {
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

export const machine = {
  airRacks: `racks: { kind: air-rack, load: hall, ${node}, heatSink: heat-sinks/b200-10u-air, fans: server-fans/b200-air, racks: 30, nodesPerRack: 3 }`,
  plateRacks: `racks: { kind: cold-plate-rack, load: { liquid: technology, air: hall }, ${node}, coldPlate: cold-plates/ocp-oam-1kw-pg25, fans: server-fans/b200-residual, racks: 10, nodesPerRack: 8 }`,
  evaporatorRacks: `racks: { kind: two-phase-cold-plate-rack, load: { liquid: technology, air: hall }, ${node}, plate: evaporator-plates/skived-r1233zd-1kw, fans: server-fans/b200-residual, racks: 10, nodesPerRack: 8 }`,
  bathRacks: `racks: { kind: immersion-rack, load: bath, ${node}, sink: immersion-sinks/directed-flow-1kw, racks: 10, nodesPerRack: 8 }`,
  openRacks: `racks: { kind: open-bath-rack, load: bath, ${node.replace('b200-8gpu', 'two-socket-270w')}, sink: fin-sinks/immersion-2u-aluminium, bathArea: 0.8 m^2, racks: 40, nodesPerRack: 24 }`,
  boilingRacks: `racks: { kind: boiling-rack, load: bath, ${node}, surface: boiling-surfaces/coated-spreader-novec649, racks: 5, nodesPerRack: 16 }`,
  lake: 'lake: { kind: open-water-cooler, source: { on: water, stage: 1 }, meanTemperature: 18 degC, rise: 6 K }',
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
  traneChiller:
    'chiller: { kind: chiller, source: water, load: condenser, record: chillers/trane-cvhf-4610kw-leaving, units: 3, spare: 0 }',
  tower: (on: string): string => `tower: { kind: cooling-tower, source: ${on}, units: 3, spare: 0 }`,
  ideal:
    'cooler: { kind: ideal-cooler, source: { on: water, stage: 9 }, against: wet bulb, approach: 1 K, power: 2 % }',
  cold: 'cooler: { kind: ideal-cooler, source: { on: water, stage: 9 }, against: wet bulb, approach: 0 K, power: 2 %, evaporated: 80 % }',
};

export function plant(circuits: readonly string[], machines: readonly string[]): string {
  return [
    site,
    'circuits:',
    ...circuits.map((line) => `  ${line}`),
    'machines:',
    ...machines.map((line) => `  ${line}`),
  ].join('\n');
}
