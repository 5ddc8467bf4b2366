/**
 * DESIGN CONDITIONS lines as published weather files print them, one of each
 * layout, and what the ASHRAE Handbook's table of the station says they mean
 * [°C]. Values are compared as printed.
 */

export const designLines = {
  /** Washington Dulles, energyplus.net, USA_VA_Sterling-Washington.Dulles.Intl.AP.724030_TMY3.epw: edition 2009, 16 extremes. */
  dulles2009:
    'DESIGN CONDITIONS,1,Climate Design Data 2009 ASHRAE Handbook,,Heating,1,-11.8,-9,-19.5,0.7,' +
    '-9,-16.7,0.9,-6.5,11.2,0.8,10.3,0.6,2.7,310,Cooling,7,11.4,34.1,23.9,32.7,23.5,31.2,22.8,' +
    '25.4,31.6,24.7,30.3,24.1,29.1,4,290,23.6,18.6,27.8,23,18,27.1,22.5,17.4,26.6,78,31.6,75.2,' +
    '30.6,72.5,29.2,712,Extremes,9.2,8.2,7.3,28.9,-17.2,36.2,4.6,1.9,-20.4,37.5,-23.1,38.7,' +
    '-25.7,39.7,-29,41.1',
  /** Munich Theresienwiese, climate.onebuilding.org, DEU_BY_Munich-Theresienwiese.108650_TMYx.epw: edition 2021, 15 extremes. */
  munich2021:
    'DESIGN CONDITIONS,1,' +
    '2021 ASHRAE Handbook -- Fundamentals - Chapter 14 Climatic Design Information,,Heating,2,' +
    '-11.9,-9.2,-15.1,1.1,-10.4,-12.8,1.3,-7.9,10.3,9.2,9.2,7.1,1.8,90,0.476,Cooling,7,8.8,29.5,' +
    '19.0,27.7,18.1,26.1,17.5,19.7,27.4,18.9,26.1,18.2,24.4,2.6,270,17.2,13.1,21.6,16.4,12.5,' +
    '21.1,15.8,11.9,20.8,58.6,27.5,55.9,26.3,53.3,24.5,22.7,Extremes,7.8,6.4,5.3,-13.4,33.1,4.3,' +
    '2.0,-16.5,34.6,-19.0,35.8,-21.4,36.9,-24.5,38.4',
} as const;

export const designValues = {
  dulles2009: {
    heating: [-11.8, -9],
    cooling: [
      [34.1, 23.9],
      [32.7, 23.5],
      [31.2, 22.8],
    ],
    wetBulb: [
      [25.4, 31.6],
      [24.7, 30.3],
      [24.1, 29.1],
    ],
    extremeWetBulb: 28.9,
    returnPeriods: [
      [5, -20.4, 37.5],
      [10, -23.1, 38.7],
      [20, -25.7, 39.7],
      [50, -29, 41.1],
    ],
  },
  munich2021: {
    heating: [-11.9, -9.2],
    cooling: [
      [29.5, 19],
      [27.7, 18.1],
      [26.1, 17.5],
    ],
    wetBulb: [
      [19.7, 27.4],
      [18.9, 26.1],
      [18.2, 24.4],
    ],
    extremeWetBulb: 22.7,
    returnPeriods: [
      [5, -16.5, 34.6],
      [10, -19, 35.8],
      [20, -21.4, 36.9],
      [50, -24.5, 38.4],
    ],
  },
} as const;
