import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportError } from '../../src/cli/report-error.ts';
import { BalanceError, NotConvergedError, OutOfRangeError, RecordError, SeriesError } from '../../src/errors.ts';

const plain = { json: false, debug: false };

/** What an error prints on either stream, and its exit code. */
function printed(error: unknown, dress = plain): { code: number; out: string; error: string } {
  const texts = { out: '', error: '' };
  const catching = (stream: 'out' | 'error') => (text: string | Uint8Array) => {
    texts[stream] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(catching('error'));
  const code = reportError(error, dress);
  vi.restoreAllMocks();
  return { code, ...texts };
}

afterEach(() => vi.restoreAllMocks());

describe('an error in words', () => {
  const residual = { owner: 'technology', equation: 'heat', value: 12, unit: 'W' };

  it('of the input ends with 1 and names its place', () => {
    const fault = { file: 'a.yaml', line: 3, column: 7, path: 'site.weather', message: 'found "x"; wanted a climate' };
    for (const error of [new RecordError([fault]), new SeriesError([fault])]) {
      expect(printed(error)).toEqual({
        code: 1,
        out: '',
        error: 'a.yaml:3:7 site.weather: found "x"; wanted a climate\n',
      });
    }
  });

  it('of a run that cannot be completed ends with 2 and names what did not come to rest', () => {
    const open = printed(new BalanceError('the run does not balance', [residual]));
    expect(open.code).toBe(2);
    expect(open.error).toContain('please report it');
    const restless = printed(new NotConvergedError('hour 7 of 8760', [residual]));
    expect(restless).toMatchObject({
      code: 2,
      error: 'the run could not be completed: hour 7 of 8760: technology heat off by 12 W\n',
    });
    expect(printed(new OutOfRangeError('speed', 2, [0, 1], '')).code).toBe(2);
  });

  it('of a path that cannot be ends with 1, of a full disk with 2', () => {
    const file = (code: string) => Object.assign(new Error('raw'), { code, syscall: 'open', path: '/x/y' });
    expect(printed(file('EACCES'))).toMatchObject({ code: 1, error: 'cannot use /x/y: permission denied\n' });
    expect(printed(file('ENOSPC')).code).toBe(2);
  });

  it('of coldloop itself is one line that asks for a report, and a stack only for its makers', () => {
    const defect = new TypeError('x is not a function\nand more');
    const { code, error } = printed(defect);
    expect(code).toBe(2);
    expect(error).toMatch(/^internal error: x is not a function - a defect of coldloop; please report it.*\n$/);
    expect(printed(defect, { json: false, debug: true }).error).toMatch(/\n\s+at /);
  });

  it('is one JSON document where JSON was asked for', () => {
    const { out, error } = printed(new NotConvergedError('hour 7', [residual]), { json: true, debug: false });
    expect(error).toBe('');
    expect(JSON.parse(out)).toMatchObject({ error: { tag: 'not-converged', residuals: [residual], exitCode: 2 } });
  });
});
