/**
 * Every command with its arguments, options and an example. What a command
 * does is in a file of its own, read when the command is called.
 */

import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { ExitCode } from './exit.ts';

/** Takes what a command ended with. */
type End = (code: ExitCode) => void;

/** The commands; `end` hears how the one that was called ended. */
export function program(end: End): Command {
  const root = new Command('coldloop')
    .description(
      'Simulates data-centre liquid cooling, from the chip to the weather, a year in a fraction of a second.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(--help shows an example)')
    .configureOutput({ outputError: (text, write) => void (process.argv.includes('--json') || write(text)) })
    .exitOverride()
    .action(() => root.outputHelp());
  root.addHelpText(
    'after',
    '\nExample:\n  $ coldloop compare scenarios/air-versus-liquid.yaml\n\nEach command has its own help: coldloop run --help',
  );
  addScenarioCommands(root, end);
  return root;
}

/** Of package.json, which lies above both src and dist. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const json = () => new Option('--json', 'print one JSON document and nothing else');
const units = () => new Option('--units <system>', 'units of tables').choices(['si', 'ip']).default('si');
const quiet = () => new Option('-q, --quiet', 'no progress and no list of files written');
const strict = () => new Option('--strict', 'exit with 3 when a limit is broken');
const example = (text: string) => `\nExample:\n  $ coldloop ${text}`;

function addScenarioCommands(root: Command, end: End): void {
  root
    .command('run')
    .summary('a year of one scenario')
    .description(
      'Runs a year of one scenario: a summary on the screen, hourly columns and the resolved scenario in a folder.',
    )
    .argument('<scenario>', 'scenario file')
    .option('-o, --out <folder>', 'where the results go (default: results/<name>)')
    .option('--variant <name>', 'one variant of a comparison file')
    .addOption(json())
    .addOption(units())
    .addOption(quiet())
    .addOption(strict())
    .addHelpText('after', example('run scenarios/cold-plate-ashburn.yaml --out results/ashburn'))
    .action(async (file: string, options) => end(await (await import('./run.ts')).run(file, options)));
  root
    .command('compare')
    .summary('several scenarios or the variants of a file, side by side')
    .description(
      'Sets scenarios side by side. Prints the table and writes report.html and summary.json; with --out also the\nhourly columns and the resolved scenario of every variant.',
    )
    .argument('<files...>', 'a comparison file, or scenario files')
    .option('-o, --out <folder>', 'write everything there (default: report and summary in results/<name>)')
    .option('--baseline <name>', 'variant that the others are measured by')
    .option('--report <file>', 'where the HTML report goes')
    .addOption(json())
    .addOption(units())
    .addOption(quiet())
    .addOption(strict())
    .addHelpText('after', example('compare scenarios/air-versus-liquid.yaml --baseline air-tower'))
    .action(async (files: string[], options) => end(await (await import('./compare.ts')).compare(files, options)));
  root
    .command('check')
    .summary('is a scenario right, and what would be built?')
    .description('Reads scenarios, assembles their plants and lists what was sized; every fault at once.')
    .argument('<files...>', 'scenario or comparison files')
    .addOption(json())
    .addOption(units())
    .addHelpText('after', example('check scenarios/*.yaml'))
    .action(async (files: string[], options) => end(await (await import('./check.ts')).check(files, options)));
}
