/**
 * Open cooling towers with variable fans, by Merkel's method. All cells run
 * and share the water; fans slow down to the set point. Evaporation comes from
 * the humidity that the air gains, with the leaving air saturated.
 */

import { enthalpy, temperatureOfEnthalpy } from '../fluids/moist-air.ts';
import { curveEnthalpy, curveTemperature } from '../fluids/enthalpy-curve.ts';
import { water } from '../fluids/water.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { evaporatedWater } from '../physics/evaporation.ts';
import { type MerkelTower, merkelTower, sizeMerkelTower } from '../physics/cooling-tower.ts';
import { merkelFitRanges } from '../physics/merkel.ts';
import { celsiusText } from '../units.ts';
import { frostWatch } from './frost-watch.ts';
import { type Bench, defineKind } from './machine.ts';

const parameters = {
  units: { count: [1, 10_000], about: 'Cells that carry the design heat', default: 4 },
  spare: { count: [0, 10_000], about: 'Cells beyond those; all run', default: 1 },
  approach: {
    quantity: 'temperature difference',
    range: [1, 20],
    about:
      'Rated approach, where the cells are not to be sized for the design wet bulb but for this much below the design supply',
    optional: true,
  },
  fanPower: {
    quantity: 'fraction',
    range: [0, 0.1],
    about: 'Electricity of the fans at full speed per design heat',
    default: '1.3 %',
  },
  minimumSpeed: {
    quantity: 'fraction',
    range: [0.05, 0.9],
    about: 'Lowest steady fan speed; below it fans cycle',
    default: '30 %',
  },
  cycles: {
    quantity: 'dimensionless',
    range: [1.5, 50],
    about: 'Cycles of concentration: solids in the basin over those in the make-up',
    default: '5',
  },
  basinTime: {
    quantity: 'time',
    range: [1, 3600],
    about: 'Transient: time in which the design flow passes the basin, for what stands in it in frost',
    default: '30 s',
  },
  basinConductance: {
    quantity: 'conductance',
    range: [0, 1e6],
    about:
      'Transient: from the basin of one cell to the outdoor air; 13 W/K for each kg/s of its design water where absent',
    optional: true,
  },
  basinHeater: {
    quantity: 'power',
    range: [0, 1e6],
    about: 'Transient: electric heater in the basin of one cell, on while its water stands below some 4 °C',
    optional: true,
  },
  drift: { quantity: 'fraction', range: [0, 0.005], about: 'Drops carried off per water flow', default: '0.002 %' },
} as const satisfies Parameters;

type Values = ValuesOf<typeof parameters>;

