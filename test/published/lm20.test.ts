/**
 * The two hours part by part: our functions do the work, first with the
 * authors' property values, which has to give their digits, then with our
 * own, which tells what the values are worth.
 */

import { describe, expect, it } from 'vitest';
import { humidityRatioOfRelativeHumidity, specificVolume, wetBulb } from '../../src/fluids/moist-air.ts';
import { evaporationHeat } from '../../src/fluids/humidity.ts';
import { water } from '../../src/fluids/water.ts';
import { counterflowEffectiveness, counterflowTransferUnits } from '../../src/physics/effectiveness.ts';
import { moverPower } from '../../src/physics/fan-and-pump.ts';
import { preparePowerLoss } from '../../src/physics/power-losses.ts';
import { airside, theirs, waterside, weather } from './lm20.ts';

const zero = 273.15;
const kilowatt = 1000;
const outdoorHumidity = humidityRatioOfRelativeHumidity(
  weather.celsius + zero,
  weather.relativeHumidity / 100,
  weather.pressure,
);

/** Properties of the streams, per kg [J/(kg·K)], [kg/m³], [J/kg]. */
interface Properties {
  readonly airSpecificHeat: number;
  readonly waterSpecificHeat: number;
  airDensity(celsius: number): number;
  waterDensity(celsius: number): number;
  latentHeat(celsius: number): number;
}

const asPublished: Properties = {
  airSpecificHeat: theirs.airSpecificHeat * 1000,
  waterSpecificHeat: theirs.waterSpecificHeat * 1000,
  airDensity: theirs.airDensity,
  waterDensity: () => theirs.waterDensity,
  latentHeat: (celsius) => theirs.latentHeat(celsius) * 1000,
};

const asOurs: Properties = {
  airSpecificHeat: 1006 + 1860 * outdoorHumidity,
  waterSpecificHeat: water.specificHeat(20 + zero),
  airDensity: (celsius) => (1 + outdoorHumidity) / specificVolume(celsius + zero, outdoorHumidity, weather.pressure),
  waterDensity: (celsius) => water.density(celsius + zero),
  latentHeat: (celsius) => evaporationHeat + 1860 * celsius - water.enthalpy(celsius + zero, 0),
};

/** Losses of UPS and distribution and the lighting, per watt of IT: constant efficiencies, so one point makes the curve. */
function chainParts(of: {
  readonly upsEfficiency: number;
  readonly distributionLoss: number;
  readonly lighting: number;
}) {
  const loss = (efficiency: number): number => preparePowerLoss(1, [1], [efficiency]).loss(1);
  return { ups: loss(of.upsEfficiency), distribution: loss(1 - of.distributionLoss), lighting: of.lighting };
}

const sum = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((total, part) => total + part, 0);

function airsideParts(properties: Properties) {
  const chain = chainParts(airside);
  const massFlow = ((1 + sum(chain)) * kilowatt) / (properties.airSpecificHeat * airside.airRise);
  const fan =
    moverPower(massFlow / properties.airDensity(weather.celsius), airside.fan.pressure, airside.fan.efficiency) /
    kilowatt;
  return { ...chain, fan };
}

/** Warmest water that lets the coil do it: the air cools by the coil's effectiveness of what lies between it and the water. */
function warmestSupplyWater(): number {
  const returnAir = waterside.supplyAir + waterside.airRise;
  // An effectiveness is that of some counterflow coil: there and back through our function.
  const units = counterflowTransferUnits(waterside.coilEffectiveness, 0.8);
  return returnAir - waterside.airRise / counterflowEffectiveness(units, 0.8);
}

function watersideParts(properties: Properties) {
  const chain = chainParts(waterside);
  const heat = (1 + sum(chain)) * kilowatt;
  const cooling = heat / waterside.sensibleRatio;
  const pump = (
    flow: number,
    celsius: number,
    of: { readonly pressure: number; readonly efficiency: number },
  ): number => moverPower(flow / properties.waterDensity(celsius), of.pressure, of.efficiency) / kilowatt;
  const airFlow = heat / (properties.airSpecificHeat * waterside.airRise);
  const towerWater = cooling / (properties.waterSpecificHeat * waterside.towerRange);
  const { fan, towerFan, humidifierPump, economizerPump, towerPump } = waterside;
  return {
    ...chain,
    fan: moverPower(airFlow / properties.airDensity(waterside.supplyAir), fan.pressure, fan.efficiency) / kilowatt,
    humidifier: pump(
      (cooling - heat) / properties.latentHeat(waterside.supplyAir),
      waterside.supplyAir,
      humidifierPump,
    ),
    economizerPump: pump(
      cooling / (properties.waterSpecificHeat * waterside.waterRise),
      waterside.supplyWater,
      economizerPump,
    ),
    towerPump: pump(towerWater, waterside.wetBulb + waterside.towerApproach, towerPump),
    towerFan:
      moverPower(
        towerWater / waterside.waterToAir / properties.airDensity(weather.celsius),
        towerFan.pressure,
        towerFan.efficiency,
      ) / kilowatt,
  };
}

