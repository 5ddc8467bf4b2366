/** The usual symbols of machines, each a path in a square of 28, by kind; a kind without one is a plain exchanger. */

const exchanger = 'M3 14a11 11 0 1 0 22 0a11 11 0 1 0 -22 0M6 21L11 8L17 20L22 7';
const rack = 'M5 2h18v24H5zM5 8h18M5 14h18M5 20h18M8 5h4M8 11h4M8 17h4M8 23h4';
const tank = 'M2 7v17h24V7M2 11q3 -2.5 6 0t6 0t6 0t6 0M8 15v6M14 15v6M20 15v6';
const fanCoil = 'M4 3h20v22H4zM4 9l20 0M14 17m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M14 12v10M9 17h10M8 6h3M14 6h3';
const dryCooler = 'M3 10h22v14H3zM3 24L9 10L14 24L19 10L25 24M5 6q4.500 -5 9 0q4.500 5 9 0M14 6v4';
const tower = 'M6 25L9 8h10l3 17zM8 5q3 -4 6 0q3 4 6 0M10 13v4M14 13v4M18 13v4M9 21h10';
const compressor = 'M3 14a11 11 0 1 0 22 0a11 11 0 1 0 -22 0M5 8.500L24 11M5 19.500L24 17';

const symbols: Readonly<Record<string, string>> = {
  'air-rack': rack,
  'cold-plate-rack': rack,
  'immersion-rack': tank,
  'boiling-rack': tank,
  room: 'M3 25V11L14 3l11 8v14zM11 25v-8h6v8',
  coil: fanCoil,
  sidecar: fanCoil,
  'rear-door': 'M5 2h12v24H5zM17 4l7 3v18l-7 -2M8 8h6M8 14h6M8 20h6',
  cdu: exchanger,
  'plate-exchanger': exchanger,
  'condenser-coil': 'M3 4h22v20H3zM3 9h16a3 3 0 0 1 0 6H9a3 3 0 0 0 0 6h16',
  chiller: compressor,
  'heat-pump': compressor,
  'cooling-tower': tower,
  'dry-cooler': dryCooler,
  'adiabatic-cooler': dryCooler,
  'open-water-cooler': 'M3 8q3.500 -4 7 0t7 0t8 0M3 15q3.500 -4 7 0t7 0t8 0M3 22q3.500 -4 7 0t7 0t8 0',
  'buffer-tank': 'M7 6q7 -5 14 0v17q-7 5 -14 0zM7 6q7 4 14 0M7 15h14',
};

export function symbolOf(kind: string): string {
  return symbols[kind] ?? exchanger;
}
