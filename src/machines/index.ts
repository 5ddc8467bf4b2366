/**
 * The only list of kinds of machines. A new kind is a file of its own and a
 * line here.
 */

import { airEconomizer } from './air-economizer.ts';
import { airRack } from './air-rack.ts';
import { boilingRack } from './boiling-rack.ts';
import { bufferTank } from './buffer-tank.ts';
import { cdu } from './cdu.ts';
import { chiller } from './chiller.ts';
import { coil } from './coil.ts';
import { coldPlateRack } from './cold-plate-rack.ts';
import { condenserCoil } from './condenser-coil.ts';
import { coolingTower } from './cooling-tower.ts';
import { adiabaticCooler, dryCooler } from './dry-cooler.ts';
import { heatPump } from './heat-pump.ts';
import { idealCooler } from './ideal-cooler.ts';
import { immersionRack } from './immersion-rack.ts';
import { indirectAirCooler } from './indirect-air-cooler.ts';
import type { Kind } from './machine.ts';
import { openBathRack } from './open-bath-rack.ts';
import { openWaterCooler } from './open-water-cooler.ts';
import { plateExchanger } from './plate-exchanger.ts';
import { rearDoor } from './rear-door.ts';
import { room } from './room.ts';
import { sidecar } from './sidecar.ts';
import { twoPhaseColdPlateRack } from './two-phase-cold-plate-rack.ts';

export const machineKinds: readonly Kind[] = [
  airRack,
  coldPlateRack,
  twoPhaseColdPlateRack,
  immersionRack,
  openBathRack,
  boilingRack,
  room,
  cdu,
  plateExchanger,
  coil,
  rearDoor,
  sidecar,
  condenserCoil,
  chiller,
  coolingTower,
  dryCooler,
  adiabaticCooler,
  openWaterCooler,
  airEconomizer,
  indirectAirCooler,
  heatPump,
  bufferTank,
  idealCooler,
];
