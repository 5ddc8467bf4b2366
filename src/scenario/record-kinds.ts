/**
 * The only list of record kinds of the library: what may stand in `models/`,
 * each with the declaration of its values.
 */

import { boilingFluidParameters } from '../fluids/boiling.ts';
import { dielectricParameters } from '../fluids/dielectric.ts';
import type { Parameters } from '../library/parameters.ts';
import { heatSinkParameters } from '../machines/air-rack.ts';
import { boilingSurfaceParameters } from '../machines/boiling-surface.ts';
import { cduRecordParameters } from '../machines/cdu.ts';
import {
  chillerCarnotParameters,
  chillerEirParameters,
  chillerReformulatedEirParameters,
} from '../machines/chiller-record.ts';
import { coldPlateParameters } from '../machines/cold-plate-rack.ts';
import { immersionSinkParameters } from '../machines/immersion-rack.ts';
import { finSinkParameters } from '../machines/open-bath-rack.ts';
import { powerSupplyParameters, serverParameters } from '../machines/server.ts';
import { serverFanParameters } from '../machines/server-fans.ts';
import { evaporatorPlateParameters } from '../machines/two-phase-cold-plate-rack.ts';
import type { RecordRule } from '../library/record.ts';
import { hydraulicNetworkParameters } from './hydraulic-network.ts';
import { hydraulicNetworkRule } from './hydraulic-network-rule.ts';
import { loadParameters } from './load/load-parameters.ts';
import { powerStageParameters } from './power.ts';
import { reliabilityParameters } from './reliability.ts';
import { climateParameters } from './weather/climate-record.ts';

export const recordKinds: Readonly<Record<string, Parameters>> = {
  server: serverParameters,
  'server-fans': serverFanParameters,
  'power-supply': powerSupplyParameters,
  'heat-sink': heatSinkParameters,
  'cold-plate': coldPlateParameters,
  'evaporator-plate': evaporatorPlateParameters,
  'fin-sink': finSinkParameters,
  'immersion-sink': immersionSinkParameters,
  'boiling-surface': boilingSurfaceParameters,
  cdu: cduRecordParameters,
  'chiller-carnot': chillerCarnotParameters,
  'chiller-eir': chillerEirParameters,
  'chiller-reformulated-eir': chillerReformulatedEirParameters,
  transformer: powerStageParameters,
  ups: powerStageParameters,
  pdu: powerStageParameters,
  busway: powerStageParameters,
  'hydraulic-network': hydraulicNetworkParameters,
  dielectric: dielectricParameters,
  'boiling-fluid': boilingFluidParameters,
  climate: climateParameters,
  load: loadParameters,
  reliability: reliabilityParameters,
};

/** What kinds demand beyond single values; most demand nothing. */
export const recordRules: Readonly<Record<string, RecordRule>> = {
  'hydraulic-network': hydraulicNetworkRule,
};
