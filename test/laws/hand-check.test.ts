/**
 * One hour of every system checked as with a pocket calculator: from the
 * printed temperatures, flows and sizes, by formulas and property values of
 * this file, never by the functions that made them.
 */

import { beforeAll, describe, expect, it } from 'vitest';
import type { DescribedMachine } from '../../src/scenario/description.ts';
import type { PreparedScenario } from '../../src/study/scenario-run.ts';
import type { PlacedMachine } from '../../src/plant/plant.ts';
import { preparedOf, type Ran, ranScenario, systemIds, systemScenario } from './plants.ts';

/**
 * Specific heat near working temperature [J/(kg·K)] and how well it is known [1]: water of the steam tables at 30 °C;
 * glycols of the ASHRAE Handbook's tables between 20 and 30 % by volume at 40 °C; the oil by its own sheet's two points.
 */
const liquids: Readonly<Record<string, { readonly cp: (celsius: number) => number; readonly within: number }>> = {
  water: { cp: () => 4179, within: 0.003 },
  'propylene-glycol-25-volume': { cp: () => 3950, within: 0.015 },
  'propylene-glycol-30-volume': { cp: () => 3870, within: 0.02 },
  'synthetic-hydrocarbon': { cp: (celsius) => 2212 + (2480 - 2212) * ((celsius - 25) / 75), within: 0.003 },
};

/** Counterflow: transfer units of an effectiveness. */
function transferUnits(effectiveness: number, ratio: number): number {
  if (Math.abs(1 - ratio) < 1e-6) return effectiveness / (1 - effectiveness);
  return Math.log((1 - effectiveness * ratio) / (1 - effectiveness)) / (1 - ratio);
}

/** Enthalpy of moist air per kg dry [J/kg], the usual 1.006 T + W (2501 + 1.86 T). */
function airEnthalpy(kelvin: number, humidityRatio: number): number {
  const celsius = kelvin - 273.15;
  return 1006 * celsius + humidityRatio * (2_501_000 + 1860 * celsius);
}

/** Saturated humidity ratio by Magnus' formula. */
function saturated(kelvin: number, pressure: number): number {
  const celsius = kelvin - 273.15;
  const vapour = 611.2 * Math.exp((17.62 * celsius) / (243.12 + celsius));
  return (0.622 * vapour) / (pressure - vapour);
}

type Numbers = Readonly<Record<string, number>>;

/** Straight line through a printed table. */
function interpolated(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  let k = 1;
  while (k < xs.length - 1 && xs[k]! < x) k++;
  return ys[k - 1]! + ((ys[k]! - ys[k - 1]!) * (x - xs[k - 1]!)) / (xs[k]! - xs[k - 1]!);
}

/**
 * Electricity of one chiller [W]: heat times lift over η f T_e between refrigerant temperatures whose approaches go with
 * the load, auxiliaries on top, cycling below the least load; by plain repetition, as the condenser warms with the power.
 */
function chillerPower(of: Numbers, partLoad: ArrayLike<number>): number {
  const rated = of['ratedHeat']!;
  const auxiliary = of['auxiliaryShare']! * rated;
  const perHeat = (lift: number, fraction: number, evaporating: number): number =>
    Math.max(lift / (fraction * evaporating), 1 / of['maximumCop']!);
  const ratedEvaporating = of['ratedEvaporatorLeaving']! - of['evaporatorApproach']!;
  const ratedCondensing = of['ratedCondenserEntering']! + of['ratedCondenserRise']! + of['condenserApproach']!;
  const ratedLift = Math.max(of['minimumLift']!, ratedCondensing - ratedEvaporating);
  const ratedRejected = rated * (1 + perHeat(ratedLift, of['carnotFraction']!, ratedEvaporating)) + auxiliary;
  const y = Math.max(of['heat']! / rated, of['minimumLoad']!);
  const fraction = of['carnotFraction']! * (partLoad[0]! + y * partLoad[1]! + y * y * partLoad[2]!);
  const evaporating = of['leaving']! - of['evaporatorApproach']! * y;
  let power = auxiliary;
  for (let i = 0; i < 60; i++) {
    const rejected = y * rated + power;
    const condensing =
      of['entering']! + rejected / of['waterRate']! + (of['condenserApproach']! * rejected) / ratedRejected;
    power =
      auxiliary + y * rated * perHeat(Math.max(of['minimumLift']!, condensing - evaporating), fraction, evaporating);
  }
  return (power * of['heat']!) / rated / y;
}

