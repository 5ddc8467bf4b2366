/**
 * The ports of a machine on its circuits and on the outdoor air, at their
 * design state: slots are taken here, and the solver fills them.
 */

import type { Fluid } from '../fluids/fluid.ts';
import type { AmbientPort, LoadPort, SourcePort } from '../machines/machine.ts';
import type { DescribedMachine } from '../scenario/description.ts';
import type { BuildState, CircuitDraft, LoadDraft } from './build-state.ts';
import type { SlotBook } from './slots.ts';

export function loadPort(
  state: BuildState,
  described: DescribedMachine,
  on: string,
  portName: string,
  rated: LoadDraft['rated'],
): LoadPort {
  const { book } = state;
  const draft = state.drafts.get(on)!;
  const { values, fluid } = draft.described;
  const prefix =
    described.kind.ports.filter((p) => p.role === 'load').length > 1 ? `${described.name}.${portName}` : described.name;
  const flow = values.flow ?? {};
  const port: LoadPort = {
    circuit: on,
    fluid,
    inlet: book.take(`${prefix}.${on}.inletTemperature`, 'temperature', `Enters from ${on}`),
    companion: book.scratch(),
    drive: book.scratch(),
    shut: book.scratch(),
    flow: book.take(`${prefix}.${on}.flow`, 'mass flow', `Flow taken from ${on}`),
    heat: book.take(`${prefix}.${on}.heat`, 'heat flow', `Heat given to ${on}`),
    outlet: book.take(`${prefix}.${on}.outletTemperature`, 'temperature', `Returns to ${on}`),
    outletCompanion: book.scratch(),
    rule: flow.rise !== undefined ? 'rise' : flow.constant !== undefined ? 'fixed' : 'valve',
    rise: flow.rise ?? NaN,
    design: { temperature: draft.supply, companion: draft.companion, recirculation: values.recirculation },
    setpointFollowsLoads: values.control === 'warmest',
    reach: draft.slots.reach,
    rate(heat, ratedFlow) {
      rated.heat += heat;
      rated.flow += ratedFlow;
      // The first hour of a run starts from the design hour.
      book.s[port.flow] = rated.flow;
      book.s[port.heat] = rated.heat;
    },
    ruledFlow: (heat) => ruledFlow(fluid, draft, heat),
  };
  book.s[port.drive] = 1;
  return port;
}

/** Flow of a port by its circuit's rule; NaN where loads decide. */
function ruledFlow(fluid: Fluid, draft: CircuitDraft, heat: number): number {
  const flow = draft.described.values.flow ?? {};
  if (flow.constant !== undefined) return heat * flow.constant * fluid.density(draft.supply);
  if (flow.rise === undefined) return NaN;
  return (
    heat / (fluid.enthalpy(draft.supply + flow.rise, draft.companion) - fluid.enthalpy(draft.supply, draft.companion))
  );
}

export function sourcePort(state: BuildState, described: DescribedMachine, index: number): SourcePort {
  const { book } = state;
  const wanted = described.source!;
  const draft = state.drafts.get(wanted.on)!;
  const { fluid } = draft.described;
  let stage = draft.stages.find((candidate) => candidate.number === wanted.stage);
  if (stage === undefined) {
    stage = { number: wanted.stage, flowShare: wanted.flowShare, exclusive: wanted.exclusive, sources: [] };
    draft.stages.push(stage);
  }
  const sources = state.described.machines.flatMap((m) => (m.source?.on === wanted.on ? [m.source] : []));
  const peers = sources.filter((source) => source.stage === wanted.stage).length;
  const share = wanted.share ?? 1 / peers;
  const heat = draft.design.heat * wanted.sizedFor * share;
  const flow = draft.design.flow * wanted.flowShare * share;
  const inletTemperature = draft.design.sourceInlet;
  const outlet = fluid.enthalpy(inletTemperature, draft.companion) - heat / Math.max(flow, 1e-12);
  const port: SourcePort = {
    circuit: wanted.on,
    fluid,
    design: {
      heat,
      flow,
      inletTemperature,
      outletTemperature:
        fluid.phase === 'boiling'
          ? inletTemperature
          : Math.max(fluid.temperature(outlet, draft.companion), draft.supply),
      companion: draft.companion,
      last: sources.every((source) => source.stage <= wanted.stage),
    },
    setpoint: draft.slots.setpoint,
    duty: book.take(`${described.name}.duty`, 'heat flow', `Heat taken from ${wanted.on}`),
    flow: book.take(`${described.name}.flow`, 'mass flow', `Flow of ${wanted.on} through it`),
    inlet: book.take(`${described.name}.inletTemperature`, 'temperature', `Enters from ${wanted.on}`),
    outlet: book.take(`${described.name}.outletTemperature`, 'temperature', `Leaves to ${wanted.on}`),
    companion: book.scratch(),
  };
  stage.sources.push({ machine: index, port, share: wanted.share });
  return port;
}

/** Temperature that stands for make-up water where a machine never takes any [K], 15 °C. */
const usualMakeUp = 288.15;

export function ambientPort(book: SlotBook, name: string): AmbientPort {
  const makeUpTemperature = book.take(
    `${name}.makeUpTemperature`,
    'temperature',
    'Temperature of the make-up that evaporates; says nothing while none does',
  );
  book.s[makeUpTemperature] = usualMakeUp;
  return {
    airFlow: book.take(`${name}.airFlow`, 'mass flow', 'Dry air through it'),
    outletTemperature: book.take(`${name}.airOutletTemperature`, 'temperature', 'Air leaves'),
    outletHumidityRatio: book.take(
      `${name}.airOutletHumidityRatio`,
      'humidity ratio',
      'Humidity ratio of the air that leaves',
    ),
    makeUp: book.take(`${name}.makeUp`, 'mass flow', 'Water metered at the inlet'),
    evaporation: book.take(`${name}.evaporation`, 'mass flow', 'Water evaporated'),
    drift: book.take(`${name}.drift`, 'mass flow', 'Water carried off as drops'),
    blowdown: book.take(
      `${name}.blowdown`,
      'mass flow',
      'Water bled to hold the cycles of concentration, or drained by a wet coil',
    ),
    makeUpTemperature,
  };
}
