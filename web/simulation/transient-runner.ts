/**
 * The page's side of the worker that runs transients: one at a time, and of
 * those that wait only the newest counts. A run that was asked for long ago and
 * is wanted no more is stopped with its worker, which is opened when the next
 * one is asked for.
 */

import { openWorker } from './open-worker.ts';
import type { TransientAnswer, TransientProgress, TransientRequest } from './transient-messages.ts';

/** What became of a request: its answer, its progress, or that nobody waits for it any more. */
export type Heard = TransientAnswer | TransientProgress | { readonly kind: 'dropped' };
type Hear = (heard: Heard) => void;
type Unsent = Omit<TransientRequest, 'id'>;

export interface TransientRunner {
  askNewest(request: Unsent, hear: Hear): void;
  /** Stops what runs and drops what waits. */
  cancel(): void;
}

/** A run that is this old and has as much before it is not waited for when another is wanted [ms]. */
const patience = 900;
/** How often that is looked at [ms]. */
const look = 200;

export function transientRunner(): TransientRunner {
  let worker: Worker | undefined;
  let number = 0;
  let timer = 0;
  let running: { readonly id: number; readonly hear: Hear; readonly since: number; share: number } | undefined;
  let waiting: { readonly request: Unsent; readonly hear: Hear } | undefined;

  function opened(): Worker {
    const made = openWorker();
    made.addEventListener('message', ({ data }: MessageEvent<TransientAnswer | TransientProgress>) => hear(data));
    made.addEventListener('error', (event) => {
      event.preventDefault();
      const text = `internal error: the simulation stopped (${event.message})`;
      if (running !== undefined) hear({ kind: 'refusal', id: running.id, text });
    });
    return made;
  }

  function hear(heard: TransientAnswer | TransientProgress): void {
    if (running === undefined || heard.id !== running.id) return;
    const { hear: tell } = running;
    if (heard.kind === 'progress') running.share = heard.share;
    else {
      running = undefined;
      next();
    }
    tell(heard);
  }

  function next(): void {
    if (running !== undefined || waiting === undefined) return;
    const { request, hear: tell } = waiting;
    waiting = undefined;
    running = { id: ++number, hear: tell, since: performance.now(), share: 0 };
    worker ??= opened();
    worker.postMessage({ ...request, id: number } satisfies TransientRequest);
  }

  /** While another waits: whether it is worth it. */
  function judge(): void {
    clearTimeout(timer);
    if (running === undefined || waiting === undefined) return;
    const age = performance.now() - running.since;
    const left = (age * (1 - running.share)) / running.share;
    if (age > patience && left > patience) {
      stop();
      next();
    } else timer = setTimeout(judge, look) as unknown as number;
  }

  function stop(): void {
    if (running === undefined) return;
    const { hear: tell } = running;
    worker?.terminate();
    worker = undefined;
    running = undefined;
    tell({ kind: 'dropped' });
  }

  return {
    askNewest(request, tell) {
      waiting?.hear({ kind: 'dropped' });
      waiting = { request, hear: tell };
      next();
      judge();
    },
    cancel() {
      const dropped = waiting;
      waiting = undefined;
      dropped?.hear({ kind: 'dropped' });
      stop();
    },
  };
}
