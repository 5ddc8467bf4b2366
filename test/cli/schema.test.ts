/**
 * The schema of scenarios, by a validator that knows just the words of
 * draft-07 which the schema uses.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { openScenarioFile, prepare } from '../../src/node.ts';
import { resolvedScenario } from '../../src/output/resolved-scenario.ts';
import { scenarioSchema } from '../../src/scenario/scenario-schema.ts';
import { assembleScenario } from '../../src/study/scenario-run.ts';
import { projectFolder } from './built-command.ts';

type Schema = { readonly [word: string]: unknown };
const root = scenarioSchema();

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
};

const known = ['$schema', 'title', 'description', 'default', 'definitions', 'then', 'else'];

/** What is wrong, by path. */
function faults(schema: Schema, value: unknown, path: string): string[] {
  return Object.entries(schema).flatMap(([word, wanted]): string[] => {
    if (known.includes(word)) return [];
    const map = types.object!(value) ? (value as Record<string, unknown>) : {};
    const items = Array.isArray(value) ? value : [];
    switch (word) {
      case '$ref':
        return faults(definition(wanted as string), value, path);
      case 'type':
        return ([wanted].flat() as string[]).some((type) => types[type]!(value))
          ? []
          : [`${path}: no ${String(wanted)}`];
      case 'enum':
        return (wanted as unknown[]).includes(value) ? [] : [`${path}: ${String(value)} is none of them`];
      case 'const':
        return wanted === value ? [] : [`${path}: is not ${String(wanted)}`];
      case 'minimum':
        return typeof value !== 'number' || value >= (wanted as number) ? [] : [`${path}: too small`];
      case 'maximum':
        return typeof value !== 'number' || value <= (wanted as number) ? [] : [`${path}: too large`];
      case 'minItems':
        return items.length >= (wanted as number) || !Array.isArray(value) ? [] : [`${path}: too few`];
      case 'maxItems':
        return items.length <= (wanted as number) ? [] : [`${path}: too many`];
      case 'minProperties':
        return Object.keys(map).length >= (wanted as number) ? [] : [`${path}: too few`];
      case 'required':
        return (wanted as string[]).filter((name) => !(name in map)).map((name) => `${path}.${name} is missing`);
      case 'items':
        return items.flatMap((item, i) => faults(wanted as Schema, item, `${path}.${i}`));
      case 'properties':
        return Object.entries(wanted as Record<string, Schema>).flatMap(([name, inner]) =>
          name in map ? faults(inner, map[name], `${path}.${name}`) : [],
        );
      case 'additionalProperties': {
        const others = Object.keys(map).filter((name) => !(name in ((schema.properties as object | undefined) ?? {})));
        if (wanted === false) return others.map((name) => `${path}.${name} is not known`);
        return others.flatMap((name) => faults(wanted as Schema, map[name], `${path}.${name}`));
      }
      case 'oneOf':
        return (wanted as Schema[]).filter((each) => faults(each, value, path).length === 0).length === 1
          ? []
          : [`${path}: not one of the forms`];
      case 'allOf':
        return (wanted as Schema[]).flatMap((each) => faults(each, value, path));
      case 'if': {
        const branch = faults(wanted as Schema, value, path).length === 0 ? schema.then : schema.else;
        return branch === undefined ? [] : faults(branch as Schema, value, path);
      }
      default:
        throw new Error(`the schema uses ${word}, which this validator does not know`);
    }
  });
}

function definition(reference: string): Schema {
  const found = (root.definitions as Record<string, Schema>)[reference.replace('#/definitions/', '')];
  if (found === undefined) throw new Error(`${reference} leads nowhere`);
  return found;
}

describe('the schema of scenarios', () => {
  const folder = join(projectFolder, 'scenarios');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it.each(files)('takes %s', (file) => {
    expect(faults(root, parse(readFileSync(join(folder, file), 'utf8')), file)).toEqual([]);
  });

  it('takes a resolved scenario, which names no system', () => {
    const { scenarios, library } = openScenarioFile(join(folder, 'odd-plant.yaml'));
    const [scenario] = scenarios;
    const text = resolvedScenario(scenario!, assembleScenario(prepare(scenario!, folder, library)));
    expect(faults(root, parse(text), 'resolved')).toEqual([]);
  });

  it('asks nothing more of a machine over a system, and its kind without one', () => {
    const machines = { 'fan-wall': { kind: 'coil', rise: '8 K' }, cdu: { units: 6 } };
    expect(faults(root, { system: 'systems/cold-plate-dry', machines }, 'a')).toEqual([]);
    expect(faults(root, { machines }, 'a')).toContain('a.machines.cdu.kind is missing');
  });

  it('marks a misspelt name, a wrong kind and a missing circuit', () => {
    const site = {
      weather: 'climates/oslo',
      electricityPrice: '1 USD/kWh',
      waterPrice: '1 USD/m³',
      carbonIntensity: '0 kg/kWh',
      tokenRate: '1 token/s',
    };
    expect(
      faults(root, { site, system: 'systems/air-dry', machines: { cdu: { aproach: '3 K', kind: 'cdu' } } }, 'a'),
    ).toEqual(['a.machines.cdu.aproach is not known']);
    expect(faults(root, { site, system: 'systems/air-dry', machines: { cdu: { kind: 'cud' } } }, 'a')).toEqual([
      'a.machines.cdu.kind: cud is none of them',
    ]);
    expect(faults(root, { site, machines: { cdu: { kind: 'cdu' } }, power: {} }, 'a')).toContain(
      'a.circuits is missing',
    );
    expect(faults(root, { variants: { x: { sytem: 'systems/air-dry' } } }, 'a')).toEqual([
      'a.variants.x.sytem is not known',
    ]);
  });
});
