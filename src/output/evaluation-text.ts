/**
 * An evaluation as text for a terminal and as JSON, and the inputs that one
 * wants.
 */

import { isRequired } from '../library/json-schema.ts';
import type { Parameter, Parameters } from '../library/parameters.ts';
import { rangeText } from '../library/range-text.ts';
import { writeParameters } from '../library/write-parameters.ts';
import type { Answer, AnswerSeries } from '../study/evaluate/evaluation.ts';
import { type Evaluated, parametersOf, type Subject } from '../study/evaluate.ts';
import { recordPrefix } from '../study/evaluate/own-values.ts';
import { displayUnit, formatQuantity, jsonQuantity, type UnitSystem } from '../units.ts';
import { columnLine, hanging, printable } from './text-layout.ts';

export interface EvaluationDress {
  readonly system: UnitSystem;
  readonly width: number;
}

export function evaluationText(
  subject: Subject,
  { inputs, answers, series = [], notes }: Evaluated,
  { system, width }: EvaluationDress,
): string {
  const declared = parametersOf(subject);
  const given = Object.entries(inputs).map(([name, value]) =>
    line(name, inputText(declared[name]!, value, system), width),
  );
  const lines = [
    hanging(printable(subject.title), width, 2),
    '',
    ...given,
    ...(given.length > 0 ? [''] : []),
    ...answers.map(({ label, value, quantity }) => line(label, valueText({ value, quantity }, system), width)),
    ...series.flatMap((each) => ['', ...seriesLines(each, system, width)]),
    ...(notes.length > 0 ? ['', ...notes.map((note) => hanging(`- ${printable(note)}`, width, 2))] : []),
  ];
  return `${lines.map((each) => each.trimEnd()).join('\n')}\n`;
}

/** Longest table or group that is repeated. */
const longestText = 44;

function inputText(parameter: Parameter, value: unknown, system: UnitSystem): string {
  if ('quantity' in parameter) return formatQuantity(value as number, parameter.quantity, system);
  const plain = writeParameters({ it: parameter }, { it: value })['it']!;
  const text = typeof plain === 'object' ? JSON.stringify(plain).replaceAll('"', '') : String(plain);
  return printable(text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);
}

/** To four significant digits, temperatures to a hundredth: enough to be checked by hand. */
function valueText({ value, quantity }: Pick<Answer, 'value' | 'quantity'>, system: UnitSystem): string {
  if (quantity === 'temperature') return formatQuantity(value, quantity, system, 2);
  const shown = displayUnit(quantity, system).fromSi(value);
  const isCount = quantity === 'dimensionless' && Number.isInteger(value);
  const decimals = isCount || shown === 0 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(Math.abs(shown))));
  return formatQuantity(value, quantity, system, ...(decimals <= 8 ? [decimals] : []));
}

/** Name and unit, then the values in rows of ten or of what the width holds, each row led by the number of its first. */
function seriesLines({ label, values, quantity }: AnswerSeries, system: UnitSystem, width: number): string[] {
  const { unit } = displayUnit(quantity, system);
  const texts = Array.from(values, (value) => formatQuantity(value, quantity, system).replace(` ${unit}`, ''));
  const column = Math.max(...texts.map((text) => text.length)) + 2;
  const lead = String(values.length).length + 3;
  const room = Math.floor((width - lead) / column);
  const perRow = room >= 10 ? 10 : Math.max(1, room);
  const rows = Array.from({ length: Math.ceil(texts.length / perRow) }, (_, i) => {
    const cells = texts.slice(i * perRow, (i + 1) * perRow).map((text) => text.padStart(column));
    return `${String(i * perRow + 1).padStart(lead)}${cells.join('')}`;
  });
  return [`  ${hanging(printable(`${label} [${unit}]`), width - 2, 4)}`, ...rows];
}

function line(label: string, value: string, width: number): string {
  const room = width - 24;
  const labels = hanging(printable(label), room - 4, 2)
    .split('\n')
    .map((each) => `  ${each}`);
  const last = labels.at(-1)!;
  return [...labels.slice(0, -1), `${last} ${value.padStart(room + 19 - last.length)}`].join('\n');
}

