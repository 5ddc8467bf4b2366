/**
 * What racks of every kind are asked and answer alike: their nodes, the chips
 * against their limits, and the electricity with its supplies.
 */

import { specificVolume } from '../../fluids/moist-air.ts';
import type { Fluid } from '../../fluids/fluid.ts';
import type { LibraryRecord, Parameters, ValuesOf } from '../../library/parameters.ts';
import { captureParameters } from '../../machines/plated-rack.ts';
import { rackParameters } from '../../machines/rack.ts';
import { type ChipState, partsPower, type serverParameters, supplyLoss } from '../../machines/server.ts';
import { serverFanPower, type ServerFans, serverFanSpeed } from '../../machines/server-fans.ts';
import { type Answer, answer, pressureInput, temperatureInput } from './evaluation.ts';

export const nodeInputs = {
  server: { record: ['server'], about: 'The node' },
  powerSupply: { record: ['power-supply'], about: 'Power supplies of the node; no loss if absent', optional: true },
  nodes: { count: [1, 1000], about: 'Nodes of the rack', default: 1 },
  utilisation: { quantity: 'fraction', range: [0, 1], about: 'Part of full work', default: '100 %' },
  powerCap: rackParameters.powerCap,
} as const satisfies Parameters;

export const airInputs = {
  air: { ...temperatureInput, about: 'Air entering', default: '27 degC' },
  humidityRatio: { quantity: 'humidity ratio', range: [0, 0.04], about: 'Humidity of the air', default: '8 g/kg' },
  pressure: pressureInput,
} as const satisfies Parameters;

/** Of racks whose plates leave some heat to the air. */
export const captureInputs = {
  fans: { record: ['server-fans'], about: 'Fans for the parts left to air; none if absent', optional: true },
  ...airInputs,
  chipCapture: captureParameters.chipCapture,
  capture: captureParameters.capture,
  plateFlowShare: captureParameters.plateFlowShare,
} as const satisfies Parameters;

export type Server = ValuesOf<typeof serverParameters>;
type NodeInputs = ValuesOf<typeof nodeInputs>;
type AirInputs = ValuesOf<typeof airInputs>;
type CaptureInputs = ValuesOf<typeof captureInputs>;

export function serverOf({ server }: NodeInputs): Server {
  return server.values as Server;
}

/** Electricity of one node with so much for each chip and for its fans [W]: what enters, and of it the loss of the supplies. */
export function nodePower(
  { server: record, powerSupply, utilisation }: NodeInputs,
  chipPower: number,
  fanPower: number,
): { readonly input: number; readonly loss: number } {
  const server = record.values as Server;
  const parts = partsPower(server, () => 1);
  const direct = server.chips * chipPower + parts.idle + parts.swing * utilisation + fanPower;
  const full = server.chips * server.chipPower + parts.idle + parts.swing;
  const loss = powerSupply === undefined ? 0 : supplyLoss(powerSupply as LibraryRecord, full)(direct);
  return { input: direct + loss, loss };
}

export function chipAnswers(state: ChipState, server: Server, coolant: string): readonly Answer[] {
  const { junctionLimit, caseLimit } = server;
  return [
    answer('coolantTemperature', coolant, state.coolant, 'temperature'),
    answer('caseTemperature', 'Case of the hottest chip', state.case, 'temperature'),
    answer('junctionTemperature', 'Junction of the hottest chip', state.junction, 'temperature'),
    answer('caseMargin', 'Left to the case limit', caseLimit - state.case, 'temperature difference'),
    answer('junctionMargin', 'Left to the junction limit', junctionLimit - state.junction, 'temperature difference'),
    answer('delivered', 'Work delivered over full work', state.delivered, 'fraction'),
  ];
}

/** Notes of the chips, whether each applies. */
export function chipNotes(state: ChipState, server: Server): Readonly<Record<string, boolean>> {
  return {
    'no junction temperature balances leakage: thermal runaway at full clock; the chip throttles':
      state.excess === Infinity,
    'the junction would pass its limit at full clock; the chip throttles': state.excess > 0 && state.excess < Infinity,
    'the case is above its limit': state.case > server.caseLimit,
  };
}

