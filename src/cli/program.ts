/**
 * Every command with its arguments, options and an example. What a command
 * does is in a file of its own, read when the command is called.
 */

import { Command, Option } from 'commander';
import type { ExitCode } from './exit.ts';
import { packageVersion } from './package-version.ts';

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
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({ writeErr: (text) => void (process.argv.includes('--json') || process.stderr.write(text)) })
    .exitOverride();
  root.addHelpText(
    'after',
    '\nExample:\n  $ coldloop compare scenarios/air-versus-liquid.yaml\n\nEach command has its own help: coldloop run --help',
  );
  addScenarioCommands(root, end);
  addFailureCommands(root, end);
  addLookCommands(root, end);
  addWeatherCommands(root, end);
  return root;
}

const json = () => new Option('--json', 'print one JSON document and nothing else');
const units = () => new Option('--units <system>', 'units of tables').choices(['si', 'ip']).default('si');
const quiet = () => new Option('-q, --quiet', 'no progress and no list of files written');
const strict = () => new Option('--strict', 'exit with 3 when a limit is broken');
const example = (text: string) => `\nExample:\n  $ coldloop ${text}`;

function addScenarioCommands(root: Command, end: End): void {
  root
    .command('run')
    .summary('a year of one scenario, or its transient')
    .description(
      'Runs a year of one scenario, or the transient that it describes: a summary on the screen, columns and the\nresolved scenario in a folder.',
    )
    .argument('<scenario>', 'scenario file')
    .option('-o, --out <folder>', 'where the results go (default: results/<name>)')
    .option('--variant <name>', 'one variant of a comparison file')
    .option('--year', 'the year, of a scenario that describes a transient')
    .option('--resume <folder>', 'goes on with a transient that was stopped, in its folder of results')
    .addOption(
      new Option('--columns <choice>', "columns of a transient's rows: what people look at, or all with their extremes")
        .choices(['chosen', 'all'])
        .default('chosen'),
    )
    .addOption(json())
    .addOption(units())
    .addOption(quiet())
    .addOption(strict())
    .addHelpText('after', example('run scenarios/cold-plate-dry.yaml --out results/ashburn'))
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
  root
    .command('explain')
    .summary('one hour, fit to be checked by hand')
    .description('Prints one hour from chip to ambient: temperatures, flows, heat, power, limits and balances.')
    .argument('<scenario>', 'scenario file, or a comparison file with --variant')
    .option('--hour <number>', 'hour of the year; 1 is 00:00-01:00 on 1 January, local standard time')
    .option('--at <moment>', 'the same as 2026-07-14T15 or 07-14T15: the hour from 15:00 to 16:00')
    .option('--variant <name>', 'one variant of a comparison file')
    .addOption(json())
    .addOption(units())
    .addHelpText('after', example('explain scenarios/cold-plate-dry.yaml --at 2026-07-14T15'))
    .action(async (file: string, options) => end(await (await import('./explain.ts')).explain(file, options)));
}

function addFailureCommands(root: Command, end: End): void {
  root
    .command('ridethrough')
    .summary('buffer, UPS and spare units that carry a plant through a failure')
    .description(
      'Solves one failure for what keeps every chip below its limits: buffer volume, what the UPS carries and for how\nlong, spare units.',
    )
    .argument('<scenario>', 'scenario file, or a comparison file with --variant')
    .option('-f, --failure <text>', 'an event of the scenario by its name, or in words; may be given again', collect)
    .addOption(
      new Option('--solve <what>', 'what to look for')
        .choices(['volume', 'ups', 'redundancy', 'all'])
        .default('volume'),
    )
    .option('--circuit <name>', 'the circuit to buffer (default: every liquid one is tried)')
    .addOption(new Option('--limit <limit>', 'only this limit (default: both)').choices(['throttle', 'shutdown']))
    .option('--variant <name>', 'one variant of a comparison file')
    .option('-o, --out <folder>', 'write ridethrough.json, ridethrough.html and volume.csv there')
    .addOption(json())
    .addOption(units())
    .addOption(quiet())
    .addOption(strict())
    .addHelpText(
      'after',
      `${example('ridethrough scenarios/cold-plate-dry.yaml \\\n      --failure "trip cdu for 3 min"')}\n  $ coldloop ridethrough scenarios/cold-plate-dry.yaml \\\n      --failure "lose utility for 2 min" --solve ups`,
    )
    .action(async (file: string, options) => end(await (await import('./ridethrough.ts')).ridethrough(file, options)));
  root
    .command('availability')
    .summary('hours a year below capacity because machines fail')
    .description(
      'Draws failures and repairs from published rates and reads their harm from transients of the plant: hours a year\nbelow capacity with their 95 % interval, and what each component has to do with them.',
    )
    .argument('<scenario>', 'scenario file, or a comparison file with --variant')
    .option('--half-width <part>', 'stop when the 95 % interval is this part of the mean to each side', '10 %')
    .option('--years <number>', 'years after which to stop in any case', '100000')
    .option('--seed <number>', 'the same seed draws the same years', '1')
    .option('--common-cause <part>', 'failures that take all units of a group (default: by the records)')
    .option('--variant <name>', 'one variant of a comparison file')
    .option('-o, --out <folder>', 'write availability.json there')
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('availability scenarios/cold-plate-dry.yaml --common-cause "5 %"'))
    .action(async (file: string, options) =>
      end(await (await import('./availability.ts')).availability(file, options)),
    );
}

