import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultText } from '../../src/errors.ts';
import { decodeText, type MapNode, nearest, readDocument } from '../../src/library/document.ts';
import { mergeDocuments, nodeAt, setPath } from '../../src/library/overlay.ts';

const rootOf = (text: string, file = 'a.yaml'): MapNode => {
  const read = readDocument(text, file);
  if ('faults' in read) throw new Error(read.faults.map(faultText).join('\n'));
  return read.root;
};

const faultsOf = (text: string): string[] => {
  const read = readDocument(text, 'a.yaml');
  return 'faults' in read ? read.faults.map(faultText) : [];
};

describe('located trees', () => {
  test('every key and value knows its file, line and column', () => {
    const root = rootOf('title: Hall\ncdu:\n  flow: 600 L/min\n  list: [1, two]\n');
    expect(root.entries.get('cdu')!.at).toEqual({ file: 'a.yaml', line: 2, column: 1 });
    const flow = nodeAt(root, 'cdu.flow');
    expect(flow).toEqual({
      kind: 'scalar',
      text: '600 L/min',
      quoted: false,
      at: { file: 'a.yaml', line: 3, column: 9 },
    });
    const list = nodeAt(root, 'cdu.list');
    expect(list?.kind === 'list' && list.items.map(({ at }) => at.column)).toEqual([10, 13]);
  });

  test('scalars stay the text they were written as', () => {
    const root = rootOf(
      'a: 012\nb: 1e400\nc: .nan\nd: null\ne: yes\nf: 1_000\ng: 1:30\nh: 0x10\ni: 5 %\nj: "012"\nk:\nl: ~\nm: 3.0\n',
    );
    const texts = [...root.entries.values()].map(({ value }) => value.kind === 'scalar' && value.text);
    expect(texts).toEqual([
      '012',
      '1e400',
      '.nan',
      'null',
      'yes',
      '1_000',
      '1:30',
      '0x10',
      '5 %',
      '012',
      '',
      '~',
      '3.0',
    ]);
    expect(root.entries.get('j')!.value).toMatchObject({ quoted: true });
  });

  test('names like __proto__ are names like any other', () => {
    const root = rootOf('__proto__: 1\nconstructor: 2\n');
    expect([...root.entries.keys()]).toEqual(['__proto__', 'constructor']);
  });

  test('JSON is read as well', () => {
    expect(nodeAt(rootOf('{"a": {"b": [1, 2]}}'), 'a.b')).toMatchObject({ kind: 'list' });
  });
});

