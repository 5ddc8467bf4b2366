/** Plates one after the other on a path of coolant. */

import { expect, it } from 'vitest';
import { fluidByName } from '../../src/fluids/fluid-by-name.ts';
import { preparedOf, ranScenario, systemScenario } from './plants.ts';

it('coolant reaches the second plate warmer by what the first captured, and by no more', () => {
  const capture = 0.6;
  const prepared = preparedOf(
    systemScenario('systems/cold-plate-dry', 'ashburn', {
      'racks.chipsInSeries': '2',
      'racks.chipCapture': '60 %',
      'technology.flow': '{ constant: 1.2 L/min/kW }',
    }),
  );
  const ran = ranScenario(prepared, [4700]);
  const at = (column: string): number => ran.of(column)[0]!;
  const supply = at('technology.supplyTemperature');
  const fluid = fluidByName('propylene-glycol-25-volume', () => expect.fail('built in'));
  const rate = at('racks.plateFlow') * fluid.density(supply) * fluid.specificHeat(supply);
  // Leakage lets the second chip draw some thousandths more than the mean.
  expect(((at('racks.chipCoolantTemperature') - supply) * rate) / (capture * at('racks.chipPower'))).toBeCloseTo(1, 1);
});
