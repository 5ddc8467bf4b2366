/**
 * Every quantity the project speaks of, once: its SI unit, the units shown to
 * a reader in SI and in inch-pound dress with their usual decimals, and the
 * units named when a wrong one was written.
 *
 * Formatting needs nothing else; the reader of texts is in `read.ts`.
 */

import { zeroCelsius } from '../constants.ts';
import {
  btu,
  degree,
  fahrenheitStep,
  foot,
  gallon,
  grain,
  hour,
  inch,
  inchWater,
  litre,
  minute,
  pound,
  psi,
  tonRefrigeration,
  wattHour,
} from './definitions.ts';

export const unitSystems = ['si', 'ip'] as const;
export type UnitSystem = (typeof unitSystems)[number];

/** A unit as it is shown: SI = shown · scale + zero. */
export interface Shown {
  readonly unit: string;
  readonly scale: number;
  readonly zero: number;
  readonly decimals: number;
}

export interface QuantityDeclaration {
  /** The SI unit, as text the reader understands. */
  readonly unit: string;
  /** Further units named in a fault. */
  readonly also: readonly string[];
  readonly si: Shown;
  readonly ip: Shown;
  /** What a good text looks like, where `10` and the SI unit would look odd. */
  readonly example?: string;
  /** A number without a unit is welcome. */
  readonly bare?: true;
}

function shown(unit: string, scale: number, decimals: number, zero = 0): Shown {
  return { unit, scale, zero, decimals };
}

/** The same dress in both systems. */
function both(unit: string, scale: number, decimals: number): { readonly si: Shown; readonly ip: Shown } {
  return { si: shown(unit, scale, decimals), ip: shown(unit, scale, decimals) };
}

const square = (value: number): number => value * value;
const cube = (value: number): number => value * value * value;
const kilowattHour = 1000 * wattHour;
const million = 1e6;

