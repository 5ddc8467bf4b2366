/**
 * Liquid in plates in which a refrigerant boils: what is left to boil when the
 * flow stops, and how much of the walls it still wets. For transients.
 *
 *     dm/dt = x_dry ṁ − Q_wet/h_fg,     where the plates are full the rest flows through
 *     wet   = m/(a m_full) below a m_full, else all
 *
 * Of what is fed only the film, up to the dry-out quality x_dry, reaches the
 * walls: beyond it droplets leave in the vapour. So walls dry where more boils
 * than x_dry ṁ h_fg, and without flow after m h_fg/Q. The last a = 1/10 of the
 * liquid wets an ever smaller part of them. Leaves out drops that hit dry walls,
 * liquid that drains by gravity, and plates that differ.
 */

import type { Parameters, ValuesOf } from '../library/parameters.ts';
import type { Bench } from './machine.ts';
import type { MachineState } from './transient-behaviour.ts';

export const plateLiquidParameters = {
  plateLiquid: {
    quantity: 'mass',
    range: [1e-5, 10],
    about: 'Transients: liquid in a chip’s plate and its hose that still boils when the flow stops',
    default: '10 g',
  },
  dryCoefficient: {
    quantity: 'heat transfer coefficient',
    range: [1, 1e4],
    about: 'Transients: on the walls of a plate that is dry, to vapour',
    default: '100 W/(m^2*K)',
  },
} as const satisfies Parameters;

export interface PlateLiquid {
  readonly state: MachineState;
  /** Plates are full. */
  begin(): void;
  /** Part of the walls that is wet [1]. */
  wet(): number;
  /** Writes the rate: film fed, and liquid boiled, in all plates [kg/s]. */
  follow(film: number, boiled: number): void;
}

/** Part of the liquid that wets the walls less the less of it there is, and over which plates fill softly [1]. */
const lastPart = 0.1;

export function plateLiquid(bench: Bench, values: ValuesOf<typeof plateLiquidParameters>, plates: number): PlateLiquid {
  const { s } = bench;
  const full = values.plateLiquid * plates;
  const state = bench.state('liquid in plates', 'mass', { capacity: 0, scale: full });
  const within = (part: number): number => (part > 1 ? 1 : part < 0 ? 0 : part);
  return {
    state,
    begin() {
      s[state.value] = full;
    },
    wet: () => within(s[state.value]! / (lastPart * full)),
    follow(film, boiled) {
      const gained = film - boiled;
      const room = within((full - s[state.value]!) / (lastPart * full));
      s[state.rate] = gained > 0 ? gained * room : gained;
    },
  };
}
