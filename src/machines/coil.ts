/**
 * Coil between air and water: CRAH, fan wall, in-row cooler. Its fans are the
 * mover of the air circuit. Multi-row coils come close to counterflow. Computed
 * dry, and the run says where its water is below the hall's dew point: a hall
 * that nothing humidifies dries until that is so. With a humidifier see
 * humidified-coil.ts.
 */

import { dewPoint } from '../fluids/moist-air.ts';
import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { celsiusText } from '../units.ts';
import { dutyFromApproach, exchangerParameters, type RatedDuty, ratingForDuty } from './exchanger-duty.ts';
import { exchangerMachine } from './exchanger.ts';
import { type Humidifier, humidifiedCoil, humidifiers } from './humidified-coil.ts';
import { type Bench, defineKind, type Machine } from './machine.ts';

/** Films as in Wetter, Simulation Model: Finned Water-Air-Coil without Condensation, LBNL-42355 (1999): air 0.8, water 0.85, hA air = half of hA water. */
export const coilShape = {
  arrangement: 'counterflow',
  hotExponent: 0.8,
  coldExponent: 0.85,
  filmRatio: 0.5,
  cold: 'water',
} as const;

export const coilParameters = {
  ...exchangerParameters,
  dewPointMargin: {
    quantity: 'temperature difference',
    range: [0, 10],
    about:
      'Dew-point guard: a mixing valve keeps the water that enters the coil this far above the dew point of the air',
    optional: true,
  },
} as const satisfies Parameters;

type Values = ValuesOf<typeof coilParameters> & { readonly humidifier?: Humidifier };

/** A dry coil as a machine that watches for condensation, or guards against it. */
export function coilMachine(values: Values, bench: Bench): Machine {
  const load = bench.load('water')!;
  const duty = dutyFromApproach(bench, load, values);
  if (duty === undefined) return {};
  const source = bench.source();
  const { s, weather } = bench;
  const known = { humidityRatio: NaN, pressure: NaN, dew: NaN };
  /** Dew point of the hall's air [K]. */
  function hallDewPoint(): number {
    // Before its first hour a port knows no state: the circuit's design has its humidity.
    const humidityRatio = s[source.companion]! > 0 ? s[source.companion]! : source.design.companion;
    const pressure = s[weather.pressure]! > 0 ? s[weather.pressure]! : bench.designWeather.pressure;
    if (humidityRatio !== known.humidityRatio || pressure !== known.pressure) {
      known.humidityRatio = humidityRatio;
      known.pressure = pressure;
      known.dew = dewPoint(humidityRatio, pressure);
    }
    return known.dew;
  }
  const margin = values.dewPointMargin;
  if (values.humidifier !== undefined && values.humidifier !== 'none')
    return wetCoil(bench, duty, { ...values, humidifier: values.humidifier });
  if (margin === undefined) {
    const condensing = bench.event(
      'water below the dew point of the air; the coil is computed dry',
      'temperature difference',
    );
    const machine = exchangerMachine(bench, duty, coilShape, values);
    return watched(machine, () => {
      const below = hallDewPoint() - s[load.inlet]!;
      s[condensing] = below > 0 && s[source.duty]! > 0 ? below : 0;
    });
  }
  const floor = (): number => hallDewPoint() + margin;
  checkGuard(bench, duty, load.rule, floor());
  const guarding = bench.event(
    'dew-point guard: warm return mixed into the water of the coil',
    'temperature difference',
  );
  const machine = exchangerMachine(bench, duty, coilShape, { ...values, coldFloor: floor });
  return watched(machine, () => {
    const below = floor() - s[load.inlet]!;
    s[guarding] = below > 0 && s[source.duty]! > 0 ? below : 0;
  });
}

/** The coil of a hall whose humidity is held. */
function wetCoil(
  bench: Bench,
  duty: RatedDuty,
  values: Values & { readonly humidifier: 'adiabatic' | 'steam' },
): Machine {
  const load = bench.load('water')!;
  const refuse = (parameter: string, why: string) =>
    bench.fault(parameter, `${why} beside a humidifier; leave one of them out`);
  if (values.dewPointMargin !== undefined) refuse('dewPointMargin', 'has no use');
  if (values.enableDifference > 0) refuse('enableDifference', 'cannot be met');
  if (load.rule === 'rise' || load.setpointFollowsLoads)
    bench.fault(
      'humidifier',
      `wets the coil, whose water then needs a flow and a set point of its own: give ${load.circuit} flow: { by: loads } or { constant }, and a fixed supply`,
    );
  const { rating } = ratingForDuty(bench, duty, coilShape, values);
  const maximumFlow = duty.coldFlow * (load.rule === 'valve' ? values.flowMargin : 1);
  const dry = exchangerMachine(bench, duty, coilShape, values);
  return humidifiedCoil(bench, dry, rating, values.humidifier, maximumFlow);
}

/** What a guard cannot do: hold the water warm and the hall cold. */
function checkGuard(bench: Bench, duty: RatedDuty, rule: 'valve' | 'fixed' | 'rise', floor: number): void {
  if (rule === 'rise')
    bench.fault(
      'dewPointMargin',
      'mixes return into the water, so the circuit’s flow cannot follow a rise; write flow: { by: loads } or { constant }',
    );
  if (duty.coldInlet < floor - 1e-6)
    bench.fault(
      'dewPointMargin',
      `keeps the water of the coil at ${celsiusText(floor)} or warmer, but at its rating it needs ${celsiusText(duty.coldInlet)}; take a smaller approach, a drier or a warmer hall`,
    );
}

function watched(machine: Machine, watch: () => void): Machine {
  return {
    ...machine,
    finish() {
      machine.finish!();
      watch();
    },
  };
}

const humidifiedParameters = {
  ...coilParameters,
  humidifier: {
    choice: humidifiers,
    about:
      'What holds the dew point of the hall: nothing, so that it dries until the coil is dry; fog; or an electric boiler. With one, the coil condenses and is computed wet',
    default: 'none',
  },
} as const satisfies Parameters;

export const coil = defineKind({
  kind: 'coil',
  about:
    'Chilled-water coil for air: CRAH, fan wall or in-row cooler; dry, or wet where the humidity of its hall is held',
  parameters: humidifiedParameters,
  ports: [
    { name: 'air', role: 'source', phases: ['air'], about: 'Air that is cooled' },
    { name: 'water', role: 'load', phases: ['liquid'], about: 'Chilled or facility water' },
  ],
  assemble: (values: Values, bench: Bench) => coilMachine(values, bench),
});
