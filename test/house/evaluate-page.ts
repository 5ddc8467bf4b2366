/** docs/evaluate.md: everything that can be evaluated, each with its inputs as declared. */

import { markdownTable } from '../../src/library/markdown.ts';
import { evaluationGroups } from '../../src/output/evaluation-catalogue.ts';

const introduction = `# What can be evaluated

Made from the declarations in the code by \`npx vitest run test/house/evaluate-page.test.ts -u\`; do not edit.

    coldloop evaluate <name> input=value … [--json]

A value carries its unit (\`flow="1 L/min"\`). A table, list or group stands in braces, as in a record:
\`curve="{ flow: { unit: L/min, values: [0, 200, 400] }, rise: { unit: kPa, values: [310, 290, 240] } }"\`.
Ranges are inclusive and enforced; \`required\` must be given, \`none\` may be left out.

A kind of record is evaluated in three ways: by the id of one in the library (\`chillers/york-yt-1055kw\`), by a file of
your own (\`./my-chiller.yaml\`, [how to write one](adding-a-record.md)), or by the name of the kind (\`chiller-eir\`) with
all values of the record as inputs; [kinds](kinds.md#records) lists those. A value that is given besides a record takes the place of
the record’s; \`record.\` before its name tells it from an input of the same name (\`record.technologyFlow\` of a CDU is
the rated flow, \`technologyFlow\` that of now). A coolant is \`water\`, \`propylene-glycol-<percent>-volume\`, \`ethylene-glycol-<percent>-mass\` and the
like, a coolant of the library, or a file of your own, \`./my-coolant.yaml\`.
`;

/** The whole page. */
export function evaluatePage(): string {
  const sections = evaluationGroups.flatMap(({ title, list }) => [
    `## ${title}\n`,
    ...Object.entries(list).map(([name, { about, inputs }]) => `### ${name}\n\n${about}.\n\n${markdownTable(inputs)}`),
  ]);
  return [introduction, ...sections].join('\n');
}
