/**
 * The public API: from texts and numbers to results, with no file, clock,
 * console or randomness in it, so that the same code runs in Node, in a worker
 * and in a page. `node.ts` opens files around it.
 */

// Errors: a closed set, told apart by `tag`.
export {
  BalanceError,
  type Fault,
  faultText,
  NotConvergedError,
  OutOfRangeError,
  RecordError,
  type Residual,
  ScenarioError,
  SeriesError,
} from './errors.ts';

// Units: text to SI and back.
export {
  displayUnit,
  type DisplayUnit,
  exactQuantity,
  formatQuantity,
  jsonQuantity,
  quantities,
  type Quantity,
  readQuantity,
  type ReadQuantity,
  type UnitSystem,
  unitSystems,
} from './units.ts';

// Library: records and their declarations.
export { decodeText, readDocument } from './library/document.ts';
export { jsonSchema } from './library/json-schema.ts';
export { type Library, openLibrary, type SourceDocument } from './library/library.ts';
export { markdownTable } from './library/markdown.ts';
export type { LibraryRecord, Parameter, Parameters, RecordStatus, ValuesOf } from './library/parameters.ts';
export { writeParameters } from './library/write-parameters.ts';
export { machineKinds } from './machines/index.ts';
export { type Consumer, consumers, type Kind, type PortDeclaration } from './machines/machine.ts';
export { recordKinds, recordRules } from './scenario/record-kinds.ts';

// Scenarios, weather and loads.
export { circuitParameters } from './scenario/circuit.ts';
export { loadSeries, type LoadSeries } from './scenario/load/load-series.ts';
export { powerParameters } from './scenario/power.ts';
export { isComparison, readComparison, readScenario, type ScenarioContext } from './scenario/read-scenario.ts';
export { scenarioSchema } from './scenario/scenario-schema.ts';
export type { ComparisonScenario, Scenario } from './scenario/scenario.ts';
export { siteParameters } from './scenario/site.ts';
export { climateRecord } from './scenario/weather/climate-record.ts';
export { climateYear } from './scenario/weather/climate-year.ts';
export { readWeatherFile } from './scenario/weather/weather-file.ts';
export type { WeatherYear } from './scenario/weather/weather-year.ts';

// Fluids.
export { fluidByName, isBuiltInFluidName } from './fluids/fluid-by-name.ts';
export type { Fluid } from './fluids/fluid.ts';
export { humidityRatioOfRelativeHumidity } from './fluids/moist-air.ts';

// Hydraulics of branches and rows.
export type { FlowLaw } from './physics/flow-law.ts';
export type { NetworkDescription } from './physics/network-description.ts';
export { pipeNetwork, type PipeNetwork } from './physics/pipe-network.ts';
export { rackLaw, type RackPath, valveOfAuthority } from './physics/rack-path.ts';
export { type RackFlows, rackFlows, rackFlowsAtPressure, type RackRow, rackRow } from './physics/rack-row.ts';

// Plants, runs and what people quote of them.
export type { AuditReport, Closure } from './audit/audit.ts';
export { type EnergyFlows, energyFlows, type HeatFlow, type HeatSink, heatSinks } from './metrics/energy-flows.ts';
export {
  type Comparison,
  type Difference,
  headlineKeys,
  type Metric,
  metricGroups,
  metricOf,
  type Variant,
} from './metrics/metric.ts';
export type { Circuit, PlacedMachine, Plant, Size } from './plant/plant.ts';
export type { Column, RunEvent } from './results/columns.ts';
export type { Forcing, YearRun } from './solver/year.ts';
export { comparisonOf, siteOf } from './study/comparison.ts';
export { type Evaluated, evaluated, evaluationSubject, type Subject } from './study/evaluate.ts';
export { type HourRun, solveHour } from './study/hour-run.ts';
export { type CurveAxis, type CurvePoint, type MachineCurve, machineCurves } from './study/machine-curves.ts';
export { recordCurves } from './study/record-curves.ts';
export { type Availability, availabilityOf, type AvailabilityQuestion } from './study/availability.ts';
export { rideThrough, type RideThrough, type RideThroughQuestion } from './study/ridethrough.ts';
export { type StoredRun, storedRun } from './study/stored-run.ts';
export {
  assembleScenario,
  type PreparedScenario,
  prepareScenario,
  runScenario,
  type ScenarioRun,
} from './study/scenario-run.ts';

export { type ComparisonFindings, comparisonFindings, type Finding, type Versus } from './study/comparison-findings.ts';

// Transients: seconds and minutes of a scenario.
export { type ColumnChoice, type RowColumn, rowColumns, rowReader } from './output/transient-columns.ts';
export {
  type FigureLine,
  type FigurePanel,
  panelSummary,
  type TransientFigures,
  transientFigures,
} from './output/transient-figures.ts';
export { transientJson } from './output/transient-json.ts';
export { transientPage } from './output/transient-page.ts';
export { seriesRecorder, type TransientSeries } from './output/transient-series.ts';
export { transientTable } from './output/transient-table.ts';
export { marksSvg, panelSvg, transientStyle } from './output/report/transient-svg.ts';
export type { TransientGroup } from './metrics/transient-metrics.ts';
export type { LoggedEvent } from './solver/transient/answers.ts';
export type { BindingCause } from './solver/transient/binding-cause.ts';
export type { RowSink, TransientColumn } from './solver/transient/rows.ts';
export { type OpenTransient, openTransient, runTransient, type TransientOutcome } from './study/transient-run.ts';

// Output.
export { type Answer, answerOf, shareSize, spokenValue } from './output/answer.ts';
export { comparisonReport } from './output/comparison-report.ts';
export { comparisonTable } from './output/comparison-table.ts';
export type { TableOptions } from './output/text-table.ts';
export { clockText } from './output/clock-text.ts';
export { columnsCsv } from './output/csv.ts';
export { documentLine } from './output/document-line.ts';
export { eventSummaries, eventText } from './output/events.ts';
export { type ExplainedHour, explainedHour } from './output/explained-hour.ts';
export { explainedJson } from './output/explained-json.ts';
export { explainedText } from './output/explained-text.ts';
export { comparisonJson, summaryJson } from './output/json.ts';
export { consumerTone, temperatureColour, temperatureStops } from './output/palette.ts';
export { columnsParquet } from './output/parquet.ts';
export { resolvedScenario } from './output/resolved-scenario.ts';
export { availabilityJson } from './output/availability/json.ts';
export { availabilityText } from './output/availability/text.ts';
export { rideThroughJson } from './output/ridethrough/json.ts';
export { rideThroughPage } from './output/ridethrough/page.ts';
export { rideThroughText } from './output/ridethrough/text.ts';
export { displayScale, numberText, type Scale } from './output/scale.ts';
export { summaryTable } from './output/summary-table.ts';
export { foldedLog } from './output/transient-digest.ts';
export { weatherJson } from './output/weather-json.ts';
export { weatherStatistics } from './output/weather-summary.ts';