export const coolingTower = defineKind({
  kind: 'cooling-tower',
  about: 'Open cooling towers with variable-speed fans',
  parameters,
  ports: [{ name: 'water', role: 'source', phases: ['liquid'], about: 'Circuit that is cooled' }],
  designReach: (_, weather) => weather.wetBulb,
  assemble(values: Values, bench: Bench) {
    const tower = sized(values, bench);
    if (tower === undefined) return {};
    const { s, weather } = bench;
    const source = bench.source();
    const curve = source.fluid.enthalpyCurve(0);
    const power = bench.meter('power', 'towers', 'Electricity of the tower fans', tower.rating.fanPower);
    const speed = bench.slot('airFraction', 'fraction', 'Fan speed; below the minimum, part of the time at it');
    const extrapolated = bench.event(
      'tower beyond the fits of its water flow or wet bulb; conductance goes on straight',
      'dimensionless',
    );
    const freezing = bench.event('water leaves below 4 °C: basin in danger of ice', 'temperature difference');
    const finishAir = airSide(values, bench, tower, speed, power);
    const basin = heatedBasin(values, bench);

    /** Heat at full speed of the fans, of water that enters with an enthalpy h [W]. */
    function mostHeat(inlet: number, flow: number, h: number): number {
      const reached = tower!.leavingTemperature(inlet, flow, s[weather.wetBulb]!, s[weather.pressure]!, 1);
      return flow * (h - curveEnthalpy(curve, reached));
    }

    return {
      units: values.units + values.spare,
      transient: {
        states: [],
        ...basin.behaviour,
        begin: basin.begin,
        stroke: 60,
        standing: bypassing,
        airFraction: speed,
        respond(inlet, flow, opening) {
          const fraction = opening > bypassing ? (opening - bypassing) / (1 - bypassing) : 0;
          s[speed] = fraction;
          s[power] = tower.fanPower(fraction);
          const reached = tower.leavingTemperature(inlet, flow, s[weather.wetBulb]!, s[weather.pressure]!, fraction);
          const heat = flow * (curveEnthalpy(curve, inlet) - curveEnthalpy(curve, reached));
          basin.follow(flow, opening < bypassing ? inlet + (reached - inlet) * (opening / bypassing) : reached);
          return opening < bypassing ? heat * (opening / bypassing) : heat;
        },
      },
      source(inlet, flow, wanted) {
        const wetBulb = s[weather.wetBulb]!;
        const pressure = s[weather.pressure]!;
        if (!(wanted > 0) || !(inlet > wetBulb)) {
          s[speed] = s[power] = 0;
          return 0;
        }
        const h = curveEnthalpy(curve, inlet);
        // At full speed last time, and most likely again: then no speed need be looked for.
        if (s[speed] === 1) {
          const most = mostHeat(inlet, flow, h);
          if (most <= wanted) return most;
        }
        const target = curveTemperature(curve, h - wanted / flow);
        const fraction = tower.airFraction(target, inlet, flow, wetBulb, pressure, s[speed]!);
        s[speed] = fraction;
        s[power] = tower.fanPower(fraction);
        return fraction < 1 ? wanted : Math.min(wanted, mostHeat(inlet, flow, h));
      },
      reach: () => s[weather.wetBulb]!,
      finish() {
        finishAir();
        s[extrapolated] = s[source.duty]! > 0 ? beyondFits(tower.rating, s[source.flow]!, s[weather.wetBulb]!) : 0;
        const leaving = s[source.outlet]!;
        s[freezing] = s[source.duty]! > 0 && leaving < 277.15 ? 277.15 - leaving : 0;
      },
    };
  },
});

/** From a basin to the air for each kg/s of design water [W/(K·kg/s)]: 1 m² for 3 kg/s, 20 W/(m² K) above and below. */
const basinLoss = 13;
/** A heater that has power is full on at 3 °C and off at 5 °C [K]. */
const heater = { full: 276.15, off: 278.15 } as const;

/** The basins of all cells, with their heaters. */
function heatedBasin(values: Values, bench: Bench) {
  const { s, weather } = bench;
  const { design } = bench.source();
  const cells = values.units + values.spare;
  const loss = (values.basinConductance ?? (basinLoss * design.flow) / values.units) * cells;
  const rated = (values.basinHeater ?? 0) * cells;
  const meter = rated > 0 ? bench.meter('heaterPower', 'towers', 'Electricity of the basin heaters', rated) : -1;
  const powered = bench.scratch();
  s[powered] = 1;
  const frost = frostWatch(bench, 'basin', values.basinTime * (cells / values.units));

  return {
    behaviour: { ...frost?.behaviour, powered, apart: meter < 0 ? [] : [meter] },
    begin: () => frost?.begin(),
    follow(flow: number, leaving: number) {
      if (frost === undefined) return;
      const part = Math.min(1, Math.max(0, (heater.off - frost.temperature()) / (heater.off - heater.full)));
      const power = part * rated * s[powered]!;
      if (meter >= 0) s[meter] = power;
      frost.follow(flow, leaving, loss, s[weather.dryBulb]!, power);
    },
  };
}

/** In a transient a valve lets water pass by the fill over this first part of the actuator's range; the fans have the rest [1]. */
const bypassing = 0.1;

/** How far water flow (parts of the rated) or wet bulb (parts of the fit's span) lie outside the fits [1]; 0 inside. */
function beyondFits(rating: MerkelTower['rating'], waterFlow: number, wetBulb: number): number {
  const share = waterFlow / rating.waterFlow;
  const cooler = rating.wetBulb - wetBulb;
  const { water, coolerWetBulb } = merkelFitRanges;
  const bySpan = Math.max(coolerWetBulb[0] - cooler, cooler - coolerWetBulb[1]) / (coolerWetBulb[1] - coolerWetBulb[0]);
  return Math.max(0, water[0] - share, share - water[1] - 1e-9, bySpan);
}

