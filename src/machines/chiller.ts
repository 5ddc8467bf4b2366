/**
 * Electric chillers, water- or air-cooled, of one record: as many running as
 * the heat needs. Records carry curves, sizes come from the design hour: each
 * unit is scaled so that the carrying units just do the design heat.
 *
 * A mixing valve at the condenser's own port keeps what enters it above the
 * record's minimum while the machine runs, by recirculating leaving water.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import { airCondenser, designCondenserFlow, waterCondenser } from './chiller-condenser.ts';
import { scaledCompressor } from './chiller-compressor.ts';
import { type Bench, defineKind } from './machine.ts';

const parameters = {
  record: { record: ['chiller-carnot', 'chiller-eir', 'chiller-reformulated-eir'], about: 'Curves of the chiller' },
  units: { count: [1, 1000], about: 'Chillers that carry the design heat', default: 4 },
  spare: { count: [0, 1000], about: 'Chillers beyond those, stand-by', default: 1 },
  condenserApproach: {
    quantity: 'temperature difference',
    range: [0, 40],
    about: 'While it runs it asks its condenser loop for this much above the coldest that the ambient allows',
    default: '4 K',
  },
  condenserAirRise: {
    quantity: 'temperature difference',
    range: [2, 30],
    about: 'Warming of the air through an air-cooled condenser at the design hour, for its air flow',
    default: '10 K',
  },
} as const satisfies Parameters;

/** Compressor load at which a chiller counts as off [1]. */
const leastLoading = 1e-3;
/** Condenser flow over its rated one below which a chiller unloads, and at which it has stopped [1]. */
const unloading = { below: 0.3, until: 0.1 } as const;

/** Passes of an hour after which the number of running units only rises. */
const settlingPasses = 6;

