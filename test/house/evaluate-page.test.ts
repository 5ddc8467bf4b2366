import { expect, it } from 'vitest';
import { recordKinds } from '../../src/scenario/record-kinds.ts';
import { evaluationsOfRecords } from '../../src/study/evaluate/catalogue.ts';
import { evaluatePage } from './evaluate-page.ts';

it('docs/evaluate.md is what the code declares; run with -u to write it anew', async () => {
  await expect(evaluatePage()).toMatchFileSnapshot('../../docs/evaluate.md');
});

/** Kinds that are evaluated as fluids. */
const fluids = ['dielectric', 'boiling-fluid'];

it('every kind of record can be evaluated', () => {
  const known = [...Object.keys(evaluationsOfRecords), ...fluids];
  expect(Object.keys(recordKinds).filter((kind) => !known.includes(kind))).toEqual([]);
});