export function evaluationJson(subject: Subject, { inputs, answers, series, notes }: Evaluated): object {
  const declared = parametersOf(subject);
  return {
    name: subject.name,
    title: subject.title,
    kind: subject.kind,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => {
        const parameter = declared[name]!;
        const isNumber = 'quantity' in parameter;
        return [
          name,
          isNumber
            ? jsonQuantity(value as number, parameter.quantity)
            : writeParameters({ it: parameter }, { it: value })['it'],
        ];
      }),
    ),
    outputs: Object.fromEntries(answers.map(answerJson)),
    ...(series === undefined ? {} : { series: Object.fromEntries(series.map(seriesJson)) }),
    notes,
  };
}

/** Null for what is not finite, which JSON cannot say. */
function answerJson({ key, label, value, quantity }: Answer): readonly [string, object] {
  const { unit, value: shown } = jsonQuantity(value, quantity);
  return [key, { value: Number.isFinite(value) ? shown : null, unit, about: label }];
}

function seriesJson({ key, label, values, quantity }: AnswerSeries): readonly [string, object] {
  const shown = Array.from(values, (value) => jsonQuantity(value, quantity));
  return [key, { values: shown.map(({ value }) => value), unit: shown[0]?.unit, about: label }];
}

/** The inputs of a subject, one line each. */
export function inputsText(subject: Subject, { width }: EvaluationDress): string {
  const { record, recordValues, evaluation } = subject;
  const isShared = (name: string): boolean => Object.hasOwn(evaluation.inputs, name);
  const values = Object.keys(recordValues).map((name) => (isShared(name) ? recordPrefix + name : name));
  const named = Object.fromEntries(Object.values(recordValues).map((parameter, i) => [values[i]!, parameter]));
  const ofRecord =
    values.length === 0
      ? []
      : record === undefined
        ? ['', 'Values of the record, tables and groups in braces as in a file:', '', parameterLines(named, width)]
        : ['', hanging(`May be given in place of the record’s: ${values.join(', ')}`, width, 2)];
  const head = hanging(printable(`${subject.name}: ${evaluation.about}`), width, 2);
  return `${[head, '', parameterLines(evaluation.inputs, width), ...ofRecord].join('\n')}\n`;
}

function parameterLines(parameters: Parameters, width: number): string {
  const lines = Object.entries(parameters).map(([name, parameter]) =>
    columnLine(name, `${parameter.about}. ${parameterText(parameter)}`, width),
  );
  return lines.join('\n');
}

function parameterText(parameter: Parameter): string {
  const need =
    'default' in parameter ? `Default ${parameter.default}` : isRequired(parameter) ? 'Required' : 'Optional';
  const shape = shapeText(parameter);
  return shape === '' ? need : `${need}; ${shape}`;
}

/** What is to be written: a quantity and its range, the words to choose from, the columns of a table. */
function shapeText(parameter: Parameter): string {
  if ('quantity' in parameter) {
    const range = rangeText(parameter.range, parameter.quantity);
    return range === '' ? parameter.quantity : `${parameter.quantity}, ${range}`;
  }
  if ('count' in parameter) return `whole number, ${parameter.count[0]} to ${parameter.count[1]}`;
  if ('choice' in parameter) return `one of ${parameter.choice.join(' | ')}`;
  if ('record' in parameter) return `id or ./file.yaml of a record of kind ${parameter.record.join(' or ')}`;
  if ('series' in parameter) return `list { unit: …, values: […] } of ${parameter.series}`;
  if ('table' in parameter) {
    const columns = Object.entries(parameter.table).map(([name, { quantity }]) => `${name} (${quantity})`);
    return `table of ${columns.join(', ')}, each { unit: …, values: […] }`;
  }
  if ('group' in parameter) return `group { ${Object.keys(parameter.group).join(', ')} }`;
  return 'each' in parameter ? `group for each name, { ${Object.keys(parameter.each).join(', ')} }` : '';
}

export function inputsJson(subject: Subject): object {
  const { record, recordValues, evaluation } = subject;
  return {
    name: subject.name,
    title: subject.title,
    kind: subject.kind,
    inputs: declarationJson(evaluation.inputs),
    ...(Object.keys(recordValues).length === 0
      ? {}
      : { [record === undefined ? 'values' : 'instead']: declarationJson(recordValues) }),
  };
}

function declarationJson(parameters: Parameters): object {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      {
        about: parameter.about,
        required: isRequired(parameter),
        ...('quantity' in parameter ? { quantity: parameter.quantity } : {}),
        ...('default' in parameter ? { default: parameter.default } : {}),
        ...('quantity' in parameter ? {} : { write: shapeText(parameter) }),
      },
    ]),
  );
}
