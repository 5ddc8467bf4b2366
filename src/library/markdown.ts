/**
 * A declaration as a Markdown table, for the generated pages of every kind of
 * record and machine.
 */

import { displayUnit, type Quantity } from '../units.ts';
import type { Parameter, Parameters } from './parameters.ts';
import { isRequired } from './json-schema.ts';
import { rangeText, rangeWords } from './range-text.ts';

const heading = ['name', 'what it is', 'quantity', 'usual unit', 'range', 'default'];

/** One row a parameter; members of groups and columns of tables follow theirs, `pump.head`. */
export function markdownTable(declaration: Parameters): string {
  const rows = [heading, heading.map(() => '---'), ...rowsOf(declaration, '')];
  return rows.map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`).join('');
}

function rowsOf(declaration: Parameters, prefix: string): string[][] {
  return Object.entries(declaration).flatMap(([name, parameter]) => rowsOfParameter(`${prefix}${name}`, parameter));
}

function rowsOfParameter(name: string, parameter: Parameter): string[][] {
  const own = [`\`${name}\``, parameter.about, ...kindCells(parameter), defaultText(parameter)];
  if ('group' in parameter) return [own, ...rowsOf(parameter.group, `${name}.`)];
  if ('each' in parameter) return [own, ...rowsOf(parameter.each, `${name}.*.`)];
  if (!('table' in parameter)) return [own];
  const columns = Object.entries(parameter.table).map(([column, { quantity, range, about, order }]) => [
    `\`${name}.${column}\``,
    order === undefined ? about : `${about} (${order})`,
    ...quantityCells(quantity, range),
    '',
  ]);
  return [own, ...columns];
}

/** Quantity, usual unit and range. */
function kindCells(parameter: Parameter): string[] {
  if ('quantity' in parameter) return quantityCells(parameter.quantity, parameter.range);
  if ('series' in parameter) {
    const [quantity, unit, range] = quantityCells(parameter.series, parameter.range) as [string, string, string];
    const length = parameter.length === undefined ? '' : `${parameter.length} × `;
    return [`list of ${length}${quantity}`, unit, range];
  }
  if ('count' in parameter) return ['whole number', '', rangeWords(parameter.count[0], parameter.count[1], '')];
  if ('choice' in parameter) return ['word', '', parameter.choice.join(', ')];
  if ('record' in parameter) return ['record', '', parameter.record.join(', ')];
  if ('text' in parameter) return ['text', '', ''];
  if ('table' in parameter) return ['table', '', ''];
  if ('each' in parameter) return ['group for each name', '', ''];
  return ['group', '', ''];
}

function quantityCells(quantity: Quantity, range: readonly [number, number]): string[] {
  const { unit } = displayUnit(quantity, 'si');
  return [quantity, unit === '1' ? '' : unit, rangeText(range, quantity)];
}

function defaultText(parameter: Parameter): string {
  if ('default' in parameter) return String(parameter.default);
  return isRequired(parameter) ? 'required' : 'none';
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
