/**
 * The files of a transient besides its rows: what happened, the summary, the
 * page with its figures, and the scenario with every default filled in.
 */

import type { Comparison } from '../metrics/metric.ts';
import { transientJson } from '../output/transient-json.ts';
import { transientPage } from '../output/transient-page.ts';
import type { TransientSeries } from '../output/transient-series.ts';
import type { OpenTransient, TransientOutcome } from '../study/transient-run.ts';
import type { UnitSystem } from '../units.ts';
import { packageVersion } from './package-version.ts';
import { scenarioFiles } from './run-files.ts';
import type { OpenedScenario } from './scenario-files.ts';
import type { OutputFile } from './write-folder.ts';

export interface FinishedTransient {
  readonly opened: OpenedScenario;
  readonly open: OpenTransient;
  readonly outcome: TransientOutcome;
  readonly site: Comparison['site'];
  readonly drawn: TransientSeries;
  readonly folder: string;
  readonly system: UnitSystem;
}

export function transientFiles(finished: FinishedTransient): readonly OutputFile[] {
  const { opened, open, outcome, site, drawn, folder, system } = finished;
  return [
    { path: 'events.csv', content: () => eventsCsv(outcome) },
    {
      path: 'summary.json',
      content: () => `${JSON.stringify(transientJson(outcome, site), undefined, 2)}\n`,
    },
    {
      path: 'transient.html',
      content: () => transientPage({ outcome, site, drawn, plant: open.plant }, { system, version: packageVersion() }),
    },
    ...scenarioFiles(opened, open.plant, { folder, below: '' }),
  ];
}

function eventsCsv({ run }: TransientOutcome): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = run.log.map(({ time, kind, what }) => `${time},${kind},${quoted(what)}`);
  return ['time [s],kind,what', ...lines, ''].join('\r\n');
}