describe('an hour with an airside economizer (LM20-AE)', () => {
  it('outdoor air is inside the limits of supply air, dew point and humidity: nothing else runs', () => {
    expect(weather.celsius).toBeGreaterThan(airside.supplyAir[0]);
    expect(weather.celsius).toBeLessThan(airside.supplyAir[1]);
    expect(weather.relativeHumidity / 100).toBeGreaterThan(airside.relativeHumidity[0]);
    expect(weather.relativeHumidity / 100).toBeLessThan(airside.relativeHumidity[1]);
  });

  it('every part and the PUE have the published digits with the published properties', () => {
    const parts = airsideParts(asPublished);
    expect(Math.abs(parts.ups - airside.parts.ups)).toBeLessThan(5e-7);
    expect(Math.abs(parts.distribution - airside.parts.distribution)).toBeLessThan(5e-7);
    expect(Math.abs(parts.lighting - airside.parts.lighting)).toBeLessThan(5e-7);
    expect(Math.abs(parts.fan - airside.parts.fan)).toBeLessThan(5e-9);
    // The inputs are printed to nine digits, the fan's part of the PUE to sixteen.
    expect(Math.abs(1 + sum(parts) - airside.pue)).toBeLessThan(1e-8);
  });

  it('our moist air makes the PUE 1.3e-4 lower: more specific heat, less density', () => {
    const difference = 1 + sum(airsideParts(asOurs)) - airside.pue;
    // The vapour of the air is in our specific heat (1.0168 for 1.01) and in our density (1.1999 for 1.2048).
    const fan = (1010 / 1016.78) * (1.204786 / 1.199949) - 1;
    expect(difference).toBeCloseTo(airside.parts.fan * fan, 6);
    expect(Math.abs(difference)).toBeLessThan(1.5e-4);
  });
});

describe('an hour with a waterside economizer (LM20-WEC)', () => {
  it('the wet bulb of 20 °C and 40 % is 0.05 K above the published one', () => {
    // Ours is the thermodynamic wet bulb of the ASHRAE Handbook (12.36 °C); theirs is an approximation of it. It decides
    // only whether the economizer carries all, which it does by two kelvins.
    const ours = wetBulb(weather.celsius + zero, outdoorHumidity, weather.pressure) - zero;
    expect(ours - waterside.wetBulb).toBeCloseTo(0.051, 3);
  });

  it('the economizer carries all: wet bulb and both approaches lie below the water that the coil asks for', () => {
    expect(warmestSupplyWater()).toBeCloseTo(waterside.supplyWater, 4);
    expect(waterside.wetBulb + waterside.towerApproach + waterside.exchangerApproach).toBeLessThan(
      warmestSupplyWater(),
    );
  });

  it('every part and the PUE have the published digits with the published properties', () => {
    const parts = watersideParts(asPublished);
    for (const [name, published] of Object.entries(waterside.parts)) {
      const ours = parts[name as keyof typeof parts];
      // Nine decimals are printed; the humidifier's water is theirs to 0.1 %, 1e-7 of the PUE.
      expect(Math.abs(ours - published), name).toBeLessThan(name === 'humidifier' ? 1e-7 : 2e-9);
    }
    expect(Math.abs(1 + sum(parts) - waterside.pue)).toBeLessThan(1e-7);
  });

  it('our water and moist air make the PUE 1.4e-4 higher: less specific heat of water, less density', () => {
    const difference = 1 + sum(watersideParts(asOurs)) - waterside.pue;
    // 4.184 for 4.2 kJ/(kg·K) is 0.4 % more water to the pumps and to the tower; its density is
    // 997.5 kg/m³ at 23.1 °C and 998.4 kg/m³ at 18.8 °C (steam tables).
    const economizerPump = (4.2 / 4.18392) * (1000 / 997.5) - 1;
    const towerPump = (4.2 / 4.18392) * (1000 / 998.4) - 1;
    const towerFan = (4.2 / 4.18392) * (1.204786 / 1.199949) - 1;
    const fan = (1010 / 1016.78) * (1.204786 / 1.199949) - 1;
    const { parts } = waterside;
    const expected =
      parts.fan * fan + parts.towerFan * towerFan + parts.economizerPump * economizerPump + parts.towerPump * towerPump;
    expect(difference).toBeCloseTo(expected, 5);
    expect(Math.abs(difference)).toBeLessThan(1.5e-4);
  });
});
