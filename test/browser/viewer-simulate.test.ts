/** What the viewer's worker answers, asked in Node: the numbers of the core, and its faults word for word. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ScenarioError, faultText } from '../../src/index.ts';
import { collecting, openMany } from '../../src/cli/scenario-files.ts';
import { servedDocument } from '../../src/cli/view.ts';
import type { Fault } from '../../src/errors.ts';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { runScenario } from '../../src/study/scenario-run.ts';
import type { OpenDocument, Reply } from '../../web/simulation/messages.ts';
import { simulator } from '../../web/simulation/simulate.ts';
import { projectFolder } from '../house/source-files.ts';
import { libraryTexts } from './library-texts.ts';

const ask = () => simulator(libraryTexts, () => 0);
const noChanges = { site: {}, own: {} };

/** As the page has it, with what lies beside. */
function documentOf(file: string): OpenDocument {
  const bytes = readFileSync(file);
  const beside = (): Record<string, Uint8Array> => {
    try {
      return Object.fromEntries(
        Object.entries(servedDocument(file).beside).map(([name, body]) => [name, Buffer.from(body, 'base64')]),
      );
    } catch {
      return {};
    }
  };
  return { file, bytes, beside: beside() };
}

function openedWith(document: OpenDocument): { readonly answer: ReturnType<typeof ask>; readonly reply: Reply } {
  const answer = ask();
  return { answer, reply: answer({ kind: 'open', id: 1, document }) };
}

const scenarioFiles = readdirSync(join(projectFolder, 'scenarios')).filter((name) => name.endsWith('.yaml'));
const badFiles = readdirSync(join(projectFolder, 'test/bad-scenarios')).filter((name) => name.endsWith('.yaml'));

describe('a run of the worker', () => {
  it.each(scenarioFiles)('has every metric and every column of %s', (name) => {
    const file = join(projectFolder, 'scenarios', name);
    const { scenarios, folder, library } = openScenarioFile(file);
    const document = documentOf(file);
    const { answer, reply } = openedWith(document);
    expect(reply).toMatchObject({
      kind: 'contents',
      variants: scenarios.map((scenario) => ({ name: scenario.name, title: scenario.title })),
    });
    const scenario = scenarios.at(-1)!;
    const year = answer({ kind: 'run', id: 2, document, variant: scenario.name, changes: noChanges, wanted: 'year' });
    if (year.kind !== 'year') throw new Error(JSON.stringify(year));
    const { variant, run } = runScenario(prepare(scenario, folder, library));
    expect(year.summary.metrics).toEqual(variant.metrics);
    expect(year.columns.map((column) => column.name)).toEqual(run.columns.map((column) => column.name));
    run.columns.forEach(({ values }, i) => expect(year.values[i * year.hours + 4910]).toBe(Math.fround(values[4910]!)));
  });

  it('runs what it exports: the text of a variant alone gives the numbers of the variant', () => {
    const file = join(projectFolder, 'scenarios/air-versus-liquid.yaml');
    const document = documentOf(file);
    const changes = { site: { electricityPrice: '0.1 USD/kWh' }, own: { 'technology.supply': '42 °C' } };
    const year = openedWith(document).answer({
      kind: 'run',
      id: 2,
      document,
      variant: 'cold-plate-dry',
      changes,
      wanted: 'year',
    });
    if (year.kind !== 'year') throw new Error(JSON.stringify(year));
    const alone = { file: 'alone.yaml', bytes: Buffer.from(year.text), beside: {} };
    const again = openedWith(alone).answer({
      kind: 'run',
      id: 2,
      document: alone,
      variant: 'alone',
      changes: noChanges,
      wanted: 'summary',
    });
    expect(again).toMatchObject({ kind: 'summary', summary: { metrics: year.summary.metrics } });
    expect(
      year.picture.circuits.find(({ name }) => name === 'technology')!.parameters.find(({ name }) => name === 'supply')!
        .text,
    ).toBe('42 °C');
  });
});

describe('a bad scenario', () => {
  it.each(badFiles)('is refused as on the command line: %s', (name) => {
    const file = join(projectFolder, 'test/bad-scenarios', name);
    const document = documentOf(file);
    const { answer, reply } = openedWith(document);
    const expected = faultsOf(file);
    let said = reply;
    if (reply.kind === 'contents') {
      const runs = reply.variants.map((variant) =>
        answer({ kind: 'run', id: 2, document, variant: variant.name, changes: noChanges, wanted: 'summary' }),
      );
      said = runs.find(({ kind }) => kind === 'refusal') ?? runs[0]!;
    }
    if (said.kind !== 'refusal') throw new Error(`${name} was run`);
    const lines = said.text.split('\n').filter((line) => !/^\d+ faults$/.test(line));
    for (const line of lines)
      expect(expected).toContain(line.replaceAll(`${join(projectFolder, 'test/bad-scenarios')}/`, ''));
  });
});

/** Every fault of reading and of assembling, as the command line says it. */
function faultsOf(file: string): string {
  const faults: Fault[] = [];
  const set = collecting(faults, () => openMany([file]));
  for (const { scenario, folder, library } of set?.scenarios ?? [])
    collecting(faults, () => runScenario(prepare(scenario, folder, library)));
  expect(new ScenarioError(faults).faults.length).toBeGreaterThan(0);
  return faults
    .map(faultText)
    .join('\n')
    .replaceAll(`${join(projectFolder, 'test/bad-scenarios')}/`, '')
    .replaceAll(/test\/bad-scenarios\//g, '');
}
