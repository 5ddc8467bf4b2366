import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutOfRangeError } from '../../src/errors.ts';
import {
  cubeLawPower,
  heatIntoFluid,
  hydraulicPower,
  moverCurve,
  moverPower,
  systemPressure,
} from '../../src/physics/fan-and-pump.ts';
import { motor } from '../../src/physics/motor.ts';
import { conductanceForFlow, equalPercentageValve, flowShare, linearValve } from '../../src/physics/valve.ts';
import { motorAtPartLoad, parallelPumps, throttledPump, valveCharacteristics } from '../published/movers.ts';

describe('a pump by its points', () => {
  const pump = moverCurve(throttledPump.flows, throttledPump.pressures, [3, 4.5, 5.5, 6]);

  it('meets an open valve where the Buildings library does', () => {
    const system = { ...throttledPump.valve, staticPressure: 0, exponent: 2 };
    for (const { speed, pressure } of throttledPump.open) {
      const flow = pump.operatingFlow(system, speed, 1);
      expect(Math.abs(pump.pressureRise(flow, speed) / pressure - 1)).toBeLessThan(0.01);
    }
    for (const { speed, pressure } of throttledPump.shut) {
      expect(Math.abs(pump.pressureRise(0, speed) / pressure - 1)).toBeLessThan(0.002);
    }
  });

  it('shares a system with its twin as in the Buildings library', () => {
    const { flows, pressures, density, system, flowEach, head } = parallelPumps;
    const twin = moverCurve(flows, pressures);
    const flow = twin.operatingFlow(system, 1, 2);
    expect(Math.abs((flow * density) / flowEach - 1)).toBeLessThan(1e-6);
    expect(Math.abs(twin.pressureRise(flow, 1) / head - 1)).toBeLessThan(1e-6);
    expect(twin.power(flow, 1)).toBeNaN();
  });

  it('obeys the affinity laws', () => {
    for (const speed of [0.3, 0.6, 0.9]) {
      expect(pump.pressureRise(5e-4 * speed, speed)).toBeCloseTo(speed ** 2 * pump.pressureRise(5e-4, 1), 8);
      expect(pump.power(5e-4 * speed, speed)).toBeCloseTo(speed ** 3 * pump.power(5e-4, 1), 12);
    }
    expect(pump.pressureRise(1e-4, 0)).toBe(0);
    expect(pump.power(1e-4, 0)).toBe(0);
  });

  it('finds the speed of any duty, whatever the guess', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.0008, noNaN: true }),
        fc.double({ min: 0.05, max: 1.2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (share, speed, guess) => {
          const flow = share * speed;
          const found = pump.speedForDuty(flow, pump.pressureRise(flow, speed), guess);
          expect(Math.abs(found / speed - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('moves nothing against a static pressure it does not reach', () => {
    const system = { staticPressure: 9600, ratedFriction: 1, ratedFlow: 1e-4, exponent: 1.8 };
    expect(pump.operatingFlow(system, 1, 1)).toBe(0);
    const lower = { ...system, staticPressure: 5000 };
    const flow = pump.operatingFlow(lower, 1, 3);
    expect(pump.pressureRise(flow, 1)).toBeCloseTo(systemPressure(lower, 3 * flow), 6);
  });

  it('refuses a curve with a hump', () => {
    expect(() => moverCurve([0, 1, 2], [100, 110, 50])).toThrow(OutOfRangeError);
  });
});

describe('electricity of movers', () => {
  it('is hydraulic power over efficiency, all of it heat at last', () => {
    expect(hydraulicPower(0.035, 250e3)).toBeCloseTo(8750, 10);
    // CoolIT CHx2000: 2125 L/min at 35 psi draws 12.24 kW, 0.70 wire to water.
    expect(moverPower(2125 / 60000, 35 * 6894.757, 0.7) / 12240).toBeCloseTo(1, 2);
    expect(heatIntoFluid(1000, 1)).toBe(1000);
    expect(heatIntoFluid(1000, 0.9)).toBe(900);
    expect(() => moverPower(1, 1, 0)).toThrow(OutOfRangeError);
  });
  it('goes with the cube of speed above a floor', () => {
    expect(cubeLawPower(800, 0.5, 0.3)).toBe(100);
    expect(cubeLawPower(1000, 0.1, 0.3)).toBeCloseTo(27, 12);
    expect(cubeLawPower(1000, 0, 0.3)).toBe(0);
  });
});

describe('a motor', () => {
  it('has the part-load efficiency of the Buildings library within 1 %', () => {
    // It extrapolates its table below 700 W; we do not.
    const { ratedPower, peak, shaftPower, efficiency } = motorAtPartLoad;
    expect(Math.abs(motor(ratedPower, peak).efficiency(shaftPower) / efficiency - 1)).toBeLessThan(0.01);
  });
  it('stands between two sizes of its table', () => {
    // DOE 2014: 0.804199 of 2.5 kW and 0.886622 of 7.5 kW at 30 % load; 5 kW is half way.
    expect(motor(5000, 1).efficiency(1500)).toBeCloseTo((0.804199439 + 0.88662205) / 2, 9);
  });
  it('holds its efficiency further down the larger it is, and draws nothing at rest', () => {
    expect(motor(50e3, 0.95).efficiency(10e3)).toBeGreaterThan(motor(1e3, 0.95).efficiency(200));
    expect(motor(1e3, 0.8).power(1e3)).toBeCloseTo(1250, 8);
    expect(motor(1e3, 0.8).power(0)).toBe(0);
    expect(motor(200e3, 0.95).efficiency(20e3)).toBeLessThan(0.95);
  });
});

describe('valves', () => {
  it('have the characteristics of the Buildings library', () => {
    for (const [opening, linear, equal] of valveCharacteristics) {
      expect(linearValve(opening, 0.05)).toBeCloseTo(linear, 6);
      expect(equalPercentageValve(opening, 0.05, 10, 0.1)).toBeCloseTo(equal, 6);
    }
    expect(equalPercentageValve(0, 1e-4, 50, 0.01)).toBe(1e-4);
    expect(equalPercentageValve(1, 1e-4, 50, 0.01)).toBe(1);
  });
  it('lose their law with their authority', () => {
    expect(flowShare(0.3, 1)).toBeCloseTo(0.3, 14);
    expect(flowShare(0.3, 0.1)).toBeGreaterThan(0.65);
    for (const share of [0.1, 0.5, 1]) expect(flowShare(conductanceForFlow(share, 0.4), 0.4)).toBeCloseTo(share, 14);
  });
  it('refuse an opening that is none', () => {
    for (const bad of [-0.1, 1.1, NaN]) {
      expect(() => linearValve(bad, 0)).toThrow(OutOfRangeError);
      expect(() => equalPercentageValve(bad, 0, 50, 0.01)).toThrow(OutOfRangeError);
    }
  });
});
