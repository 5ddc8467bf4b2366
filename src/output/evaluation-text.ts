/**
 * An evaluation as text for a terminal and as JSON, and the inputs that one
 * wants.
 */

import { isRequired } from '../library/json-schema.ts';
import type { Parameter } from '../library/parameters.ts';
import { rangeText } from '../library/range-text.ts';
import type { Answer, AnswerSeries } from '../study/evaluate/evaluation.ts';
import type { Evaluated, Subject } from '../study/evaluate.ts';
import { displayUnit, formatQuantity, jsonQuantity, type UnitSystem } from '../units.ts';
import { hanging, printable } from './text-layout.ts';

export interface EvaluationDress {
  readonly system: UnitSystem;
  readonly width: number;
}

export function evaluationText(
  subject: Subject,
  { inputs, answers, series = [], notes }: Evaluated,
  { system, width }: EvaluationDress,
): string {
  const given = Object.entries(inputs).map(([name, value]) => {
    const parameter = subject.evaluation.inputs[name]!;
    return line(
      name,
      'quantity' in parameter ? formatQuantity(value as number, parameter.quantity, system) : String(value),
      width,
    );
  });
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

function valueText({ value, quantity }: Pick<Answer, 'value' | 'quantity'>, system: UnitSystem): string {
  const isCount = quantity === 'dimensionless' && Number.isInteger(value);
  return formatQuantity(value, quantity, system, ...(isCount ? [0] : quantity === 'temperature' ? [2] : []));
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
  return {
    name: subject.name,
    title: subject.title,
    kind: subject.kind,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => {
        const parameter = subject.evaluation.inputs[name]!;
        return [name, 'quantity' in parameter ? jsonQuantity(value as number, parameter.quantity) : value];
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
  const lines = Object.entries(subject.evaluation.inputs).map(([name, parameter]) => {
    const left = `  ${name.padEnd(20)}`;
    const words = hanging(`${parameter.about}. ${parameterText(parameter)}`, width - left.length, 0).split('\n');
    return [`${left}${words[0]}`, ...words.slice(1).map((word) => ' '.repeat(left.length) + word)].join('\n');
  });
  return `${hanging(printable(`${subject.name}: ${subject.evaluation.about}`), width, 2)}\n\n${lines.join('\n')}\n`;
}

function parameterText(parameter: Parameter): string {
  const need =
    'default' in parameter ? `Default ${parameter.default}` : isRequired(parameter) ? 'Required' : 'Optional';
  if (!('quantity' in parameter)) return need;
  const range = rangeText(parameter.range, parameter.quantity);
  return `${need}; ${parameter.quantity}${range === '' ? '' : `, ${range}`}`;
}

export function inputsJson(subject: Subject): object {
  return {
    name: subject.name,
    title: subject.title,
    kind: subject.kind,
    inputs: Object.fromEntries(
      Object.entries(subject.evaluation.inputs).map(([name, parameter]) => [
        name,
        {
          about: parameter.about,
          required: isRequired(parameter),
          ...('quantity' in parameter ? { quantity: parameter.quantity } : {}),
          ...('default' in parameter ? { default: parameter.default } : {}),
        },
      ]),
    ),
  };
}