/** Where two quantities share a dimension, the one named first names a stray value in a fault. */
export const quantities = {
  temperature: {
    unit: 'K',
    also: ['degC', 'degF'],
    example: '40 degC',
    si: shown('°C', 1, 1, zeroCelsius),
    ip: shown('°F', fahrenheitStep, 1, 459.67 * fahrenheitStep),
  },
  'temperature difference': {
    unit: 'K',
    also: ['deltaC', 'deltaF'],
    si: shown('K', 1, 2),
    ip: shown('Δ°F', fahrenheitStep, 2),
  },
  'temperature rate': {
    unit: 'K/s',
    also: ['K/min', 'deltaF/min'],
    si: shown('K/min', 1 / minute, 2),
    ip: shown('Δ°F/min', fahrenheitStep / minute, 2),
  },
  'mass flow': {
    unit: 'kg/s',
    also: ['kg/h', 'lb/min'],
    si: shown('kg/s', 1, 2),
    ip: shown('lb/min', pound / minute, 1),
  },
  'volume flow': {
    unit: 'm³/s',
    also: ['L/min', 'gpm'],
    si: shown('L/min', litre / minute, 1),
    ip: shown('gpm', gallon / minute, 1),
  },
  'air volume flow': {
    unit: 'm³/s',
    also: ['m³/h', 'cfm'],
    si: shown('m³/h', 1 / hour, 0),
    ip: shown('cfm', cube(foot) / minute, 0),
  },
  'volume flow per heat': {
    unit: 'm³/s/W',
    also: ['L/min/kW', 'gpm/ton'],
    si: shown('L/min/kW', litre / minute / 1000, 2),
    ip: shown('gpm/kW', gallon / minute / 1000, 3),
  },
  'water per energy': {
    unit: 'm³/J',
    also: ['L/kWh', 'gal/kWh'],
    si: shown('L/kWh', litre / kilowattHour, 3),
    ip: shown('gal/kWh', gallon / kilowattHour, 3),
  },
  pressure: { unit: 'Pa', also: ['kPa', 'bar'], si: shown('kPa', 1000, 1), ip: shown('psi', psi, 2) },
  'absolute pressure': {
    unit: 'Pa',
    also: ['kPa', 'bar', 'psia'],
    si: shown('kPa', 1000, 2),
    ip: shown('psia', psi, 3),
  },
  'air pressure': { unit: 'Pa', also: ['kPa', 'inH2O'], si: shown('Pa', 1, 1), ip: shown('inH2O', inchWater, 3) },
  power: { unit: 'W', also: ['kW', 'hp'], ...both('kW', 1000, 1) },
  'heat flow': {
    unit: 'W',
    also: ['kW', 'tonref'],
    si: shown('kW', 1000, 1),
    ip: shown('tonref', tonRefrigeration, 1),
  },
  energy: { unit: 'J', also: ['kWh', 'Btu'], ...both('kWh', kilowattHour, 0) },
  length: { unit: 'm', also: ['mm', 'ft'], si: shown('m', 1, 2), ip: shown('ft', foot, 2) },
  area: { unit: 'm²', also: ['cm²', 'ft²'], si: shown('m²', 1, 2), ip: shown('ft²', square(foot), 1) },
  volume: { unit: 'm³', also: ['L', 'gal'], si: shown('m³', 1, 2), ip: shown('gal', gallon, 1) },
  mass: { unit: 'kg', also: ['t', 'lb'], si: shown('kg', 1, 1), ip: shown('lb', pound, 1) },
  'carbon mass': { unit: 'kg', also: ['tCO2', 'lb'], si: shown('kg', 1, 0), ip: shown('lb', pound, 0) },
  'mass flux': {
    unit: 'kg/(s·m²)',
    also: ['kg/(h·m²)', 'lb/(h·ft²)'],
    si: shown('kg/(s·m²)', 1, 2),
    ip: shown('lb/(h·ft²)', pound / hour / square(foot), 0),
  },
  density: {
    unit: 'kg/m³',
    also: ['g/cm³', 'lb/ft³'],
    si: shown('kg/m³', 1, 1),
    ip: shown('lb/ft³', pound / cube(foot), 2),
  },
  'specific volume': {
    unit: 'm³/kg',
    also: ['ft³/lb'],
    si: shown('m³/kg', 1, 4),
    ip: shown('ft³/lb', cube(foot) / pound, 3),
  },
  'specific heat': {
    unit: 'J/(kg·K)',
    also: ['kJ/(kg·K)', 'Btu/(lb·°F)'],
    si: shown('kJ/(kg·K)', 1000, 3),
    ip: shown('Btu/(lb·°F)', btu / pound / fahrenheitStep, 4),
  },
  enthalpy: {
    unit: 'J/kg',
    also: ['kJ/kg', 'Btu/lb'],
    si: shown('kJ/kg', 1000, 2),
    ip: shown('Btu/lb', btu / pound, 2),
  },
  'thermal conductivity': {
    unit: 'W/(m·K)',
    also: ['Btu/(h·ft·°F)'],
    si: shown('W/(m·K)', 1, 3),
    ip: shown('Btu/(h·ft·°F)', btu / hour / foot / fahrenheitStep, 4),
  },
  'dynamic viscosity': { unit: 'Pa·s', also: ['mPa·s', 'cP'], si: shown('mPa·s', 1e-3, 3), ip: shown('cP', 1e-3, 3) },
  'kinematic viscosity': {
    unit: 'm²/s',
    also: ['mm²/s', 'cSt'],
    si: shown('mm²/s', 1e-6, 3),
    ip: shown('cSt', 1e-6, 3),
  },
  'thermal resistance': {
    unit: 'K/W',
    also: ['K/kW', '°F·h/Btu'],
    si: shown('K/W', 1, 4),
    ip: shown('°F·h/Btu', (fahrenheitStep * hour) / btu, 4),
  },
  'specific thermal resistance': {
    unit: 'K·m²/W',
    also: ['K·cm²/W', '°F·ft²·h/Btu'],
    si: shown('K·cm²/W', 1e-4, 4),
    ip: shown('°F·ft²·h/Btu', (fahrenheitStep * square(foot) * hour) / btu, 6),
  },
  conductance: {
    unit: 'W/K',
    also: ['kW/K', 'Btu/(h·°F)'],
    si: shown('kW/K', 1000, 2),
    ip: shown('Btu/(h·°F)', btu / hour / fahrenheitStep, 0),
  },
  'heat transfer coefficient': {
    unit: 'W/(m²·K)',
    also: ['Btu/(h·ft²·°F)'],
    si: shown('W/(m²·K)', 1, 1),
    ip: shown('Btu/(h·ft²·°F)', btu / hour / square(foot) / fahrenheitStep, 2),
  },
  'heat flux': {
    unit: 'W/m²',
    also: ['W/cm²', 'W/in²'],
    si: shown('W/cm²', 1e4, 2),
    ip: shown('W/in²', 1 / square(inch), 2),
  },
  'power density': {
    unit: 'W/m²',
    also: ['kW/m²', 'W/ft²'],
    si: shown('W/m²', 1, 0),
    ip: shown('W/ft²', 1 / square(foot), 1),
  },
  'surface tension': { unit: 'N/m', also: ['mN/m', 'lbf/ft'], ...both('mN/m', 1e-3, 2) },
  time: { unit: 's', also: ['min', 'h'], ...both('s', 1, 1) },
  duration: { unit: 's', also: ['h', 'min'], ...both('h', hour, 0) },
  frequency: { unit: 'Hz', also: ['kHz', '1/min'], ...both('Hz', 1, 2) },
  'rotational speed': { unit: '1/s', also: ['rpm', 'Hz'], example: '2900 rpm', ...both('rpm', 1 / minute, 0) },
  velocity: { unit: 'm/s', also: ['ft/s', 'ft/min'], si: shown('m/s', 1, 2), ip: shown('ft/s', foot, 2) },
  dimensionless: { unit: '1', also: [], bare: true, example: '0.85', ...both('1', 1, 3) },
  fraction: { unit: '1', also: ['%'], bare: true, example: '5 %', ...both('%', 0.01, 1) },
  'humidity ratio': {
    unit: 'kg/kg',
    also: ['g/kg', 'gr/lb'],
    example: '8 g/kg',
    si: shown('g/kg', 1e-3, 2),
    ip: shown('gr/lb', grain / pound, 1),
  },
  'electricity price': {
    unit: 'USD/J',
    also: ['USD/kWh', 'USD/MWh'],
    example: '0.12 USD/kWh',
    ...both('USD/kWh', 1 / kilowattHour, 4),
  },
  'water price': {
    unit: 'USD/m³',
    also: ['USD/L', 'USD/kgal'],
    si: shown('USD/m³', 1, 2),
    ip: shown('USD/kgal', 1 / (1000 * gallon), 2),
  },
  'price per power': {
    unit: 'USD/W',
    also: ['USD/kW', 'USD/tonref'],
    example: '250 USD/kW',
    ...both('USD/kW', 1e-3, 0),
  },
  money: { unit: 'USD', also: ['kUSD', 'MUSD'], ...both('USD', 1, 2) },
  'carbon intensity': {
    unit: 'kg/J',
    also: ['kg/kWh', 'gCO2/kWh'],
    example: '0.286 kg/kWh',
    si: shown('kg/kWh', 1 / kilowattHour, 3),
    ip: shown('lb/kWh', pound / kilowattHour, 3),
  },
  'token rate': { unit: 'token/s', also: ['token/h', 'Mtoken/h'], ...both('token/s', 1, 0) },
  'energy per token': { unit: 'J/token', also: ['kWh/Mtoken'], ...both('kWh/Mtoken', kilowattHour / million, 3) },
  'water per token': {
    unit: 'm³/token',
    also: ['L/Mtoken', 'gal/Mtoken'],
    example: '2 L/Mtoken',
    si: shown('L/Mtoken', litre / million, 3),
    ip: shown('gal/Mtoken', gallon / million, 3),
  },
  'carbon per token': {
    unit: 'kg/token',
    also: ['kg/Mtoken', 'lb/Mtoken'],
    example: '2 kg/Mtoken',
    si: shown('kg/Mtoken', 1 / million, 3),
    ip: shown('lb/Mtoken', pound / million, 3),
  },
  'price per token': {
    unit: 'USD/token',
    also: ['USD/Mtoken'],
    example: '2 USD/Mtoken',
    ...both('USD/Mtoken', 1 / million, 3),
  },
  'heat capacity': {
    unit: 'J/K',
    also: ['kJ/K', 'Btu/°F'],
    si: shown('kJ/K', 1000, 2),
    ip: shown('Btu/°F', btu / fahrenheitStep, 2),
  },
  'molar mass': { unit: 'kg/mol', also: ['g/mol'], ...both('g/mol', 1e-3, 2) },
  angle: { unit: 'rad', also: ['deg'], example: '30 deg', ...both('°', degree, 1) },
  latitude: { unit: 'rad', also: ['deg'], example: '39 deg', ...both('°', degree, 3) },
  longitude: { unit: 'rad', also: ['deg'], example: '-77 deg', ...both('°', degree, 3) },
  'per-temperature coefficient': {
    unit: '1/K',
    also: ['%/K', '1/°F'],
    example: '0.004 1/K',
    si: shown('1/K', 1, 5),
    ip: shown('1/°F', 1 / fahrenheitStep, 5),
  },
} as const satisfies Readonly<Record<string, QuantityDeclaration>>;

export type Quantity = keyof typeof quantities;

/** `a pressure`, `an area`, `a plain number`. */
export function withArticle(quantity: Quantity): string {
  if (quantity === 'dimensionless') return 'a plain number';
  return /^[aeiou]/.test(quantity) ? `an ${quantity}` : `a ${quantity}`;
}
