import { describe, expect, it } from 'vitest';

import {
  europeanUnionSaving,
  hourOfText,
  localClock,
  unitedStatesSaving,
  weekday,
} from '../../src/scenario/load/local-clock.ts';
import { daylightSavingDays } from '../published/daylight-saving.ts';

const monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const hour = ([month, day]: readonly [number, number], ofDay: number): number =>
  (monthStarts[month - 1]! + day - 1) * 24 + ofDay;

describe('weekdays', () => {
  it('are those of the calendar', () => {
    for (const [year, month, day] of [
      [2026, 1, 1],
      [2024, 2, 28],
      [2024, 3, 1],
      [2000, 2, 28],
      [1900, 3, 1],
      [2100, 12, 31],
    ] as const) {
      expect(weekday(year, month, day)).toBe(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
    }
  });

  it('step over 29 February in a leap year', () => {
    const { weekend } = localClock(2024, undefined);
    // 1 March 2024 is a Friday, the 2nd a Saturday.
    expect(weekend[hour([3, 1], 12)]).toBe(0);
    expect(weekend[hour([3, 2], 12)]).toBe(1);
  });

  it('are 104 or 105 days of weekend in a plain year', () => {
    const { weekend } = localClock(2026, undefined);
    expect(weekend.reduce((sum, v) => sum + v, 0) / 24).toBe(104);
  });
});

describe('daylight saving', () => {
  it.each(daylightSavingDays)('of $year begins and ends on the published days', (days) => {
    expect(unitedStatesSaving(days.year)).toEqual({
      start: hour(days.unitedStates[0], 2),
      end: hour(days.unitedStates[1], 1),
    });
    expect(europeanUnionSaving(days.year, 1)).toEqual({
      start: hour(days.europeanUnion[0], 2),
      end: hour(days.europeanUnion[1], 2),
    });
  });

  it('comes at one moment all over the Union', () => {
    const [dublin, helsinki] = [europeanUnionSaving(2026, 0), europeanUnionSaving(2026, 2)];
    expect(helsinki.start - dublin.start).toBe(2);
    expect(helsinki.end - dublin.end).toBe(2);
  });

  it('moves the clock on the wall an hour ahead, one hour skipped and one repeated', () => {
    const { start, end } = unitedStatesSaving(2026);
    const { hourOfDay } = localClock(2026, { start, end });
    expect(Array.from(hourOfDay.slice(start - 2, start + 2))).toEqual([0, 1, 3, 4]);
    expect(Array.from(hourOfDay.slice(end - 2, end + 2))).toEqual([0, 1, 1, 2]);
    expect(hourOfDay[0]).toBe(0);
    expect(hourOfDay[hour([7, 1], 12)]).toBe(13);
    expect(hourOfDay[hour([7, 1], 23)]).toBe(0);
  });

  it('wraps New Year in the south', () => {
    const { hourOfDay } = localClock(2026, { start: hour([10, 4], 2), end: hour([4, 5], 2) });
    expect(hourOfDay[0]).toBe(1);
    expect(hourOfDay[hour([7, 1], 12)]).toBe(12);
    expect(hourOfDay[hour([12, 1], 12)]).toBe(13);
  });

  it('is read from full hours that exist', () => {
    expect(hourOfText('2026-03-29 02:00')).toBe(hour([3, 29], 2));
    expect(hourOfText('2026-03-29T02:00')).toBe(hour([3, 29], 2));
    for (const text of ['2026-13-01 02:00', '2026-02-29 02:00', '2026-03-29 02:30', '2026-03-29 24:00', '29.3.', '']) {
      expect(hourOfText(text)).toBeUndefined();
    }
  });
});
