/**
 * The pump that the Buildings library puts where nothing is known of one: a
 * curve through three points, hydraulic efficiency by the Euler number and a
 * common motor. Only for cases of that library; our own pumps have printed curves.
 */

import { type MoverCurve, moverCurve, type SystemCurve } from '../../physics/fan-and-pump.ts';
import { motor } from '../../physics/motor.ts';
import { eulerCubics, type RatedPump } from './cases/liquid-cooled-year.ts';

const peakEfficiency = 0.7;
const shares = { flows: [0, 1, 2], heads: [1.14, 1, 0.42] } as const;

export interface EulerPump {
  /** Mass flow at full speed against a system [kg/s], and the electricity there [W]. */
  atFullSpeed(system: SystemCurve): { readonly flow: number; readonly power: number };
  /** Electricity for a mass flow [kg/s] at a head [Pa], at whatever speed gives it [W]. */
  power(massFlow: number, head: number): number;
}

/** A pump that has its rated head at its rated flow at full speed. */
export function eulerPump({ flow, head, density }: RatedPump): EulerPump {
  const ratedFlow = flow / density;
  const curve: MoverCurve = moverCurve(
    shares.flows.map((share) => share * ratedFlow),
    shares.heads.map((share) => share * head),
  );
  // It is best at half of the flow at which its head is nought.
  const peak = { flow: curve.maximumFlow / 2, head: curve.pressureRise(curve.maximumFlow / 2, 1) };
  const drive = motor((1.2 * peak.flow * curve.shutOffPressure) / 2 / peakEfficiency, peakEfficiency);
  const power = (massFlow: number, pressureRise: number): number => {
    const volumeFlow = massFlow / density;
    const euler = (pressureRise * peak.flow * peak.flow) / (peak.head * volumeFlow * volumeFlow);
    return drive.power((volumeFlow * pressureRise) / (peakEfficiency * eulerShare(Math.log10(euler))));
  };
  return {
    atFullSpeed(system) {
      const volumeFlow = curve.operatingFlow(system, 1, 1);
      const massFlow = volumeFlow * density;
      return { flow: massFlow, power: power(massFlow, curve.pressureRise(volumeFlow, 1)) };
    },
    power,
  };
}

function eulerShare(x: number): number {
  const { divisor, below, middle, above } = eulerCubics;
  const [a, b, c, d] = x < -0.5 ? below : x > 0.5 ? above : middle;
  return (d + x * (c + x * (b + x * a))) / divisor;
}
