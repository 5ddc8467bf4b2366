/**
 * Random cases are the same in every run, so that a red test is the fault of the
 * change at hand. COLDLOOP_SEED=<integer> draws others: `COLDLOOP_SEED=$RANDOM npm test`.
 */

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['COLDLOOP_SEED'] ?? 1) });
