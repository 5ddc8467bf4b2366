import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/library.ts';
import type { ValuesOf } from '../../src/library/parameters.ts';
import type { heatSinkParameters } from '../../src/machines/air-rack.ts';
import { fittedResistance } from '../../src/physics/cold-plate.ts';
import { preparePowerLoss } from '../../src/physics/power-losses.ts';
import type { powerStageParameters } from '../../src/scenario/power.ts';
import { recordKinds } from '../../src/scenario/record-kinds.ts';
import { library, record, recordIds, recordText } from './library-on-disk.ts';

const ids = recordIds();
const idsIn = (...folders: string[]) => ids.filter((id) => folders.includes(id.split('/')[0]!));

describe('the library', () => {
  it.each(ids)('%s reads without fault, every value with a source or a reason', (id) => {
    expect(record(id).id).toBe(id);
  });

  it.each(['servers/b200-8gpu', 'cold-plates/ocp-oam-1kw-pg25', 'cdus/google-deschutes-2mw'])(
    '%s without its sources and assumptions is refused',
    (id) => {
      const bare = recordText(id)!.replace(/^(sources|assumed):[\s\S]*/m, '');
      const read = (wanted: string) => (wanted === id ? bare : recordText(wanted));
      expect(() => openLibrary(read, recordKinds).record(id, [])).toThrow('has no source');
    },
  );

  it('the record that the README teaches to write reads without fault', () => {
    const readme = readFileSync(new URL('../../models/README.md', import.meta.url), 'utf8');
    const [source, plate] = [...readme.matchAll(/^ *```yaml\n([\s\S]*?)^ *```/gm)].map((match) =>
      match[1]!.replaceAll(/^ {3}/gm, ''),
    );
    const texts: Record<string, string | undefined> = { sources: source, 'cold-plates/example-cp7': plate };
    const { values } = openLibrary((id) => texts[id], recordKinds).record('cold-plates/example-cp7', ['cold-plate']);
    expect(values['maximumHeat']).toBe(1500);
  });

  it('a value that no sheet gives comes with a reason of more than a few words', () => {
    const short = ids.flatMap((id) => record(id).assumed.filter(({ because }) => because.length < 20));
    expect(short).toEqual([]);
  });

  it('a record that calls itself measured or a data sheet names a document for most of its values', () => {
    for (const id of ids) {
      const { status, sources, assumed } = record(id);
      if (status !== 'measured' && status !== 'data sheet') continue;
      const sourced = sources.flatMap(({ of }) => of).length;
      expect(sourced, id).toBeGreaterThanOrEqual(assumed.flatMap(({ of }) => of).length);
    }
  });

  it('every document says where it stands and what of it was seen', () => {
    for (const [key, document] of library.documents()) {
      expect(document['address'], key).toBeTruthy();
      expect(document['readOn'] ?? document['seen'], key).toBeTruthy();
    }
  });

  it('who names an unseen document says how the value came', () => {
    for (const id of ids) {
      for (const { document, how } of record(id).sources) {
        const seen = library.documents().get(document)?.['seen'] ?? '';
        if (seen.startsWith('not seen')) expect(how, `${id}: ${document}`).toBeTruthy();
      }
    }
  });
});

describe('curves through the printed points', () => {
  it.each(idsIn('power-supplies', 'ups', 'transformers', 'pdus', 'busways'))(
    '%s: losses of a real machine pass within half a point of every efficiency',
    (id) => {
      const { efficiency } = record(id).values as ValuesOf<typeof powerStageParameters>;
      const { worstError } = preparePowerLoss(1, efficiency.load, efficiency.efficiency);
      expect(worstError).toBeLessThan(0.005);
    },
  );

  // Tolerances are the measured worst distances, rounded up: 0.65, 3.9 and 0.18 %.
  it.each([
    ['heat-sinks/b200-10u-air', 0.007],
    ['cold-plates/ocp-oam-1kw-pg25', 0.04],
    ['cold-plates/ocp-oam-1kw-water', 0.002],
  ])('%s: R∞ + b/V stays within its stated distance of the points', (id, tolerance) => {
    const { points } = record(id).values as ValuesOf<typeof heatSinkParameters>;
    expect(fittedResistance(points.flow, points.resistance).worstError).toBeLessThan(tolerance);
  });
});
