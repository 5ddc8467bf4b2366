/** docs/kinds.md: every kind of machine and record, circuits and sites, each with its parameters as declared. */

import { markdownTable } from '../../src/library/markdown.ts';
import type { Parameters } from '../../src/library/parameters.ts';
import { machineKinds } from '../../src/machines/index.ts';
import type { Kind, PortDeclaration } from '../../src/machines/machine.ts';
import { circuitParameters } from '../../src/scenario/circuit.ts';
import { powerParameters } from '../../src/scenario/power.ts';
import { recordKinds } from '../../src/scenario/record-kinds.ts';
import { siteParameters } from '../../src/scenario/site.ts';
import { sourceParameters } from '../../src/scenario/wiring-keys.ts';

const introduction = `# Kinds and their parameters

Made from the declarations in the code by \`npx vitest run test/house/kinds-page.test.ts -u\`; do not edit.

Values carry their unit in files; ranges are inclusive. \`required\` must be written, \`none\` may be left out, any other
default is what a file gets that does not say. A machine has besides \`kind\`, \`title\`, \`load\`, \`source\` and \`supplied\`.
`;

/** The whole page. */
export function kindsPage(): string {
  const machines = machineKinds.map(machineSection);
  const records = Object.entries(recordKinds).map(([kind, parameters]) => section(3, kind, '', parameters));
  return [
    introduction,
    section(2, 'Site', 'Where the plant stands: `site:` of a scenario.', siteParameters),
    section(2, 'Circuits', 'Each of `circuits:`, by its name.', circuitParameters),
    section(2, 'Electricity chain', '`power:` of a scenario or system.', powerParameters),
    section(2, 'Source ports', '`source:` of a machine; `source: <circuit>` is short for its `on`.', sourceParameters),
    '## Machines\n',
    ...machines,
    '## Records\n',
    ...records,
  ].join('\n');
}

function section(level: number, title: string, about: string, parameters: Parameters): string {
  const table = Object.keys(parameters).length === 0 ? 'No parameters.\n' : markdownTable(parameters);
  return [`${'#'.repeat(level)} ${title}\n`, ...(about === '' ? [] : [`${about}\n`]), table].join('\n');
}

function machineSection({ kind, about, parameters, ports, ideal }: Kind): string {
  const mark = ideal === true ? ' *Ideal: constants, not physics.*' : '';
  return section(3, kind, `${about}.${mark}\n\n${ports.map(portLine).join('\n')}`, parameters);
}

function portLine({ name, role, phases, may, about }: PortDeclaration): string {
  const rest = may === undefined ? '' : may === 'optional' ? '; may be left out' : '; may be `outdoors`';
  return `- ${role} \`${name}\`: ${about} (${phases.join(' or ')}${rest})`;
}
