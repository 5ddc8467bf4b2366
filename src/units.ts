/**
 * The one place that knows units: reads "1.5 gpm/ton", writes "40.0 °C".
 * Everywhere else a number without a unit in its name is SI.
 */

export { celsiusText, displayUnit, formatQuantity, jsonQuantity, type DisplayUnit } from './units/format.ts';
export {
  quantities,
  unitSystems,
  withArticle,
  type Quantity,
  type QuantityDeclaration,
  type UnitSystem,
} from './units/quantities.ts';
export { exactQuantity, expectedQuantity, readQuantity, type ReadQuantity } from './units/read.ts';