export const chiller = defineKind({
  kind: 'chiller',
  about: 'Electric chillers of one record, water-cooled or (load: outdoors) air-cooled',
  parameters,
  ports: [
    { name: 'chilled', role: 'source', phases: ['liquid'], about: 'Chilled loop' },
    { name: 'condenser', role: 'load', phases: ['liquid'], may: 'outdoors', about: 'Condenser loop, or outdoors' },
  ],
  assemble(values: ValuesOf<typeof parameters>, bench: Bench) {
    const { s } = bench;
    const source = bench.source();
    const { design, fluid } = source;
    const condenser = bench.load('condenser');
    const cooledBy = (values.record.values as { condenser: string }).condenser;
    if ((cooledBy === 'air') !== (condenser === undefined)) {
      bench.fault(
        'load',
        `${values.record.title} has a condenser cooled by ${cooledBy}; it hangs on ${condenser === undefined ? 'outdoors' : condenser.circuit}`,
      );
      return {};
    }
    const designEntering = condenser === undefined ? bench.designWeather.dryBulb : condenser.design.temperature;
    const unitHeat = design.heat / values.units;
    const found = scaledCompressor(values.record, {
      heat: unitHeat,
      leaving: design.outletTemperature,
      entering: designEntering,
      condenserRate: (rejected) =>
        condenser === undefined
          ? Infinity
          : (designCondenserFlow(condenser, rejected * values.units) * condenser.fluid.specificHeat(designEntering)) /
            values.units,
    });
    if (typeof found === 'string') {
      bench.fault('record', found);
      return {};
    }
    const one = found;
    const installed = values.units + values.spare;
    const power = bench.meter('power', 'chillers', 'Electricity of the chillers', 0);
    const running = bench.slot('running', 'dimensionless', 'Chillers that run');
    const compressor = bench.slot('compressorShare', 'fraction', 'Part of the hour in which compressors run');
    const cop = bench.slot('cop', 'dimensionless', 'Heat over electricity');
    const entering = bench.slot(
      'condenserEntering',
      'temperature',
      'What enters the condensers, after the mixing valve',
    );
    const rejection = bench.scratch();
    const perHeat = bench.scratch();
    const rise = bench.scratch();
    const beyond = bench.event('works outside the temperatures its record holds for', 'temperature difference');
    const atDesign = {
      heat: design.heat,
      leaving: design.outletTemperature,
      entering: designEntering,
      units: values.units,
    };
    const side =
      condenser === undefined
        ? airCondenser(bench, one, atDesign, values.condenserAirRise)
        : waterCondenser(bench, one, atDesign, condenser);
    const { designPower } = side;
    bench.ratePower(designPower);
    s[perHeat] = designPower / design.heat;
    s[rejection] = 1 + s[perHeat]!;
    bench.sized('ratedHeat', one.ratedHeat, 'heat flow', 'Heat of one unit at its record’s rating');
    bench.sized('designHeat', unitHeat, 'heat flow', 'Heat of one unit at the design hour');
    bench.sized('designPower', designPower / values.units, 'power', 'Electricity of one unit at the design hour');
    bench.sized('designCop', design.heat / designPower, 'dimensionless', 'COP at the design hour');
    bench.sized('unitsInstalled', installed, 'dimensionless', 'Chillers installed');
    const idle = () => {
      s[power] = s[running] = s[compressor] = s[cop] = 0;
      s[entering] = side.entering();
      side.idle();
      return 0;
    };

    /**
     * Units that run. Water flow and with it capacity follow the number, so near
     * a switch both numbers may ask for the other: the number falls only at the
     * first call of a pass, and once the hour has had time to settle not at all.
     */
    let decidedIn = NaN;
    let count = 1;
    function unitsFor(heat: number, capacity: number): number {
      const wanted = Math.min(installed, Math.max(1, Math.ceil(heat / capacity - 1e-9)));
      const pass = s[bench.pass]!;
      if (wanted > count || (pass !== decidedIn && pass <= settlingPasses)) count = wanted;
      decidedIn = pass;
      return count;
    }

    /** Heat of a part of all units' capacity with chilled water leaving as warm as that heat leaves it. */
    function mostHeat(inlet: number, capacityRate: number, into: number, wanted: number, part = 1): number {
      const units = installed * part;
      const rate = side.rate();
      let heat = Math.min(wanted, one.capacity(inlet - wanted / capacityRate, into, rate) * units);
      let last = wanted;
      let lastMiss = heat - wanted;
      for (let i = 0; i < 30; i++) {
        const miss = one.capacity(inlet - heat / capacityRate, into, rate) * units - heat;
        if (Math.abs(miss) <= 1e-13 * heat) break;
        const slope = (miss - lastMiss) / (heat - last);
        last = heat;
        lastMiss = miss;
        heat = slope < 0 ? heat - miss / slope : heat + miss;
      }
      return Math.max(0, heat);
    }

    /** Electricity and rejected heat of so many units that take `heat` together. */
    function takeHeat(heat: number, leaving: number, into: number, units: number): number {
      const perUnit = heat / units;
      const rate = side.rate();
      const drawn = one.power(perUnit, leaving, into, rate) * units;
      const load = perUnit / one.ratedHeat;
      s[power] = drawn;
      s[running] = units;
      s[compressor] = load < one.minimumLoad ? load / one.minimumLoad : 1;
      s[cop] = heat / drawn;
      s[rise] = (heat + drawn) / (units * s[compressor]! * rate);
      s[entering] = one.enters(into, s[rise]!);
      s[perHeat] = drawn / heat;
      s[rejection] = 1 + s[perHeat]!;
      // Below its least load a machine cycles, and its condenser pump with it.
      side.reject(heat + drawn, units * s[compressor]!, s[entering]!);
      return heat;
    }

    /** Load that the condenser's flow allows [1]: less flow leaves the pumps of the rest more, so a sharp trip would chatter. */
    function allowed(): number {
      if (condenser === undefined) return 1;
      const part = (s[condenser.drive]! - unloading.until) / (unloading.below - unloading.until);
      return Math.min(1, Math.max(0, part));
    }

    /** At a compressor load of all installed units; without flow through the condenser the machine is off. */
    function respond(inlet: number, flow: number, opened: number): number {
      const opening = opened * allowed();
      if (!(opening > leastLoading) || !(flow > 0)) return idle();
      const capacityRate = flow * fluid.specificHeat(inlet);
      const into = side.entering();
      const guess = s[source.duty]! > 0 ? s[source.duty]! : design.heat * opening;
      const heat = mostHeat(inlet, capacityRate, into, guess, opening);
      return heat > 0 ? takeHeat(heat, inlet - heat / capacityRate, into, installed) : idle();
    }

    return {
      rejection,
      compressor,
      units: installed,
      transient: { states: [], respond, stroke: 120, restart: 180, staged: running },
      source(inlet, flow, wanted) {
        if (!(wanted > 1e-10 * design.heat)) return idle();
        const capacityRate = flow * fluid.specificHeat(inlet);
        const into = side.entering();
        let leaving = inlet - wanted / capacityRate;
        let heat = wanted;
        let capacity = one.capacity(leaving, into, side.rate());
        if (!(capacity * installed >= wanted)) {
          heat = mostHeat(inlet, capacityRate, into, wanted);
          leaving = inlet - heat / capacityRate;
          capacity = one.capacity(leaving, into, side.rate());
        }
        if (!(heat > 0)) return idle();
        return takeHeat(heat, leaving, into, unitsFor(heat, capacity));
      },
      /** The last digits of the duty were closed after it was asked: electricity follows in proportion. */
      finish() {
        s[power] = s[source.duty]! * s[perHeat]!;
        side.settle(s[source.duty]! + s[power]!);
        s[beyond] = s[running]! > 0 ? one.beyond(s[source.outlet]!, s[entering]!, s[rise]!) : 0;
      },
      warmest() {
        // A chiller that only tops up an economizer leaves the wish to it: that already asks for the coldest there is.
        if (condenser === undefined || !(s[source.duty]! > 0.02 * design.heat)) return Infinity;
        return Math.max(one.minimumCondenser, s[condenser.reach]! + values.condenserApproach);
      },
      reach: () => -Infinity,
    };
  },
});
