/**
 * The electricity chain: utility, transformer, UPS, PDU and busway down to the
 * racks, with pumps, fans and chillers hung on the UPS or on the mechanical
 * board. Each stage's loss is a curve of its load and becomes heat in the room
 * that the plant names.
 *
 *     utility = transformer output + loss
 *     transformer output = mechanical + UPS input
 *     UPS output = PDU input + whatever else hangs on the UPS
 *     PDU output = busway input (PUE category 2 is metered here)
 */

import type { LibraryRecord, ValuesOf } from '../library/parameters.ts';
import { preparePowerLoss } from '../physics/power-losses.ts';
import type { powerParameters, powerStageParameters } from '../scenario/power.ts';
import type { Meter, PowerSlots, Size } from './plant.ts';
import type { SlotBook } from './slots.ts';

type StageName = keyof typeof powerParameters;

interface LossCurve {
  /** Loss at an output [W]. */
  loss(output: number): number;
}

export interface PowerChain {
  readonly slots: PowerSlots;
  readonly lossSlots: Readonly<Record<StageName, number>>;
  /** Losses at the design hour, by stage [W]. */
  readonly designLoss: Readonly<Record<StageName, number>>;
  /** Sizes the transformer for the mechanical board's design power [W] and lists all ratings. */
  rated(mechanical: number): readonly Size[];
  /** Adds up all meters into the chain. */
  solver(meters: readonly Meter[]): () => void;
}

/** A stage's loss curve for a rated output, from its record's points. */
function lossCurve(record: LibraryRecord, ratedOutput: number): LossCurve {
  const { efficiency } = record.values as ValuesOf<typeof powerStageParameters>;
  return preparePowerLoss(ratedOutput, efficiency.load, efficiency.efficiency);
}

/** Sizes the chain for the racks' and the UPS-fed movers' design power [W]. */
export function powerChain(
  values: ValuesOf<typeof powerParameters>,
  book: SlotBook,
  design: { readonly it: number; readonly otherOnUps: number },
): PowerChain {
  const { s } = book;
  const ratings = {} as Record<StageName, number>;
  const curves = {} as Record<StageName, LossCurve>;
  const designLoss = {} as Record<StageName, number>;
  const size = (name: StageName, output: number): number => {
    ratings[name] = Math.max(output, 1) / values[name].loading;
    curves[name] = lossCurve(values[name].record, ratings[name]);
    designLoss[name] = curves[name].loss(output);
    return output + designLoss[name];
  };
  const buswayInput = size('busway', design.it);
  const pduInput = size('pdu', buswayInput);
  const upsInput = size('ups', pduInput + design.otherOnUps);
  // Until the mechanical board is known; only a room that takes the transformers' loss sees this guess.
  size('transformer', upsInput + 0.2 * design.it);

  const watt = (name: string, about: string) => book.take(`power.${name}`, 'power', about);
  const slots: PowerSlots = {
    utility: book.take('facility.power', 'power', 'Electricity taken from the utility'),
    transformerLoss: watt('transformerLoss', 'Loss of the transformers'),
    upsInput: watt('upsInput', 'Electricity into the UPS'),
    upsLoss: watt('upsLoss', 'Loss of the UPS'),
    pduLoss: watt('pduLoss', 'Loss of the PDUs'),
    buswayLoss: watt('buswayLoss', 'Loss of the busways'),
    itInput: watt('itInput', 'Electricity at the inlets of the racks'),
    pduOutput: book.take('it.power', 'power', 'Electricity for IT at the PDU outputs (PUE category 2)'),
    upsOutputIt: watt('upsOutputIt', 'Electricity for IT at the UPS outputs (PUE category 1)'),
    mechanical: watt('mechanical', 'Electricity on the mechanical board'),
  };

  function solver(meters: readonly Meter[]): () => void {
    const it = meters.filter((m) => m.consumer === 'IT' || m.consumer === 'server fans').map((m) => m.slot);
    const onUps = meters.filter((m) => m.supplied === 'ups' && !it.includes(m.slot)).map((m) => m.slot);
    // Racks hang on the busway, whatever board their file names.
    const mechanical = meters.filter((m) => m.supplied === 'mechanical' && !it.includes(m.slot)).map((m) => m.slot);
    return () => {
      const itInput = sum(s, it);
      const buswayLoss = curves.busway.loss(itInput);
      const pduLoss = curves.pdu.loss(itInput + buswayLoss);
      const pduInput = itInput + buswayLoss + pduLoss;
      const upsOutput = pduInput + sum(s, onUps);
      const upsLoss = curves.ups.loss(upsOutput);
      const board = sum(s, mechanical);
      const transformerLoss = curves.transformer.loss(upsOutput + upsLoss + board);
      s[slots.itInput] = itInput;
      s[slots.buswayLoss] = buswayLoss;
      s[slots.pduLoss] = pduLoss;
      s[slots.pduOutput] = itInput + buswayLoss;
      s[slots.upsOutputIt] = pduInput;
      s[slots.upsLoss] = upsLoss;
      s[slots.upsInput] = upsOutput + upsLoss;
      s[slots.mechanical] = board;
      s[slots.transformerLoss] = transformerLoss;
      s[slots.utility] = upsOutput + upsLoss + board + transformerLoss;
    };
  }

  function rated(mechanical: number): readonly Size[] {
    size('transformer', upsInput + mechanical);
    return (Object.keys(ratings) as StageName[]).map((name) => ({
      owner: `power.${name}`,
      name: 'ratedPower',
      value: ratings[name],
      quantity: 'power',
      about: 'Installed rating, output side',
    }));
  }

  const lossSlots = {
    transformer: slots.transformerLoss,
    ups: slots.upsLoss,
    pdu: slots.pduLoss,
    busway: slots.buswayLoss,
  };
  return { slots, lossSlots, designLoss, rated, solver };
}

function sum(s: Float64Array, slots: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < slots.length; i++) total += s[slots[i]!]!;
  return total;
}
