/** What the package promises: its names, and that they run where there is no Node. */

import { build } from 'esbuild';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as api from '../../src/index.ts';
import { projectFolder } from './source-files.ts';

describe('the public API', () => {
  it('has these names; a change is told in the changelog', () => {
    expect(Object.keys(api).toSorted()).toMatchInlineSnapshot(`
      [
        "BalanceError",
        "NotConvergedError",
        "OutOfRangeError",
        "RecordError",
        "ScenarioError",
        "SeriesError",
        "answerOf",
        "assembleScenario",
        "availabilityJson",
        "availabilityOf",
        "availabilityText",
        "circuitParameters",
        "climateRecord",
        "climateYear",
        "clockText",
        "columnsCsv",
        "columnsParquet",
        "comparisonFindings",
        "comparisonJson",
        "comparisonOf",
        "comparisonReport",
        "comparisonTable",
        "consumerTone",
        "consumers",
        "decodeText",
        "displayScale",
        "displayUnit",
        "documentLine",
        "energyFlows",
        "evaluated",
        "evaluationSubject",
        "eventSummaries",
        "eventText",
        "exactQuantity",
        "explainedHour",
        "explainedJson",
        "explainedText",
        "faultText",
        "fluidByName",
        "foldedLog",
        "formatQuantity",
        "headlineKeys",
        "heatSinks",
        "humidityRatioOfRelativeHumidity",
        "isBuiltInFluidName",
        "isComparison",
        "jsonQuantity",
        "jsonSchema",
        "loadSeries",
        "machineCurves",
        "machineKinds",
        "markdownTable",
        "marksSvg",
        "metricGroups",
        "metricOf",
        "numberText",
        "openLibrary",
        "openTransient",
        "panelSummary",
        "panelSvg",
        "pipeNetwork",
        "powerParameters",
        "prepareScenario",
        "quantities",
        "rackFlows",
        "rackFlowsAtPressure",
        "rackLaw",
        "rackRow",
        "readComparison",
        "readDocument",
        "readQuantity",
        "readScenario",
        "readWeatherFile",
        "recordCurves",
        "recordKinds",
        "recordRules",
        "resolvedScenario",
        "rideThrough",
        "rideThroughJson",
        "rideThroughPage",
        "rideThroughText",
        "rowColumns",
        "rowReader",
        "runScenario",
        "runTransient",
        "scenarioSchema",
        "seriesRecorder",
        "shareSize",
        "siteOf",
        "siteParameters",
        "solveHour",
        "spokenValue",
        "storedRun",
        "summaryJson",
        "summaryTable",
        "temperatureColour",
        "temperatureStops",
        "transientFigures",
        "transientJson",
        "transientPage",
        "transientStyle",
        "transientTable",
        "unitSystems",
        "valveOfAuthority",
        "weatherJson",
        "weatherStatistics",
        "writeParameters",
      ]
    `);
  });

  it('is bundled for a browser without node: modules or ndarray', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [join(projectFolder, 'src/index.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm',
      minify: true,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs);
    const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
    expect(imported.filter((path) => path.startsWith('node:'))).toEqual([]);
    expect(inputs.filter((path) => /node_modules\/(ndarray|commander|plotly)/.test(path))).toEqual([]);
    expect(inputs.filter((path) => /src\/(cli\/|node\.ts)/.test(path))).toEqual([]);
    expect(outputFiles[0]!.text.length).toBeLessThan(1_550_000);
  });

  it('knows its errors by their tags', () => {
    const errors = [api.ScenarioError, api.RecordError, api.SeriesError].map((Class) => new Class([]).tag);
    expect(errors).toEqual(['scenario', 'record', 'series']);
  });
});
