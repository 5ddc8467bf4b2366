/** Records taken together must make the nodes that their makers publish. */

import { describe, expect, it } from 'vitest';
import { specificVolume } from '../../src/fluids/moist-air.ts';
import type { ValuesOf } from '../../src/library/parameters.ts';
import type { heatSinkParameters } from '../../src/machines/air-rack.ts';
import type { boilingSurfaceParameters } from '../../src/machines/boiling-surface.ts';
import type { cduRecordParameters } from '../../src/machines/cdu.ts';
import type { coldPlateParameters } from '../../src/machines/cold-plate-rack.ts';
import type { immersionSinkParameters } from '../../src/machines/immersion-rack.ts';
import { chipModel, partsPower, type serverParameters, supplyLoss } from '../../src/machines/server.ts';
import { serverFanPower, type ServerFans, serverFanSpeed } from '../../src/machines/server-fans.ts';
import { fittedResistance } from '../../src/physics/cold-plate.ts';
import { record } from './library-on-disk.ts';

const published = {
  /** DGX B200 System User Guide, power specifications: 14.3 kW max. */
  b200NodeInput: 14_300,
  /** Server makers' figures of the rack, seen second-hand: 132 kW, 17 kW of it into air. */
  nvl72Input: 132_000,
  nvl72Air: 17_000,
};

const room = { temperature: 298.15, humidityRatio: 0.008, pressure: 101_325 };
const airDensity = 1 / specificVolume(room.temperature, room.humidityRatio, room.pressure);
const airSpecificHeat = 1006 + 1860 * room.humidityRatio;

type Server = ValuesOf<typeof serverParameters>;
const server = record('servers/b200-8gpu').values as Server;
const airFans = record('server-fans/b200-air').values as ServerFans;
const residualFans = record('server-fans/b200-residual').values as ServerFans;
const parts = partsPower(server, () => 1);

/** A node at full load with its air at 25 °C, as the air rack computes it with its defaults. */
function airNode(utilisation: number) {
  const speed = serverFanSpeed(airFans, utilisation, room.temperature);
  const flow = airFans.ratedFlow * speed;
  const capacityRate = flow * airDensity * airSpecificHeat;
  const other = parts.idle + parts.swing * utilisation;
  const { points } = record('heat-sinks/b200-10u-air').values as ValuesOf<typeof heatSinkParameters>;
  const sink = fittedResistance(points.flow, points.resistance);
  const chips = chipModel(server, 1);
  const perSink = (0.7 * flow) / server.chips;
  chips.solve(utilisation, room.temperature + (0.1 * other) / capacityRate, sink.infinite + sink.perFlow / perSink, Infinity);
  const fanPower = serverFanPower(airFans, speed);
  const output = server.chips * chips.state.power + other + fanPower;
  const full = server.chips * server.chipPower + parts.idle + parts.swing;
  const input = output + supplyLoss(record('power-supplies/b200-psu'), full)(output);
  return { input, fanPower, rise: input / capacityRate, chips: chips.state };
}

/** Chips at full load behind a resistance from coolant to case. */
function chipsBehind(coolant: number, resistance: number) {
  const chips = chipModel(server, 1);
  chips.solve(1, coolant, resistance, Infinity);
  return chips.state;
}