/** Of one node [W], and the air its fans move [m³/s]. */
export interface NodeHeat {
  readonly input: number;
  readonly fanPower: number;
  readonly loss: number;
  readonly toLiquid: number;
  readonly toAir: number;
  readonly airVolume: number;
}

/** Where the heat of a node on plates goes. @throws {RangeError} for a captured part that the server does not have */
export function platedNodeHeat(inputs: NodeInputs & CaptureInputs, chipPower: number): NodeHeat {
  const { utilisation: u, capture = {}, chipCapture } = inputs;
  const server = serverOf(inputs);
  requireParts(capture, server);
  const captured = partsPower(server, (name) => capture[name]?.share ?? 0);
  const { fanPower, airVolume } = fansAt(inputs.fans?.values as ServerFans | undefined, u, inputs.air);
  const { input, loss } = nodePower(inputs, chipPower, fanPower);
  const toLiquid = server.chips * chipPower * chipCapture + captured.idle + captured.swing * u;
  return { input, fanPower, loss, toLiquid, toAir: input - toLiquid, airVolume };
}

/** Fans of one node: speed [1], electricity [W] and air [m³/s]; at rest where there are none. */
export function fansAt(
  fans: ServerFans | undefined,
  utilisation: number,
  air: number,
): { readonly speed: number; readonly fanPower: number; readonly airVolume: number } {
  if (fans === undefined) return { speed: 0, fanPower: 0, airVolume: 0 };
  const speed = serverFanSpeed(fans, utilisation, air);
  return { speed, fanPower: serverFanPower(fans, speed), airVolume: fans.ratedFlow * speed };
}

function requireParts(capture: NonNullable<CaptureInputs['capture']>, { parts }: Server): void {
  const strangers = Object.keys(capture).filter((name) => parts[name] === undefined);
  if (strangers.length > 0)
    throw new RangeError(
      `capture: the server has no part ${strangers.join(', ')}; it has ${Object.keys(parts).join(', ')}`,
    );
}

/** Electricity and heat of a whole rack on plates. */
export function platedAnswers(heat: NodeHeat, nodes: number): readonly Answer[] {
  return [
    answer('rackPower', 'Electricity at the rack', heat.input * nodes, 'power'),
    answer('fanPower', 'Of it fans of the servers', heat.fanPower * nodes, 'power'),
    answer('supplyLoss', 'Of it loss of the power supplies', heat.loss * nodes, 'power'),
    answer('liquidHeat', 'Heat into the loop', heat.toLiquid * nodes, 'heat flow'),
    answer('airHeat', 'Heat into the air', heat.toAir * nodes, 'heat flow'),
    answer('liquidShare', 'Part that goes into the loop', heat.toLiquid / (heat.toLiquid + heat.toAir), 'fraction'),
  ];
}

/** Liquid that has taken a heat [W] from its flow at the inlet [m³/s]. */
export function liquidOutlet(fluid: Fluid, flow: number, inlet: number, heat: number): number {
  return fluid.temperature(fluid.enthalpy(inlet, 0) + heat / (flow * fluid.density(inlet)), 0);
}

/** Air that has taken a heat [W]; nothing where none is moved. */
export function airAnswers(
  { air, humidityRatio, pressure }: AirInputs,
  heat: number,
  volume: number,
): readonly Answer[] {
  if (!(volume > 0)) return [];
  const rate = airCapacityRate({ air, humidityRatio, pressure }, volume);
  return [
    answer('airFlow', 'Air through the rack', volume, 'air volume flow'),
    answer('airLeaving', 'Air leaving', air + heat / rate, 'temperature'),
  ];
}

/** ṁc of a volume flow of entering air [W/K]. */
export function airCapacityRate({ air, humidityRatio, pressure }: AirInputs, volume: number): number {
  return (volume / specificVolume(air, humidityRatio, pressure)) * (1006 + 1860 * humidityRatio);
}
