/**
 * The transients of the open variant while the page lives: what fails, what
 * was asked of the worker and what it answered. The failure view and the hall
 * share the form and the moment under the cursor.
 */

import type { Actions } from '../actions.ts';
import type { TransientReply } from '../simulation/transient-messages.ts';
import { transientRunner } from '../simulation/transient-runner.ts';
import type { Tree } from '../simulation/scenario-text.ts';
import type { State } from '../state.ts';
import { type FailureForm, firstForm, notMoved, steadyOf, transientOf } from './form.ts';
import { entriesOf, formFrom } from './form-address.ts';

/** One of the two: a run as it is wanted now, and as it was before anything was moved. */
export interface Run {
  readonly reply: TransientReply | undefined;
  readonly base: TransientReply | undefined;
  /** Share that is done; undefined where nothing runs, or not for long. */
  readonly share: number | undefined;
  readonly refusal: string | undefined;
  /** The reader stopped it. */
  readonly isStopped: boolean;
}

export type Wanted = 'failure' | 'hall';

export interface Session {
  form(): FailureForm | undefined;
  change(form: FailureForm): void;
  /** Takes all sliders back to where they were at first. */
  reset(): void;
  /** How often that was done: what shows sliders shows them anew. */
  resets: number;
  /** Moment under the cursor [s]. */
  time: number;
  /** Moments that curves show [s]. */
  zoom: readonly [number, number];
  /** Rack group that the hall shows; empty for the first. */
  hall: string;
  /** The hall of the hour, in which nothing fails, or of the failure. */
  hallShows: 'steady' | 'failure';
  /** What its racks are coloured by. */
  quantity: string;
  /** Asks for what a view shows and has not, and says how it stands. */
  run(wanted: Wanted): Run;
  cancel(): void;
  again(): void;
  isWritten(): boolean;
  /** What the address asks to fail and cannot. */
  faults: readonly string[];
}

interface Slot {
  reply: TransientReply | undefined;
  base: TransientReply | undefined;
  replyKey: string;
  baseKey: string;
  asked: string;
  share: number | undefined;
  refusal: string | undefined;
  stopped: string;
}

export const wholeTime = [0, Infinity] as const;
/** A wait below this is not told [ms]. */
const patience = 100;

let only: Session | undefined;

/** The one session of the page. */
export function sessionOf(state: State, actions: Actions): Session {
  return (only ??= session(state, actions));
}

function session(state: State, actions: Actions): Session {
  const runner = transientRunner();
  const slots: Readonly<Record<Wanted, Slot>> = { failure: emptySlot(), hall: emptySlot() };
  let form: FailureForm | undefined;
  let formOf = '';

  const isWritten = (): boolean => /^transient:/m.test(state.year?.text ?? '');

  /** The form belongs to a variant of a document; another begins anew. */
  function currentForm(): FailureForm | undefined {
    const { year, selected, contents } = state;
    if (year === undefined) return undefined;
    const of = `${contents?.id} ${selected} ${year.system}`;
    if (of !== formOf) {
      // What is in the address is of the plant that was opened with it, and of no other.
      const entries = formOf === '' ? state.failure : [];
      formOf = of;
      const read = formFrom(entries, year.picture, isWritten());
      form = read.form;
      self.faults = read.faults;
      told();
      Object.assign(slots.failure, emptySlot());
      Object.assign(slots.hall, emptySlot());
      self.time = 0;
      self.zoom = wholeTime;
      self.hall = year.picture.chips[0]?.owner ?? '';
    }
    return form;
  }

  /** Puts into the address what fails, where that is not as at first. */
  function told(): void {
    const { year } = state;
    if (form === undefined || year === undefined) return;
    const first = entriesOf(firstForm(year.picture, isWritten()));
    const entries = entriesOf(form);
    state.failure = JSON.stringify(entries) === JSON.stringify(first) ? [] : entries;
  }

  function transientFor(wanted: Wanted, of: FailureForm): Tree {
    const isSteady = wanted === 'hall' && self.hallShows === 'steady';
    return isSteady ? steadyOf(of, state.hour) : transientOf(of, state.hour);
  }

  function ask(wanted: Wanted, of: FailureForm, key: string, done: (reply: TransientReply) => void): void {
    const { document, selected: variant, changes } = state;
    const slot = slots[wanted];
    if (document === undefined || slot.asked === key || slot.stopped === key) return;
    slot.asked = key;
    const since = performance.now();
    const transient = transientFor(wanted, of);
    const hall = wanted === 'hall' ? self.hall : '';
    runner.askNewest({ kind: 'transient', document, variant, changes, transient, hall }, (heard) => {
      if (heard.kind === 'progress') {
        if (performance.now() - since > patience) slot.share = heard.share;
        return actions.redraw();
      }
      if (slot.asked === key) {
        slot.asked = '';
        slot.share = undefined;
      }
      if (heard.kind === 'dropped') return;
      slot.refusal = heard.kind === 'refusal' ? heard.text : undefined;
      if (heard.kind === 'refusal') slot.stopped = key;
      else done(heard);
      actions.redraw();
    });
    setTimeout(() => {
      if (slot.asked !== key || slot.share !== undefined) return;
      slot.share = 0;
      actions.redraw();
    }, patience);
  }

  function keyOf(wanted: Wanted, of: FailureForm): string {
    const { contents, selected, changes } = state;
    return JSON.stringify([
      contents?.id,
      selected,
      changes,
      wanted === 'hall' ? self.hall : '',
      transientFor(wanted, of),
    ]);
  }

  const self: Session = {
    time: 0,
    zoom: wholeTime,
    hall: '',
    hallShows: 'steady',
    quantity: 'margin',
    form: currentForm,
    isWritten,
    faults: [],
    resets: 0,
    reset() {
      if (form !== undefined) form = { ...form, moved: notMoved };
      self.resets++;
      told();
      actions.redraw();
    },
    change(changed) {
      form = changed;
      self.faults = [];
      told();
      actions.redraw();
    },
    run(wanted) {
      const slot = slots[wanted];
      const now = currentForm();
      if (now === undefined) return { ...slot, isStopped: false };
      const key = keyOf(wanted, now);
      const atFirst: FailureForm = { ...now, moved: notMoved };
      const baseKey = keyOf(wanted, atFirst);
      if (slot.baseKey !== baseKey && slot.base !== undefined) slot.base = undefined;
      if (slot.replyKey !== key)
        ask(wanted, now, key, (reply) => {
          Object.assign(slot, { reply, replyKey: key, stopped: '' });
          if (key === baseKey) Object.assign(slot, { base: reply, baseKey });
        });
      else if (slot.base === undefined && wanted === 'failure')
        ask(wanted, atFirst, baseKey, (base) => Object.assign(slot, { base, baseKey }));
      return { ...slot, isStopped: slot.stopped === key && slot.refusal === undefined };
    },
    cancel() {
      for (const slot of Object.values(slots)) if (slot.asked !== '') slot.stopped = slot.asked;
      runner.cancel();
      actions.redraw();
    },
    again() {
      for (const slot of Object.values(slots)) Object.assign(slot, { stopped: '', refusal: undefined });
      actions.redraw();
    },
  };
  return self;
}

function emptySlot(): Slot {
  return {
    reply: undefined,
    base: undefined,
    replyKey: '',
    baseKey: '',
    asked: '',
    share: undefined,
    refusal: undefined,
    stopped: '',
  };
}
