/**
 * Everything that can be done: open, choose, change. Each act changes the
 * state, asks the workers for what is missing, and has the page drawn.
 */

import { scenarios } from 'virtual:scenarios';
import { changeCount, noChanges, type State } from './state.ts';
import type { Changes, OpenDocument, Reply } from './simulation/messages.ts';
import type { Runner } from './simulation/runner.ts';

export interface Actions {
  openShipped(name: string, then?: Restored): void;
  openDocument(document: OpenDocument, then?: Restored): void;
  select(variant: string): void;
  change(changes: Changes): void;
  /** Asks for the curves of a machine at the hour under the cursor, once that has come to rest. */
  trace(machine: string): void;
  redraw(change?: Partial<State>): void;
}

/** What curves are of: a machine at an hour of a run. */
export function curvesKey(machine: string, hour: number, run: number | undefined): string {
  return `${machine} ${hour} ${run ?? ''}`;
}

/** What an address brings back. */
export interface Restored {
  readonly selected?: string;
  readonly changes?: Changes;
  readonly failure?: State['failure'];
}

export const shippedNames = Object.keys(scenarios);

export function actionsOn(state: State, live: Runner, background: Runner, redraw: () => void): Actions {
  let waitTimer = 0;
  const patience = 100;

  function wait(): void {
    clearTimeout(waitTimer);
    waitTimer = setTimeout(() => {
      state.busy = true;
      redraw();
    }, patience) as unknown as number;
  }

  function waitNoMore(): void {
    clearTimeout(waitTimer);
    state.busy = false;
  }

  /** The selected variant with the changes, and without them for the ghost. */
  function runSelected(): void {
    const { document, selected, changes } = state;
    if (document === undefined) return;
    wait();
    const hear = (reply: Reply): void => {
      if (state.document !== document || state.selected !== selected) return;
      waitNoMore();
      if (reply.kind === 'refusal') state.changeRefusal = reply.text;
      if (reply.kind !== 'year') return redraw();
      state.changeRefusal = undefined;
      if (state.year === undefined) performance.measure('opened', 'opening');
      state.year = reply;
      if (changeCount(changes) === 0) state.base = reply;
      if (state.contents?.stored === true) state.summaries.set(selected, { ...reply, kind: 'summary' });
      else if (state.base === undefined) runBase();
      redraw();
    };
    live.askNewest({ kind: 'run', document, variant: selected, changes, wanted: 'year' }, hear);
  }

  function runBase(): void {
    const { document, selected } = state;
    if (document === undefined) return;
    live.ask({ kind: 'run', document, variant: selected, changes: noChanges, wanted: 'year' }, (reply) => {
      if (reply.kind !== 'year' || state.document !== document || state.selected !== selected) return;
      state.base = reply;
      redraw();
    });
  }

  /** All variants with the changes of the site. */
  function runSummaries(): void {
    const { document, contents, changes } = state;
    if (document === undefined || contents === undefined) return;
    background.clear();
    if (contents.stored) return;
    for (const { name } of contents.variants) {
      const request = {
        kind: 'run',
        document,
        variant: name,
        changes: { site: changes.site, own: {} },
        wanted: 'summary',
      } as const;
      background.ask(request, (reply) => {
        if (state.document !== document || state.changes.site !== changes.site) return;
        if (reply.kind === 'summary') state.summaries.set(name, reply);
        if (reply.kind === 'refusal' && contents.comparison) state.refusal = reply.text;
        redraw();
      });
    }
  }

  function openDocument(document: OpenDocument, then: Restored = {}): void {
    wait();
    performance.mark('opening');
    live.askNewest({ kind: 'open', document }, (reply) => {
      waitNoMore();
      if (reply.kind === 'refusal') {
        state.refusal = reply.text;
        return redraw();
      }
      if (reply.kind !== 'contents') return;
      // The worker has them now; what it runs from here on need not carry them again.
      const { results, ...carried } = document;
      const plain = results === undefined ? document : carried;
      const isKnown = reply.variants.some(({ name }) => name === then.selected);
      Object.assign(state, {
        document: plain,
        contents: reply,
        refusal: undefined,
        changeRefusal: undefined,
        baseline: reply.baseline,
        selected: isKnown
          ? then.selected
          : (reply.variants.find(({ name }) => name === 'cold-plate-dry') ?? reply.variants[0]!).name,
        changes: then.changes ?? noChanges,
        failure: then.failure ?? [],
        summaries: new Map(),
        base: undefined,
        year: undefined,
      });
      runSelected();
      runSummaries();
      redraw();
    });
  }

  let traced = '';
  let traceTimer = 0;
  /** One machine at one hour of one year. */
  function trace(machine: string): void {
    const { document, selected, changes, hour, year } = state;
    const of = curvesKey(machine, hour, year?.id);
    if (document === undefined || year === undefined || of === traced) return;
    traced = of;
    clearTimeout(traceTimer);
    traceTimer = setTimeout(() => {
      live.ask({ kind: 'curves', document, variant: selected, changes, machine, hour }, (reply) => {
        if (reply.kind !== 'curves' || traced !== of) return;
        state.curves = { of, curves: reply.curves };
        redraw();
      });
    }, 120) as unknown as number;
  }

  return {
    trace,
    openDocument(document, then) {
      state.shipped = undefined;
      openDocument(document, then);
    },
    openShipped(name, then) {
      const text = Object.hasOwn(scenarios, name) ? scenarios[name]! : '';
      state.shipped = name;
      openDocument({ file: `${name}.yaml`, bytes: new TextEncoder().encode(text), beside: {} }, then);
    },
    select(variant) {
      const { site } = state.changes;
      Object.assign(state, {
        selected: variant,
        base: undefined,
        year: undefined,
        changes: { site, own: {} },
        failure: [],
      });
      runSelected();
      redraw();
    },
    change(changes) {
      const isForAll = changes.site !== state.changes.site;
      state.changes = changes;
      runSelected();
      if (isForAll) runSummaries();
      redraw();
    },
    redraw(change = {}) {
      Object.assign(state, change);
      redraw();
    },
  };
}