/** Of an option that may be given again. */
function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text];
}

function addLookCommands(root: Command, end: End): void {
  root
    .command('view')
    .summary('plants and years in a browser, recomputed while you move a slider')
    .description(
      'Serves the viewer on this machine, with the files it is given or the shipped scenarios, until Ctrl+C.',
    )
    .argument('[files...]', 'scenario or comparison files, or folders of results; read again when they change')
    .option('--no-open', 'print the address and open no browser')
    .option('--port <number>', 'port to listen on; 0 is any free one', '0')
    .addOption(json())
    .addHelpText('after', example('view scenarios/air-versus-liquid.yaml'))
    .action(async (files: string[], options) => end(await (await import('./view.ts')).view(files, options)));
  root
    .command('models')
    .summary('what is in the library, with sources')
    .description('Lists the records of the library, of one kind, or shows one record with its values and sources.')
    .argument('[kind]', 'a folder such as chillers, or the id of a record')
    .addOption(json())
    .addOption(units())
    .addHelpText('after', `${example('models chillers')}\n  $ coldloop models cold-plates/ocp-oam-1kw-pg25`)
    .action(async (kind: string | undefined, options) =>
      end(await (await import('./models.ts')).models(kind, options)),
    );
  root
    .command('evaluate')
    .summary('one record or machine at one state')
    .description(
      'Evaluates one record of the library or of your own, a fluid, a machine or a single phenomenon at one state.',
    )
    .argument(
      '[record]',
      'id of a record, file of one, name of a fluid, kind of record, machine or phenomenon; without it, all of them are listed',
    )
    .argument('[inputs...]', 'name=value with its unit; tables and groups in braces, as in a record')
    .addOption(json())
    .addOption(units())
    .addHelpText(
      'after',
      `${example('evaluate cold-plates/ocp-oam-1kw-pg25 \\\n      flow="1 L/min" heat="1 kW" inlet="40 degC"')}\n  $ coldloop evaluate water temperature="40 degC"\n  $ coldloop evaluate ./my-chiller.yaml heat="800 kW" leaving="7 degC" entering="28 degC"\n\nWithout inputs it says which there are. Every input of everything: docs/evaluate.md.`,
    )
    .action(async (record: string | undefined, inputs: string[], options) =>
      end(await (await import('./evaluate.ts')).evaluate(record, inputs, options)),
    );
  root
    .command('schema')
    .summary('JSON Schema of scenario files')
    .description('Prints the JSON Schema (draft-07) of scenario and comparison files, for editors.')
    .addHelpText('after', example('schema > scenario.schema.json'))
    .action(async () => end(await (await import('./schema.ts')).schema()));
  root
    .command('validate')
    .summary('our error against every published case')
    .description('Measures our error against every published case: how many, mean, p90, largest, allowed and source.')
    .option('-o, --out <file>', 'an HTML page with every value and published drawn against ours')
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('validate --out validation.html'))
    .action(async (options) => end(await (await import('./validate.ts')).validate(options)));
}

function addWeatherCommands(root: Command, end: End): void {
  const weather = root
    .command('weather')
    .summary('inspect, fetch and list weather')
    .description('Looks at weather files, fetches a year for any place, and lists the climates of the library.')
    .addHelpText('after', example('weather inspect sterling.epw'));
  weather
    .command('inspect')
    .description('Says what a weather file or climate holds: place, temperatures, design conditions, doubts.')
    .argument('<file>', 'EPW or TMY3 file, or a climate such as climates/ashburn')
    .addOption(json())
    .addOption(units())
    .addHelpText('after', `${example('weather inspect sterling.epw')}\n  $ coldloop weather inspect climates/ashburn`)
    .action(async (file: string, options) => end(await (await import('./weather.ts')).inspectWeather(file, options)));
  weather
    .command('list')
    .description('Lists the climates of the library.')
    .addOption(json())
    .addOption(units())
    .addHelpText('after', example('weather list'))
    .action(async (options) => end(await (await import('./weather.ts')).listWeather(options)));
  weather
    .command('fetch')
    .description('Fetches a measured year from the Open-Meteo archive and keeps it as an EPW file. Needs a network.')
    .requiredOption('--lat <degrees>', 'latitude, north positive')
    .requiredOption('--lon <degrees>', 'longitude, east positive')
    .requiredOption('--year <year>', 'calendar year')
    .option('--zone <hours>', 'standard time ahead of Greenwich (default: by the longitude)')
    .option('--title <text>', 'name of the place')
    .option('--model <name>', 'reanalysis to ask for', 'era5')
    .option('--endpoint <address>', 'another archive of the same interface')
    .option('-o, --out <folder>', 'where the file goes', 'weather')
    .addOption(json())
    .addOption(units())
    .addOption(quiet())
    .addHelpText('after', example('weather fetch --lat 39.04 --lon -77.49 --year 2024'))
    .action(async (options) => end(await (await import('./weather.ts')).fetchWeather(options)));
}