interface Table {
  readonly flow: Float64Array;
  readonly resistance: Float64Array;
}
/** Numbers and tables of a record that a machine names. */
const recordOf = (machine: DescribedMachine, key: string): unknown =>
  (machine.values[key] as { readonly values: unknown }).values;

const hours = [
  ['a warm afternoon', 4911],
  ['a winter night', 500],
] as const;

describe.each(systemIds.flatMap((id) => hours.map(([when, hour]) => [`${id}, ${when}`, id, hour] as const)))(
  '%s',
  (_, id, hour) => {
    let prepared: PreparedScenario;
    let ran: Ran;
    const at = (column: string): number => ran.of(column)[0]!;
    const machinesOf = (...kinds: readonly string[]): readonly PlacedMachine[] =>
      ran.plant.machines.filter((machine) => kinds.includes(machine.kind));
    const described = (name: string): DescribedMachine =>
      prepared.scenario.machines.find((machine) => machine.name === name)!;
    const within = (value: number, expected: number, share: number, what: string): void => {
      expect(Math.abs(value / expected - 1), `${what}: ${value} against ${expected}`).toBeLessThan(share);
    };
    const humidityOf = (circuit: string): number => at(`${circuit}.humidityRatio`);
    /** Heat capacity of a stream of air or liquid [J/(kg·K)]. */
    const cpOf = (circuit: string, kelvin: number): { readonly cp: number; readonly within: number } => {
      const { fluid } = ran.plant.circuits.find((candidate) => candidate.name === circuit)!;
      if (fluid.phase === 'air') return { cp: 1006 + 1860 * humidityOf(circuit), within: 0.002 };
      const liquid = liquids[fluid.id]!;
      return { cp: liquid.cp(kelvin - 273.15), within: liquid.within };
    };
    beforeAll(() => {
      prepared = preparedOf(systemScenario(id, 'ashburn'));
      ran = ranScenario(prepared, [hour]);
    });

    it('Q = ṁ c ΔT at every port', () => {
      let checked = 0;
      for (const { name, loads, source } of ran.plant.machines) {
        for (const port of [...loads, ...(source === undefined ? [] : [source])]) {
          if (port.fluid.phase === 'boiling') continue;
          const { s } = ran.plant;
          const heat = 'heat' in port ? s[port.heat]! : s[port.duty]!;
          const difference = Math.abs(s[port.outlet]! - s[port.inlet]!);
          if (!(heat > 1000) || difference < 0.05) continue;
          const { cp, within: known } = cpOf(port.circuit, 0.5 * (s[port.inlet]! + s[port.outlet]!));
          within(s[port.flow]! * cp * difference, heat, known, `${name} on ${port.circuit}`);
          checked++;
        }
      }
      expect(checked).toBeGreaterThan(3);
    });

    it('heat of loads and pump is the heat of the sources, circuit by circuit', () => {
      for (const { name, loads, stages, slots, mover, fluid } of ran.plant.circuits) {
        const { s } = ran.plant;
        let given = 0;
        for (const { port } of loads) given += s[port.heat]!;
        if (mover !== undefined) given += s[slots.moverPower]!;
        const taken = stages.flatMap((stage) => stage.sources).reduce((sum, { port }) => sum + s[port.duty]!, 0);
        if (given > 1) within(taken + (fluid.phase === 'boiling' ? s[slots.vapourLoss]! : 0), given, 1e-9, name);
      }
    });

    it('pumps and fans draw head times flow over efficiency', () => {
      for (const { name, values, fluid } of prepared.scenario.circuits) {
        const { mover } = values;
        if (mover === undefined || !(at(`${name}.sourceFlow`) > 0)) continue;
        const density =
          fluid.phase === 'air'
            ? 101_325 / 287 / at(`${name}.supplyTemperature`)
            : ({ water: 995, 'synthetic-hydrocarbon': 803, 'r1233zd-e': 1216 }[fluid.id] ?? 1018);
        const rated = (mover.head * ran.size(name, 'moverFlow')) / density / mover.efficiency;
        within(ran.size(name, 'moverPower'), rated, 0.02, name);
        const x = Math.max(mover.minimumSpeed, at(`${name}.sourceFlow`) / ran.size(name, 'moverFlow'));
        within(
          at(`${name}.moverPower`),
          ran.size(name, 'moverPower') * x * (mover.staticShare + (1 - mover.staticShare) * x * x),
          1e-6,
          name,
        );
      }
    });

    it('exchangers move ε C_min ΔT with UA of their films', () => {
      for (const { name, kind, source, loads } of machinesOf('cdu', 'plate-exchanger', 'coil', 'rear-door')) {
        const { s } = ran.plant;
        const duty = s[source!.duty]!;
        const share = at(`${name}.flow`);
        if (!(duty > 1000) || !(share > 0)) continue;
        const cold = loads[0]!;
        const hotRate = s[source!.flow]! * cpOf(source!.circuit, s[source!.inlet]!).cp;
        const coldRate = s[cold.flow]! * cpOf(cold.circuit, s[cold.inlet]!).cp;
        const least = Math.min(hotRate, coldRate);
        const most = duty / (least * (s[source!.inlet]! - s[cold.inlet]!));
        // A valve on the hot side takes what is too much: then the exchanger could move more than it does.
        if (
          s[cold.flow]! > 0.999 * ran.size(name, 'ratedColdFlow') * (described(name).values['units'] as number) &&
          cold.rule === 'fixed'
        )
          continue;
        const conductance = transferUnits(most, least / Math.max(hotRate, coldRate)) * least;
        const units = ran.size(name, 'unitsInstalled');
        const hotFlow = s[source!.flow]! / (ran.size(name, 'ratedHotFlow') * units);
        const coldFlow = s[cold.flow]! / (ran.size(name, 'ratedColdFlow') * units);
        const isPlate = kind === 'cdu' || kind === 'plate-exchanger';
        // hA of the hot film over that of the cold: coils 0.5 (air against water); plates by ṁ^0.8 k^0.6 (c/μ)^0.4.
        const film = (fluid: string): number =>
          ({
            water: 0.62 ** 0.6 * (4179 / 0.75e-3) ** 0.4,
            'synthetic-hydrocarbon': 0.134 ** 0.6 * (2270 / 6.4e-3) ** 0.4,
          })[fluid] ?? 0.47 ** 0.6 * (3900 / 1.15e-3) ** 0.4;
        const ratio = isPlate
          ? ((ran.size(name, 'ratedHotFlow') / ran.size(name, 'ratedColdFlow')) ** 0.8 * film(source!.fluid.id)) /
            film(cold.fluid.id)
          : 0.5;
        const films = (hotFlow ** -0.8 + ratio * coldFlow ** -(isPlate ? 0.8 : 0.85)) / (1 + ratio);
        within(conductance, (ran.size(name, 'conductance') * units) / films, 0.06, `UA of ${name}`);
      }
    });

    it('chips: dynamic power and leakage, case above coolant by R, junction above case', () => {
      for (const { name, kind } of machinesOf('air-rack', 'cold-plate-rack', 'immersion-rack', 'boiling-rack')) {
        const machine = described(name);
        const server = recordOf(machine, 'server') as Numbers;
        const power = at(`${name}.chipPower`);
        const junction = at(`${name}.junctionTemperature`);
        const used = at(`load.${(machine.values['utilisation'] as { readonly id: string }).id}`);
        const leakage = server['chipPower']! * server['leakageShare']!;
        const dynamic = server['chipIdlePower']! - leakage + (server['chipPower']! - server['chipIdlePower']!) * used;
        within(
          power,
          dynamic + leakage * Math.exp((junction - server['referenceJunction']!) / server['leakageScale']!),
          1e-6,
          'chip power',
        );
        const capture = kind === 'cold-plate-rack' ? (machine.values['chipCapture'] as number) : 1;
        const rise = at(`${name}.caseTemperature`) - at(`${name}.chipCoolantTemperature`);
        const nodes = (machine.values['racks'] as number) * (machine.values['nodesPerRack'] as number);
        const chips = nodes * server['chips']!;
        const resistance = (): number => {
          if (kind === 'cold-plate-rack') {
            const { points } = recordOf(machine, 'coldPlate') as { readonly points: Table };
            const flow = (at('technology.flow') * (machine.values['plateFlowShare'] as number)) / chips / 1014;
            return interpolated(points.flow, points.resistance, flow) * capture;
          }
          if (kind === 'air-rack') {
            const { points } = recordOf(machine, 'heatSink') as { readonly points: Table };
            const density = 101_000 / 287 / at('hall.serverInletTemperature');
            return interpolated(
              points.flow,
              points.resistance,
              (at('hall.flow') * (machine.values['sinkShare'] as number)) / chips / density,
            );
          }
          if (kind === 'boiling-rack') {
            const surface = recordOf(machine, 'surface') as Numbers;
            return 1 / (surface['coefficient']! * surface['area']!) + surface['spreadingResistance']!;
          }
          const sink = recordOf(machine, 'sink') as Numbers;
          const flow = (at('bath.flow') * (machine.values['sinkShare'] as number)) / chips / 803;
          return (
            sink['resistance']! *
            (flow / sink['flow']!) ** -sink['flowExponent']! *
            (6.5e-3 / sink['viscosity']!) ** sink['viscosityExponent']!
          );
        };
        within(rise, resistance() * power, 0.03, 'case above coolant');
        within(
          junction - at(`${name}.caseTemperature`),
          server['junctionToCase']! * power,
          0.01 + (1 - capture),
          'junction above case',
        );
      }
    });

    it('racks give all their electricity as heat, and the chain adds its losses to it', () => {
      const racks = machinesOf('air-rack', 'cold-plate-rack', 'immersion-rack', 'boiling-rack');
      for (const { name, loads } of racks)
        within(
          loads.reduce((sum, port) => sum + ran.plant.s[port.heat]!, 0),
          at(`${name}.inputPower`),
          1e-9,
          name,
        );
      const drawn = ran.plant.meters.reduce((sum, meter) => sum + ran.plant.s[meter.slot]!, 0);
      const losses = ['transformerLoss', 'upsLoss', 'pduLoss', 'buswayLoss'].reduce(
        (sum, key) => sum + at(`power.${key}`),
        0,
      );
      within(at('facility.power'), drawn + losses, 1e-9, 'facility');
      within(at('it.power'), at('power.itInput') + at('power.buswayLoss'), 1e-12, 'IT at the PDU outputs');
      // The UPS by its printed points.
      const printed = (
        prepared.scenario.power.ups.record.values as {
          readonly efficiency: { readonly load: Float64Array; readonly efficiency: Float64Array };
        }
      ).efficiency;
      const output = at('power.upsInput') - at('power.upsLoss');
      const efficiency = interpolated(printed.load, printed.efficiency, output / ran.size('power.ups', 'ratedPower'));
      // A straight line between two points of a hollow curve lies a little below it.
      within(output / at('power.upsInput'), efficiency, 0.004, 'UPS');
    });

    it('chillers: COP is a fraction of Carnot between refrigerant temperatures', () => {
      for (const { name, loads } of machinesOf('chiller')) {
        const running = at(`${name}.running`);
        if (!(running > 0)) continue;
        const record = (
          described(name).values['record'] as { readonly values: Numbers & { readonly partLoad: Float64Array } }
        ).values;
        const { partLoad, ...rest } = record;
        const unit: Numbers = {
          ...rest,
          heat: at(`${name}.duty`) / running,
          ratedHeat: ran.size(name, 'ratedHeat'),
          leaving: at(`${name}.outletTemperature`),
          entering: at(`${name}.condenserEntering`),
          waterRate: loads.length > 0 ? ran.size(name, 'condenserFlow') * 4179 : Infinity,
        };
        const power = chillerPower(unit, partLoad) * running;
        within(at(`${name}.power`), power, 0.002, `electricity of ${name}`);
      }
    });

    it('towers: air takes heat and vapour, leaves saturated, and make-up covers evaporation, drift and blowdown', () => {
      for (const { name, ambient } of machinesOf('cooling-tower')) {
        const air = at(`${name}.airFlow`);
        const gained = at(`${name}.airOutletHumidityRatio`) - at('weather.humidityRatio');
        if (!(at(`${name}.duty`) > 1000)) continue;
        within(at(`${name}.evaporation`), air * gained, 1e-9, 'evaporation');
        within(
          at(`${name}.airOutletHumidityRatio`),
          saturated(at(`${name}.airOutletTemperature`), at('weather.pressure')),
          0.01,
          'saturation',
        );
        const basin = at(`${name}.outletTemperature`) - 273.15;
        const carried =
          air *
          (airEnthalpy(at(`${name}.airOutletTemperature`), at(`${name}.airOutletHumidityRatio`)) -
            airEnthalpy(at('weather.dryBulb'), at('weather.humidityRatio')));
        within(
          carried - at(`${name}.evaporation`) * 4200 * basin,
          at(`${name}.duty`) + at(`${name}.power`),
          0.003,
          'heat into the air',
        );
        const cycles = described(name).values['cycles'] as number;
        within(
          at(`${name}.makeUp`),
          Math.max(
            (at(`${name}.evaporation`) * cycles) / (cycles - 1),
            at(`${name}.evaporation`) + at(`${name}.drift`),
          ),
          1e-9,
          'make-up',
        );
        // About 2.45 MJ evaporate a kilogram; a wet tower sheds 50 to 95 % of its heat that way.
        const latent = (at(`${name}.evaporation`) * 2.45e6) / (at(`${name}.duty`) + at(`${name}.power`));
        expect(latent).toBeGreaterThan(0.4);
        expect(latent).toBeLessThan(1.15);
        const fraction = at(`${name}.airFraction`);
        const full = ran.size(name, 'ratedFanPower') * ran.size(name, 'unitsInstalled');
        if (fraction >= 0.3) within(at(`${name}.power`), full * fraction ** 3, 0.15, 'fans');
        expect(ambient).toBeDefined();
        expect(at(`${name}.outletTemperature`)).toBeGreaterThan(at('weather.wetBulb'));
      }
    });

    it('dry and adiabatic coolers warm their air by what they take', () => {
      for (const { name } of machinesOf('dry-cooler', 'adiabatic-cooler')) {
        if (!(at(`${name}.duty`) > 1000) || at(`${name}.makeUp`) > 0) continue;
        const cp = 1006 + 1860 * at('weather.humidityRatio');
        within(
          at(`${name}.airFlow`) * cp * (at(`${name}.airOutletTemperature`) - at('weather.dryBulb')),
          at(`${name}.duty`) + at(`${name}.power`),
          0.002,
          name,
        );
        expect(at(`${name}.outletTemperature`)).toBeGreaterThan(at('weather.dryBulb'));
        const fraction = at(`${name}.airFraction`);
        const full = ran.size(name, 'ratedFanPower') * ran.size(name, 'unitsInstalled');
        // The cube law at the density of the hour's air against that of the design day.
        const density = ran.size(name, 'ratedAir') / at('weather.dryBulb');
        if (fraction >= 0.3) within(at(`${name}.power`), full * density * fraction ** 3, 0.01, 'fans');
      }
    });

    it('a pumped refrigerant stands at its set point, and returns with the vapour of its heat', () => {
      for (const { name } of machinesOf('two-phase-cold-plate-rack')) {
        expect(at('technology.supplyTemperature')).toBeCloseTo(273.15 + 44, 9);
        // R1233zd(E) at 44 °C: 183.1 kJ/kg at 40, 177.5 at 50 by its equation of state.
        const vapour = at('condenser.duty') / at('condenser.flow');
        within(vapour, 180_900, 0.003, name);
        const chips = 5760 * 0.98 * at(`${name}.chipPower`);
        within(at(`${name}.exitQuality`), chips / vapour / (0.8 * at('technology.flow')), 1e-6, name);
      }
    });

    it('boiling baths stand at saturation, and the coils condense what is boiled', () => {
      for (const { name } of machinesOf('boiling-rack')) {
        // Novec 649 boils at 49 °C at 101.3 kPa; 1 kPa is 0.3 K (maker's sheet).
        const boiling = 273.15 + 49 + 0.3 * (at('weather.pressure') / 1000 - 101.325);
        expect(Math.abs(at('bath.supplyTemperature') - boiling)).toBeLessThan(0.3);
        // Latent heat 88 kJ/kg at the boiling point (maker's sheet).
        within(at(`${name}.bath.heat`), at('bath.flow') * 88_000, 0.03, 'heat of vaporization');
        expect(at('bath.vapourLoss')).toBe(0);
      }
    });
  },
);