describe('syntax faults', () => {
  test.each([
    ['', 'a.yaml:1:1: expected names with values, such as "title: …"; found nothing'],
    ['- 1\n', 'a.yaml:1:1: expected names with values, such as "title: …"; found a list'],
    ['words\n', 'a.yaml:1:1: expected names with values, such as "title: …"; found "words"'],
    ['a: 1\nb:\n  c: 2\n  c: 3\n', 'a.yaml:4:3 b.c: written twice; first on line 3'],
    ['a:\n\tb: 1\n', 'a.yaml:2:1: a tab indents this line; indent with spaces'],
    ['a: 1\n---\nb: 2\n', 'a.yaml:2:1: a second document begins here ("---"); one is wanted'],
    ['a: b: c\n', 'a.yaml:1:4: a second ": " on one line; put text that holds a colon in quotes'],
    [
      'a: [1, 2\n',
      'a.yaml:2:1: not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a: "x\n', 'a.yaml:2:1: not valid YAML: missing closing "quote'],
    ['a: @b\n', 'a.yaml:1:4: not valid YAML: plain value cannot start with reserved character @'],
    ['a: &b 1\n', 'a.yaml:1:7 a: anchors and aliases (& and *) are not read; write the value out'],
    ['a: *b\n', 'a.yaml:1:4 a: anchors and aliases (& and *) are not read; write the value out'],
    ['<<: { a: 1 }\n', 'a.yaml:1:1 <<: merge keys (<<) are not read; write the values out'],
    ['a: !!float 3\n', 'a.yaml:1:12 a: tags (!) are not read; write the value alone'],
    ['? [1, 2]\n: 3\n', 'a.yaml:1:3: a name must be plain text; found a list'],
    ['a: \u0000\n', 'a.yaml: not a text file'],
    [
      `a: ${'x'.repeat(2_100_000)}`,
      'a.yaml: too large: 2.1 MB; at most 2 MB are read, large tables belong into CSV files',
    ],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('ten faults of one file are reported at once, in the order they stand', () => {
    const lines = ['a: &x 1', 'a: 2', 'b: *x', 'c: !t 1', 'b: 3', '<<: {}', 'd: @x', 'e: `x', 'f: %x', 'f: 1', 'a: 1'];
    const faults = faultsOf(`${lines.join('\n')}\n`);
    expect(faults.map((fault) => fault.split(':')[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ]);
  });

  test('an alias bomb is refused at its first anchor', () => {
    const levels = Array.from({ length: 20 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(10)}]`);
    expect(faultsOf(`l0: &l0 [x]\n${levels.join('\n')}\n`)[0]).toBe(
      'a.yaml:1:9 l0: anchors and aliases (& and *) are not read; write the value out',
    );
  });

  test.each([
    ['a: ', '[', 1_900_000],
    ['', '- ', 900_000],
    ['', '? ', 900_000],
    ['', '{a: ', 300_000],
  ])('%s%s repeated %d times is refused before the parser, which it would end', (start, piece, times) => {
    expect(faultsOf(start + piece.repeat(times))).toEqual(['a.yaml: nested too deeply; at most 40 levels are read']);
  });

  test.each([
    ['', '[', 300],
    ['a: ', '[', 9_000],
    ['', '- ', 4_900],
  ])('%s%s repeated %d times is refused where it stands', (start, piece, times) => {
    expect(faultsOf(start + piece.repeat(times)).join('\n')).toMatch(
      /a\.yaml:1:\d+.* nested too deeply; at most 40 levels are read/,
    );
  });

  test('bytes that are no text are refused', () => {
    expect(decodeText(new Uint8Array([0x61, 0, 0x62]), 'a.yaml')).toEqual({
      fault: { file: 'a.yaml', path: '', message: 'not a text file' },
    });
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x61]), 'a.yaml')).toEqual({
      fault: { file: 'a.yaml', path: '', message: 'not UTF-8 text; save the file as UTF-8' },
    });
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x3a, 0xc2, 0xb0]), 'a.yaml')).toEqual({ text: 'a:°' });
    expect(decodeText(new Uint8Array(2_000_001).fill(97), 'a.yaml')).toHaveProperty('fault');
  });

  test('no text makes the reader throw', () => {
    const pieces = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&',
      '*',
      '!',
      '|',
      '>',
      '#',
      '%',
      '\t',
      '?',
      ',',
      '---',
      '  ',
      '<<',
      '\r\n',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readDocument(text, 'a.yaml');
        return 'root' in read || read.faults.length > 0;
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

describe('trees laid over one another', () => {
  test('the upper one wins, maps are merged, and every value keeps its position', () => {
    const merged = mergeDocuments(
      rootOf('a: { b: 1, c: 2 }\nd: [1]\n', 'base'),
      rootOf('a: { c: 3 }\nd: [2, 3]\ne: 4\n', 'over'),
    );
    expect(nodeAt(merged, 'a.b')).toMatchObject({ text: '1', at: { file: 'base' } });
    expect(nodeAt(merged, 'a.c')).toMatchObject({ text: '3', at: { file: 'over', line: 1, column: 9 } });
    expect(nodeAt(merged, 'd')).toMatchObject({ items: [{ text: '2' }, { text: '3' }] });
    expect([...merged.entries.keys()]).toEqual(['a', 'd', 'e']);
  });

  test('a path sets a value deep inside, makes the maps on its way and leaves the tree it came from alone', () => {
    const tree = rootOf('technology: { supply: 40 degC, flow: 1 L/s }\n');
    const value = nodeAt(rootOf('x: 42 degC', 'set'), 'x')!;
    const set = setPath(tree, 'technology.supply', value);
    const made = setPath(tree, 'a.b.c', value);
    expect('tree' in set && nodeAt(set.tree, 'technology.supply')).toMatchObject({
      text: '42 degC',
      at: { file: 'set' },
    });
    expect('tree' in set && nodeAt(set.tree, 'technology.flow')).toMatchObject({ text: '1 L/s' });
    expect('tree' in made && nodeAt(made.tree, 'a.b.c')).toMatchObject({ text: '42 degC' });
    expect(nodeAt(tree, 'technology.supply')).toMatchObject({ text: '40 degC' });
  });

  test('a map set at a path is merged into the map there', () => {
    const set = setPath(rootOf('cdu: { count: 4, record: a }'), 'cdu', nodeAt(rootOf('x: { count: 6 }'), 'x')!);
    expect('tree' in set && nodeAt(set.tree, 'cdu.record')).toMatchObject({ text: 'a' });
    expect('tree' in set && nodeAt(set.tree, 'cdu.count')).toMatchObject({ text: '6' });
  });

  test('a path through a value is a fault', () => {
    const value = nodeAt(rootOf('x: 1'), 'x')!;
    expect(setPath(rootOf('a: 5 kW'), 'a.b', value)).toEqual({ fault: 'a is "5 kW", which holds no "b"' });
    expect(setPath(rootOf('a: 5 kW'), 'c..d', value)).toEqual({ fault: 'a name is missing between two dots' });
  });
});

test('the nearest word is near, or there is none', () => {
  const words = ['ratedFlow', 'ratedHead', 'ratedPower'];
  expect(nearest('ratedPowr', words)).toBe('ratedPower');
  expect(nearest('RATEDHEAD', words)).toBe('ratedHead');
  expect(nearest('ratedFlwo', words)).toBe('ratedFlow');
  expect(nearest('colour', words)).toBeUndefined();
  expect(nearest('x', ['y'])).toBeUndefined();
  expect(nearest('', ['y'])).toBeUndefined();
});
