/** Single elements of a circuit: a pipe with its film, a control valve. */

import { flowShare, equalPercentageValve, linearValve } from '../../physics/valve.ts';
import { resistanceOfKv } from '../../physics/branch-laws.ts';
import { ductNusselt } from '../../physics/convection.ts';
import { pressureDropAtFlow } from '../../physics/flow-resistance.ts';
import { frictionFactor, pipePressureDrop, transitionRange } from '../../physics/pipe-friction.ts';
import { gallon, minute, psi } from '../../units/definitions.ts';
import { type Answer, answer, defineEvaluation, notesOf } from './evaluation.ts';
import { liquidInputs, liquidState } from './liquid-state.ts';

export const pipe = defineEvaluation({
  about: 'A pipe at a flow: velocity, Reynolds number, friction, pressure drop, film inside',
  inputs: {
    ...liquidInputs,
    flow: { quantity: 'volume flow', range: [0, 100], about: 'Flow through the pipe' },
    diameter: { quantity: 'length', range: [1e-4, 10], about: 'Inner diameter' },
    length: { quantity: 'length', range: [1e-3, 1e6], about: 'Length', default: '1 m' },
    roughness: { quantity: 'length', range: [0, 0.05], about: 'Of the wall', default: '0.045 mm' },
    lossCoefficient: { quantity: 'dimensionless', range: [0, 1e4], about: 'Σ K of fittings', default: '0' },
    laminarNusselt: {
      quantity: 'dimensionless',
      range: [1, 20],
      about: 'Nu of laminar flow: 3.66 at even wall temperature, 4.36 at even flux',
      default: '3.66',
    },
  },
  evaluate(inputs, _, { fluid }) {
    const { diameter, flow, roughness } = inputs;
    const liquid = liquidState(inputs, fluid);
    const velocity = (4 * flow) / (Math.PI * diameter * diameter);
    const reynolds = (liquid.density * velocity * diameter) / liquid.viscosity;
    const drop = pipePressureDrop(inputs, flow * liquid.density, liquid.density, liquid.viscosity);
    return {
      answers: [
        answer('velocity', 'Velocity', velocity, 'velocity'),
        answer('reynolds', 'Reynolds number', reynolds, 'dimensionless'),
        ...(flow > 0
          ? [
              answer(
                'friction',
                'Friction factor (Darcy)',
                frictionFactor(reynolds, roughness / diameter),
                'dimensionless',
              ),
            ]
          : []),
        answer('pressureDrop', 'Pressure drop', drop, 'pressure'),
        answer('hydraulicPower', 'Flow times pressure drop', flow * drop, 'power'),
        ...filmAnswers(reynolds, (liquid.specificHeat * liquid.viscosity) / liquid.conductivity, {
          laminarNusselt: inputs.laminarNusselt,
          perNusselt: liquid.conductivity / diameter,
        }),
      ],
      notes: notesOf({
        'between laminar and turbulent: friction is blended, and as uncertain as the flow':
          reynolds > transitionRange[0] && reynolds < transitionRange[1],
      }),
    };
  },
});

/** Where the film's correlation has data. */
function filmAnswers(
  reynolds: number,
  prandtl: number,
  film: { readonly laminarNusselt: number; readonly perNusselt: number },
): readonly Answer[] {
  const answers = [answer('prandtl', 'Prandtl number', prandtl, 'dimensionless')];
  if (reynolds > 5e6 || (reynolds > 2300 && !(prandtl >= 0.5 && prandtl <= 2000))) return answers;
  const nusselt = ductNusselt(reynolds, prandtl, film.laminarNusselt);
  return [
    ...answers,
    answer('nusselt', 'Nusselt number of a smooth long pipe', nusselt, 'dimensionless'),
    answer('coefficient', 'Film on the wall', nusselt * film.perNusselt, 'heat transfer coefficient'),
  ];
}

/** 1 gpm at 1 psi as a flow at 1 bar [m³/s]; 0.865 m³/h (IEC 60534-2-1, at second hand; psi and gallon give 0.8650 by themselves). */
const kvOfOneCv = (gallon / minute) * Math.sqrt(1e5 / psi);

export const valve = defineEvaluation({
  about: 'A control valve at an opening: its own conductance, its flow in a circuit, its pressure drop',
  inputs: {
    characteristic: { choice: ['linear', 'equal percentage'], about: 'Of the plug', default: 'equal percentage' },
    opening: { quantity: 'fraction', range: [0, 1], about: 'Opening' },
    authority: {
      quantity: 'fraction',
      range: [0.001, 1],
      about: 'Drop of the open valve over that of valve and circuit',
      default: '50 %',
    },
    leakage: {
      quantity: 'fraction',
      range: [0, 0.1],
      about: 'Conductance when shut over when open',
      default: '0.01 %',
    },
    rangeability: {
      quantity: 'dimensionless',
      range: [2, 500],
      about: 'Equal percentage: φ at 1 over φ at 0',
      default: '50',
    },
    foot: {
      quantity: 'fraction',
      range: [1e-4, 0.2],
      about: 'Equal percentage: opening below which the plug seats',
      default: '1 %',
    },
    kv: {
      quantity: 'volume flow',
      range: [1e-7, 10],
      about: 'Kv of the open valve, 1 m³/h for a Kv of 1; or give cv',
      optional: true,
    },
    cv: {
      quantity: 'dimensionless',
      range: [1e-3, 1e6],
      about: 'Cv of the open valve, US gpm of water at 1 psi',
      optional: true,
    },
    flow: { quantity: 'volume flow', range: [0, 100], about: 'Flow through it, for its pressure drop', optional: true },
    density: { quantity: 'density', range: [100, 3000], about: 'Of the liquid', default: '1000 kg/m³' },
  },
  evaluate({ characteristic, opening, authority, leakage, rangeability, foot, cv, flow, density, ...given }) {
    if (given.kv !== undefined && cv !== undefined) throw new RangeError('found kv and cv; wanted one of them');
    const kv = given.kv ?? (cv === undefined ? undefined : cv * kvOfOneCv);
    const share =
      characteristic === 'linear'
        ? linearValve(opening, leakage)
        : equalPercentageValve(opening, leakage, rangeability, foot);
    if ((kv === undefined) !== (flow === undefined)) throw new RangeError('give flow with kv or cv, both or neither');
    const drop =
      kv === undefined || !(share > 0)
        ? undefined
        : pressureDropAtFlow(resistanceOfKv(kv * share, density), flow! * density);
    return {
      answers: [
        answer('conductanceShare', 'Conductance over that of the open valve', share, 'fraction'),
        answer('flowShare', 'Flow in its circuit over that of the open valve', flowShare(share, authority), 'fraction'),
        ...(kv === undefined ? [] : [answer('kvNow', 'Kv at this opening', kv * share, 'volume flow')]),
        ...(drop === undefined ? [] : [answer('pressureDrop', 'Pressure drop', drop, 'pressure')]),
      ],
      notes: [],
    };
  },
});
