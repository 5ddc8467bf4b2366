/**
 * `coldloop check`: reads scenarios, assembles their plants at the design hour
 * and lists what was sized. Every fault of every file is shown at once.
 */

import { type Fault, ScenarioError } from '../errors.ts';
import { sizesText } from '../output/sizes-table.ts';
import { openScenarioFile, prepare } from '../node.ts';
import type { Plant } from '../plant/plant.ts';
import { siteOf } from '../study/comparison.ts';
import { assembleScenario, type PreparedScenario } from '../study/scenario-run.ts';
import { jsonQuantity, type UnitSystem } from '../units.ts';
import type { ExitCode } from './exit.ts';
import { emphasisOfTerminal, printJson, printText, widthOfTerminal } from './print.ts';
import { collecting } from './scenario-files.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly units: UnitSystem;
}

interface Checked {
  readonly file: string;
  readonly prepared: PreparedScenario;
  readonly plant: Plant;
}

export function check(files: readonly string[], options: CheckOptions): ExitCode {
  const faults: Fault[] = [];
  const checked = files.flatMap((file) => checkedFile(file, faults));
  if (faults.length > 0) throw new ScenarioError(faults);
  if (options.json === true) printJson({ scenarios: checked.map(checkedJson) });
  else printText(checked.map((each) => checkedText(each, options.units)).join('\n'));
  return 0;
}

function checkedFile(file: string, faults: Fault[]): Checked[] {
  const opened = collecting(faults, () => openScenarioFile(file));
  if (opened === undefined) return [];
  const { scenarios, comparison, folder, library } = opened;
  return scenarios.flatMap((scenario) => {
    const where = comparison ? scenario.name : undefined;
    const built = collecting(
      faults,
      () => {
        const prepared = prepare(scenario, folder, library);
        return [{ file, prepared, plant: assembleScenario(prepared) }];
      },
      where,
    );
    return built ?? [];
  });
}

function checkedText({ file, prepared, plant }: Checked, system: UnitSystem): string {
  const { scenario, design } = prepared;
  return sizesText(
    { title: `${file}: ${scenario.name} - ${scenario.title}`, site: siteOf(prepared), design, plant },
    { system, width: widthOfTerminal(), emphasis: emphasisOfTerminal() },
  );
}

function checkedJson({ file, prepared, plant }: Checked): object {
  const { scenario, design } = prepared;
  const owners = [...new Set(plant.sizes.map(({ owner }) => owner))];
  return {
    file,
    name: scenario.name,
    title: scenario.title,
    site: siteOf(prepared),
    designHour: {
      dryBulb: jsonQuantity(design.dryBulb, 'temperature'),
      wetBulb: jsonQuantity(design.wetBulb, 'temperature'),
      source: design.source,
    },
    sized: Object.fromEntries(
      owners.map((owner) => [
        owner,
        Object.fromEntries(
          plant.sizes
            .filter((size) => size.owner === owner)
            .map(({ name, value, quantity, about }) => [name, { ...jsonQuantity(value, quantity), about }]),
        ),
      ]),
    ),
  };
}
