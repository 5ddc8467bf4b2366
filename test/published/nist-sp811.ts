/**
 * Conversion factors printed in NIST Special Publication 811 (2008 edition,
 * A. Thompson and B. N. Taylor), appendices B.8 and B.9: `1 unit = factor` in
 * the SI unit of the quantity.
 *
 * Factors are printed to at most seven digits, so that half of the seventh is
 * the tolerance: 5e-7 of the leading digit, at most 5e-7 relative. Factors
 * printed in bold are exact and marked so.
 */

import type { Quantity } from '../../src/units.ts';

export interface PrintedFactor {
  readonly unit: string;
  readonly quantity: Quantity;
  readonly factor: number;
  readonly exact?: true;
}

export const printedFactors: readonly PrintedFactor[] = [
  { unit: 'atm', quantity: 'pressure', factor: 1.01325e5, exact: true },
  { unit: 'bar', quantity: 'pressure', factor: 1e5, exact: true },
  { unit: 'psi', quantity: 'pressure', factor: 6.894757e3 },
  { unit: 'psig', quantity: 'pressure', factor: 6.894757e3 },
  { unit: 'psid', quantity: 'pressure', factor: 6.894757e3 },
  { unit: 'psia', quantity: 'absolute pressure', factor: 6.894757e3 },
  { unit: 'inH2O', quantity: 'pressure', factor: 2.490889e2 },
  { unit: 'ftH2O', quantity: 'pressure', factor: 2.989067e3 },
  { unit: 'mmH2O', quantity: 'pressure', factor: 9.80665, exact: true },
  { unit: 'inHg', quantity: 'pressure', factor: 3.386389e3 },
  { unit: 'mmHg', quantity: 'pressure', factor: 1.333224e2 },
  { unit: 'Btu', quantity: 'energy', factor: 1.055056e3 },
  { unit: 'BTU', quantity: 'energy', factor: 1.055056e3 },
  { unit: 'btu', quantity: 'energy', factor: 1.055056e3 },
  { unit: 'kWh', quantity: 'energy', factor: 3.6e6, exact: true },
  { unit: 'Btu/h', quantity: 'power', factor: 2.930711e-1 },
  { unit: 'MBH', quantity: 'power', factor: 2.930711e2 },
  { unit: 'tonref', quantity: 'heat flow', factor: 3.516853e3 },
  { unit: 'TR', quantity: 'heat flow', factor: 3.516853e3 },
  { unit: 'ton of refrigeration', quantity: 'heat flow', factor: 3.516853e3 },
  { unit: 'hp', quantity: 'power', factor: 7.456999e2 },
  { unit: 'gal', quantity: 'volume', factor: 3.785412e-3 },
  { unit: 'L', quantity: 'volume', factor: 1e-3, exact: true },
  { unit: 'ft³', quantity: 'volume', factor: 2.831685e-2 },
  { unit: 'gpm', quantity: 'volume flow', factor: 6.30902e-5 },
  { unit: 'gal/min', quantity: 'volume flow', factor: 6.30902e-5 },
  { unit: 'cfm', quantity: 'air volume flow', factor: 4.719474e-4 },
  { unit: 'ft^3/min', quantity: 'volume flow', factor: 4.719474e-4 },
  { unit: 'in', quantity: 'length', factor: 2.54e-2, exact: true },
  { unit: 'mil', quantity: 'length', factor: 2.54e-5, exact: true },
  { unit: 'ft', quantity: 'length', factor: 3.048e-1, exact: true },
  { unit: 'ft²', quantity: 'area', factor: 9.290304e-2, exact: true },
  { unit: 'in²', quantity: 'area', factor: 6.4516e-4, exact: true },
  { unit: 'ft/s', quantity: 'velocity', factor: 3.048e-1, exact: true },
  { unit: 'lb', quantity: 'mass', factor: 4.535924e-1 },
  { unit: 'lbm', quantity: 'mass', factor: 4.535924e-1 },
  { unit: 'oz', quantity: 'mass', factor: 2.834952e-2 },
  { unit: 'gr', quantity: 'mass', factor: 6.479891e-5, exact: true },
  { unit: 'lb/min', quantity: 'mass flow', factor: 7.559873e-3 },
  { unit: 'lb/h', quantity: 'mass flow', factor: 1.259979e-4 },
  { unit: 'lb/ft³', quantity: 'density', factor: 1.601846e1 },
  { unit: 'lbf/ft', quantity: 'surface tension', factor: 1.45939e1 },
  { unit: 'P', quantity: 'dynamic viscosity', factor: 1e-1, exact: true },
  { unit: 'cP', quantity: 'dynamic viscosity', factor: 1e-3, exact: true },
  { unit: 'St', quantity: 'kinematic viscosity', factor: 1e-4, exact: true },
  { unit: 'cSt', quantity: 'kinematic viscosity', factor: 1e-6, exact: true },
  { unit: 'Btu/(lb·°F)', quantity: 'specific heat', factor: 4.1868e3, exact: true },
  { unit: 'Btu/lb', quantity: 'enthalpy', factor: 2.326e3, exact: true },
  { unit: 'Btu/°F', quantity: 'heat capacity', factor: 1.899101e3 },
  { unit: 'Btu/(h·ft·°F)', quantity: 'thermal conductivity', factor: 1.730735 },
  { unit: 'Btu/(h·ft²·°F)', quantity: 'heat transfer coefficient', factor: 5.678263 },
  { unit: '°F·h/Btu', quantity: 'thermal resistance', factor: 1.895634 },
  { unit: '°F·ft²·h/Btu', quantity: 'specific thermal resistance', factor: 1.761102e-1 },
  { unit: 'W/in²', quantity: 'heat flux', factor: 1.550003e3 },
  { unit: 'd', quantity: 'time', factor: 8.64e4, exact: true },
  // "year (365 days)"
  { unit: 'year', quantity: 'time', factor: 3.1536e7, exact: true },
  { unit: 'deg', quantity: 'angle', factor: 1.745329e-2 },
];