describe('a node of eight B200', () => {
  it('in air at 25 °C draws the 14.3 kW its maker publishes, within 1 %', () => {
    expect(airNode(1).input / published.b200NodeInput).toBeCloseTo(1, 2);
  });

  it('in air holds its clock with the junction between 78 and 86 °C and warms the air by 15 to 18 K', () => {
    const { chips, rise } = airNode(1);
    expect(chips.delivered).toBe(1);
    expect(chips.junction - 273.15).toBeGreaterThan(78);
    expect(chips.junction - 273.15).toBeLessThan(86);
    expect(rise).toBeGreaterThan(15);
    expect(rise).toBeLessThan(18);
  });

  it('idles at 130 W a chip, give or take 15, near 35 °C', () => {
    const idle = airNode(0).chips;
    expect(Math.abs(idle.power - 130)).toBeLessThan(15);
  });

  it('on cold plates needs at most a fifth of the fan power', () => {
    const power = (fans: ServerFans) => serverFanPower(fans, serverFanSpeed(fans, 1, room.temperature));
    expect(power(residualFans) / power(airFans)).toBeLessThanOrEqual(0.2);
  });

  it('on cold plates at 40 °C and 1.2 L/min has its junction cooler than in air', () => {
    const { points } = record('cold-plates/ocp-oam-1kw-pg25').values as ValuesOf<typeof coldPlateParameters>;
    const fit = fittedResistance(points.flow, points.resistance);
    const state = chipsBehind(313.15, fit.infinite + fit.perFlow / (1.2e-3 / 60));
    expect(state.delivered).toBe(1);
    expect(state.junction).toBeLessThan(airNode(1).chips.junction);
  });

  it('over a directed-flow sink holds its clock with the bath at 32 °C but not at 40 °C', () => {
    const { resistance } = record('immersion-sinks/directed-flow-1kw').values as ValuesOf<typeof immersionSinkParameters>;
    expect(chipsBehind(305.15, resistance).delivered).toBe(1);
    expect(chipsBehind(313.15, resistance).delivered).toBeLessThan(1);
  });

  it.each([
    ['boiling-surfaces/coated-spreader-novec649', 49.05],
    ['boiling-surfaces/coated-spreader-hfo1336', 33.45],
    ['boiling-surfaces/coated-spreader-fc72', 56],
  ])('under %s (boiling at %s °C) keeps below four fifths of the critical flux', (id, boilingPoint) => {
    const { flux, criticalHeatFlux } = boilingChips(id, boilingPoint);
    expect(flux).toBeLessThan(0.8 * criticalHeatFlux);
  });

  it('holds its clock in Novec 649, and just not in FC-72, which boils 7 K warmer', () => {
    expect(boilingChips('boiling-surfaces/coated-spreader-novec649', 49.05).delivered).toBe(1);
    const delivered = boilingChips('boiling-surfaces/coated-spreader-fc72', 56).delivered;
    expect(delivered).toBeLessThan(1);
    expect(delivered).toBeGreaterThan(0.98);
  });
});

function boilingChips(id: string, boilingPoint: number) {
  const surface = record(id).values as ValuesOf<typeof boilingSurfaceParameters>;
  const { coefficient, area, spreadingResistance, criticalHeatFlux } = surface;
  const { power, delivered } = chipsBehind(boilingPoint + 273.15, 1 / (coefficient! * area) + spreadingResistance!);
  return { flux: power / area, criticalHeatFlux: criticalHeatFlux!, delivered };
}

describe('a rack of 72 GB200', () => {
  const rack = record('servers/gb200-nvl72-rack').values as Server;
  const fans = record('server-fans/nvl72-residual').values as ServerFans;
  const inRack = partsPower(rack, () => 1);
  const full = rack.chips * rack.chipPower + inRack.idle + inRack.swing;
  const fanPower = serverFanPower(fans, serverFanSpeed(fans, 1, room.temperature));
  const output = full + fanPower;
  const input = output + supplyLoss(record('power-supplies/orv3-shelf'), full)(output);

  it('draws 132 kW, within 1 %', () => {
    expect(input / published.nvl72Input).toBeCloseTo(1, 2);
  });

  it('leaves 17 kW to air, within 10 %, with plates on GPUs, CPUs, switches, regulators and half of the adapters', () => {
    const share: Record<string, number> = { cpus: 0.95, nvswitches: 0.95, regulators: 0.95, 'nics-and-optics': 0.5 };
    const captured = partsPower(rack, (name) => share[name] ?? 0);
    const liquid = 0.98 * rack.chips * rack.chipPower + captured.idle + captured.swing;
    expect(Math.abs((input - liquid) / published.nvl72Air - 1)).toBeLessThan(0.1);
  });
});

describe('a CDU of the library', () => {
  // Water of 4.18 kJ/(kg·K) and 996 kg/m³ on the facility side; both streams about equal, so that one bound serves.
  it.each(['google-deschutes-2mw', 'vertiv-xdu1350', 'coolit-chx2000', 'generic-1500kw', 'in-rack-100kw'])(
    '%s: effectiveness of its rating lies between 0.6 and 0.9',
    (name) => {
      const unit = record(`cdus/${name}`).values as ValuesOf<typeof cduRecordParameters>;
      const capacityRate = Math.min(unit.facilityFlow, unit.technologyFlow) * 996 * 4180 * 0.96;
      const rise = unit.ratedHeat / capacityRate;
      expect(rise / (rise + unit.approach)).toBeGreaterThan(0.6);
      expect(rise / (rise + unit.approach)).toBeLessThan(0.9);
    },
  );
});