/** All cells as one tower, or a fault. */
function sized(values: Values, bench: Bench): MerkelTower | undefined {
  const { design, circuit } = bench.source();
  const { pressure, wetBulb: designWetBulb } = bench.designWeather;
  const wetBulb = values.approach === undefined ? designWetBulb : design.outletTemperature - values.approach;
  if (design.outletTemperature < wetBulb + 1) {
    bench.fault(
      '',
      `cannot be sized: ${circuit} wants ${celsiusText(design.outletTemperature)} with a design wet bulb of ${celsiusText(wetBulb)}; at least 1 K of approach is needed: take a warmer supply, or state the approach that it is rated for`,
    );
    return undefined;
  }
  const installed = (values.units + values.spare) / values.units;
  const carrying = sizeMerkelTower({
    waterFlow: design.flow,
    inlet: design.inletTemperature,
    leaving: design.outletTemperature,
    wetBulb,
    pressure,
    // The mean over the range, so that the design hour's heat is met to the last digit.
    specificHeat: design.heat / (design.flow * (design.inletTemperature - design.outletTemperature)),
    fanPower: design.heat * values.fanPower,
    minimumSpeed: values.minimumSpeed,
  });
  const { rating } = carrying;
  bench.sized('ratedHeat', design.heat / values.units, 'heat flow', 'Heat of one cell at its rating');
  bench.sized(
    'ratedApproach',
    design.outletTemperature - wetBulb,
    'temperature difference',
    'Leaving water above wet bulb at the rating',
  );
  bench.sized(
    'ratedRange',
    design.inletTemperature - design.outletTemperature,
    'temperature difference',
    'Cooling of the water at the rating',
  );
  bench.sized('ratedWetBulb', wetBulb, 'temperature', 'Wet bulb of the rating');
  bench.sized('ratedWaterFlow', rating.waterFlow / values.units, 'mass flow', 'Water of one cell');
  bench.sized('ratedAirFlow', rating.airFlow / values.units, 'mass flow', 'Dry air of one cell at full speed');
  bench.sized('ratedFanPower', rating.fanPower / values.units, 'power', 'Fans of one cell at full speed');
  bench.sized('unitsInstalled', values.units + values.spare, 'dimensionless', 'Cells installed; all run');
  return merkelTower({
    ...rating,
    transfer: rating.transfer * installed,
    airFlow: rating.airFlow * installed,
    waterFlow: rating.waterFlow * installed,
    fanPower: rating.fanPower * installed,
  });
}

/**
 * The air that leaves, saturated, from the heat it took; make-up that
 * evaporates enters at the basin's temperature.
 *
 *     h_out = h_in + (Q + P_fan + ṁ_e h_w)/ṁ_a,   ṁ_e = ṁ_a (W_s(T_out) − W_in)
 */
function airSide(values: Values, bench: Bench, tower: MerkelTower, speed: number, power: number): () => void {
  const { s, weather } = bench;
  const source = bench.source();
  const port = bench.ambient();

  return () => {
    const pressure = s[weather.pressure]!;
    const humidityIn = s[weather.humidityRatio]!;
    const enthalpyIn = enthalpy(s[weather.dryBulb]!, humidityIn);
    const airFlow = tower.airFlow(s[speed]!, pressure);
    const basin = s[source.outlet]!;
    const waterEnthalpy = water.enthalpy(basin, 0);
    const heat = s[source.duty]! + s[power]!;
    const evaporation =
      s[source.duty]! > 0
        ? evaporatedWater(heat, airFlow, enthalpyIn, humidityIn, waterEnthalpy, pressure, s[weather.wetBulb]! + 5)
        : 0;
    const humidityOut = humidityIn + evaporation / airFlow;
    const drift = s[source.duty]! > 0 ? values.drift * s[source.flow]! : 0;
    s[port.airFlow] = airFlow;
    s[port.outletHumidityRatio] = humidityOut;
    s[port.outletTemperature] = temperatureOfEnthalpy(
      enthalpyIn + heat / airFlow + (humidityOut - humidityIn) * waterEnthalpy,
      humidityOut,
    );
    s[port.evaporation] = evaporation;
    s[port.drift] = drift;
    s[port.blowdown] = Math.max(0, evaporation / (values.cycles - 1) - drift);
    s[port.makeUp] = s[port.evaporation]! + s[port.drift]! + s[port.blowdown]!;
    s[port.makeUpTemperature] = basin;
  };
}
