/**
 * Solves some variants of a comparison file in worker threads, while the main
 * thread solves the rest. Only the built program has workers: Node 20 starts
 * none from TypeScript.
 */

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SolvedYear } from '../solver/year.ts';

export interface SolverAnswer {
  readonly name: string;
  /** Undefined where the worker could not solve it. */
  readonly solved: SolvedYear | undefined;
}

/** Years that workers are solving, by variant; undefined where the main thread has to. */
export type YearsElsewhere = ReadonlyMap<string, Promise<SolvedYear | undefined>>;

export interface Solvers {
  /** Sets the workers to their part of the variants. */
  solve(names: readonly string[]): YearsElsewhere;
  close(): void;
}

/** Fewer variants than this are not worth a second thread. */
const leastVariants = 6;
const mostWorkers = 3;

/** Workers that begin to open the file at once; none where there is no one file. */
export function openSolvers(file: string | undefined): Solvers {
  const may = file !== undefined && import.meta.url.endsWith('.js');
  const count = may ? Math.min(mostWorkers, availableParallelism() - 1) : 0;
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./solve-worker.js', import.meta.url), { workerData: { file } }),
  );
  // Nobody waits for a worker that has nothing to do.
  workers.forEach((worker) => worker.unref());

  function solve(names: readonly string[]): YearsElsewhere {
    if (names.length < leastVariants) return new Map();
    const each = Math.floor(names.length / (count + 1));
    // From the end, because the main thread begins at the beginning.
    return new Map(
      workers.flatMap((worker, i) => {
        const end = names.length - i * each;
        return [...ask(worker, names.slice(end - each, end))];
      }),
    );
  }

  return {
    solve,
    close() {
      workers.forEach((worker) => void worker.terminate());
    },
  };
}

function ask(worker: Worker, names: readonly string[]): YearsElsewhere {
  const settle = new Map<string, (year: SolvedYear | undefined) => void>();
  const years = new Map(
    names.map((name) => [name, new Promise<SolvedYear | undefined>((resolve) => settle.set(name, resolve))] as const),
  );
  const giveUp = (): void => settle.forEach((resolve) => resolve(undefined));
  worker.ref();
  worker.on('message', ({ name, solved }: SolverAnswer) => settle.get(name)?.(solved));
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  worker.postMessage(names);
  return years;
}
