import { expect, it } from 'vitest';
import { machineKinds } from '../../src/machines/index.ts';
import { recordKinds } from '../../src/scenario/record-kinds.ts';
import { kindsPage } from './kinds-page.ts';

it('docs/kinds.md is what the code declares; run with -u to write it anew', async () => {
  await expect(kindsPage()).toMatchFileSnapshot('../../docs/kinds.md');
});

it('the page has a section for every kind', () => {
  const titles = new Set([...kindsPage().matchAll(/^### (.*)$/gm)].map((match) => match[1]));
  for (const kind of [...machineKinds.map((each) => each.kind), ...Object.keys(recordKinds)])
    expect(titles).toContain(kind);
});
