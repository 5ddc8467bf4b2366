/**
 * Days on which the clocks change, [month, day], first forward, then back.
 *
 * United States: National Institute of Standards and Technology, "Daylight Saving Time", rules of 2007.
 * European Union: Commission communications on summer-time arrangements 2022–2026 (OJ C 61/1, 2022).
 */

export const daylightSavingDays = [
  {
    year: 2022,
    unitedStates: [
      [3, 13],
      [11, 6],
    ],
    europeanUnion: [
      [3, 27],
      [10, 30],
    ],
  },
  {
    year: 2023,
    unitedStates: [
      [3, 12],
      [11, 5],
    ],
    europeanUnion: [
      [3, 26],
      [10, 29],
    ],
  },
  {
    year: 2024,
    unitedStates: [
      [3, 10],
      [11, 3],
    ],
    europeanUnion: [
      [3, 31],
      [10, 27],
    ],
  },
  {
    year: 2025,
    unitedStates: [
      [3, 9],
      [11, 2],
    ],
    europeanUnion: [
      [3, 30],
      [10, 26],
    ],
  },
  {
    year: 2026,
    unitedStates: [
      [3, 8],
      [11, 1],
    ],
    europeanUnion: [
      [3, 29],
      [10, 25],
    ],
  },
] as const;
