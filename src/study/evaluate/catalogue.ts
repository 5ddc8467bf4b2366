/**
 * The only list of what can be evaluated: kinds of records, machines without a
 * record, and single phenomena with everything they need given by name.
 */

import { airRack } from './air-racks.ts';
import { immersionRack, openBathRack } from './bath-racks.ts';
import { boilingRack, twoPhaseColdPlateRack } from './boiling-racks.ts';
import { boilingSurface } from './boiling-surface.ts';
import { coldPlate, heatSink, immersionSink, server, serverFans } from './chips.ts';
import { condenserCoil } from './condenser.ts';
import { microchannelPlate, spreading } from './conduction.ts';
import { adiabaticCooler, dryCooler } from './dry-coolers.ts';
import type { Evaluation } from './evaluation.ts';
import { evaporator } from './evaporator.ts';
import { exchangerEffectiveness, plateExchanger } from './exchangers.ts';
import { finSink } from './fin-sink.ts';
import { pipe, valve } from './flow-elements.ts';
import { hydraulicNetwork, rackRowEvaluation } from './hydraulics.ts';
import { coil, evaporativePad, indirectAirCooler } from './moist-air-machines.ts';
import { fan, motor, pump } from './movers.ts';
import { airEconomizer } from './outdoor-air.ts';
import { cooperBoiling, criticalFlux, filmCondensation, rohsenowBoiling } from './phase-change.ts';
import { carnot, cdu, eir, heatPump } from './plant.ts';
import { powerStage, powerSupply } from './power.ts';
import { piControl } from './controllers.ts';
import { plateConvection } from './plate-convection.ts';
import { reformulatedEir } from './reformulated-chiller.ts';
import { coldPlateRack } from './racks.ts';
import { rearDoor } from './rear-door.ts';
import { reliability } from './reliability.ts';
import { coolingTower, yorkCalcTower } from './towers.ts';
import { climate, load } from './years.ts';

/** By kind of record. Under the name of a kind itself, all values of the record are inputs. */
export const evaluationsOfRecords: Readonly<Record<string, Evaluation>> = {
  'cold-plate': coldPlate,
  'evaporator-plate': evaporator,
  'fin-sink': finSink,
  'heat-sink': heatSink,
  'immersion-sink': immersionSink,
  'boiling-surface': boilingSurface,
  server,
  'server-fans': serverFans,
  'power-supply': powerSupply,
  transformer: powerStage,
  ups: powerStage,
  pdu: powerStage,
  busway: powerStage,
  cdu,
  'chiller-carnot': carnot,
  'chiller-eir': eir,
  'chiller-reformulated-eir': reformulatedEir,
  'hydraulic-network': hydraulicNetwork,
  climate,
  load,
  reliability,
};

/** Machines without a record. */
export const evaluationsOfMachines: Readonly<Record<string, Evaluation>> = {
  'cold-plate-rack': coldPlateRack,
  'air-rack': airRack,
  'immersion-rack': immersionRack,
  'open-bath-rack': openBathRack,
  'boiling-rack': boilingRack,
  'two-phase-cold-plate-rack': twoPhaseColdPlateRack,
  'rear-door': rearDoor,
  'plate-exchanger': plateExchanger,
  coil,
  'cooling-tower': coolingTower,
  'yorkcalc-tower': yorkCalcTower,
  'dry-cooler': dryCooler,
  'adiabatic-cooler': adiabaticCooler,
  'evaporative-pad': evaporativePad,
  'indirect-air-cooler': indirectAirCooler,
  'air-economizer': airEconomizer,
  'condenser-coil': condenserCoil,
  'heat-pump': heatPump,
  'rack-row': rackRowEvaluation,
  pump,
  fan,
  motor,
  valve,
  pipe,
};

/** Single phenomena. */
export const evaluationsOfPhenomena: Readonly<Record<string, Evaluation>> = {
  'exchanger-effectiveness': exchangerEffectiveness,
  'plate-convection': plateConvection,
  'microchannel-plate': microchannelPlate,
  spreading,
  'rohsenow-boiling': rohsenowBoiling,
  'cooper-boiling': cooperBoiling,
  'critical-heat-flux': criticalFlux,
  'film-condensation': filmCondensation,
  'pi-controller': piControl,
};
