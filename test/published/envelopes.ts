/**
 * Annual PUE and site WUE of like plants in a public scenario table: p5, p50
 * and p95 of 50 realisations for each system and climate zone. Modelled, not
 * measured: PUE 1.06 to 1.24 is the width of their uniform inputs.
 *
 * Lei, Lu, Shehabi, Masanet: The water use of data center workloads, Resources,
 * Conservation & Recycling 219 (2025) 108310, data/UEs_16cases.csv. The
 * quantiles themselves are not copied here; `COLDLOOP_REFERENCE` has them.
 */

/** Which of our systems is like which of theirs. */
export const likePlants = [
  { theirs: '2', ours: 'systems/air-tower', about: 'waterside economizer, water-cooled chillers, large' },
  { theirs: '15_1', ours: 'systems/rear-door-tower', about: 'rear doors on the same' },
  { theirs: '15_2', ours: 'systems/cold-plate-tower', about: 'cold plates; ours has no compressor on the warm loop' },
  { theirs: '15_3', ours: 'systems/immersion-tower', about: 'immersion; ours has no compressor on the warm loop' },
  { theirs: '16_2', ours: 'systems/cold-plate-dry', about: 'cold plates on adiabatically assisted dry coolers' },
  { theirs: '16_3', ours: 'systems/immersion-dry', about: 'immersion on adiabatically assisted dry coolers' },
] as const;

/**
 * Places of the library by climate zone. United States zones as ANSI/ASHRAE 169 lists the counties; Oslo and Luleå by
 * its rule for degree days, since theirs are United States places only. Phoenix is in a county of zone 2B; its airport has
 * the degree days of zone 1. No climate of the library lies in 1A or 3B.
 */
export const places = [
  { zone: '2B', byDegreeDays: 1, climate: 'phoenix' },
  { zone: '3C', byDegreeDays: 3, climate: 'san-francisco' },
  { zone: '4A', byDegreeDays: 4, climate: 'ashburn' },
  { zone: '5A', byDegreeDays: 5, climate: 'chicago' },
  { zone: '6A', byDegreeDays: 6, climate: 'oslo' },
  { zone: '7', byDegreeDays: 7, climate: 'lulea' },
] as const;

/** What lies outside p5 … p95, and why. Everything else has to lie inside. */
export const outside: readonly {
  readonly theirs: string;
  readonly zone: string;
  readonly of: 'PUE' | 'WUE';
  readonly because: string;
}[] = [
  {
    theirs: '15_2',
    zone: '3C',
    of: 'PUE',
    because:
      'ours is 0.003 below their p5 of 1.087, which is the highest of all their zones for this system (others 1.062 to 1.082) though 3C is the mildest: a quantile of 50 draws',
  },
];

/**
 * Water of the dry plants is not held to their range: they assist a loop that has to be about as cold as air's, we one of
 * 36 °C that needs no water below some 30 °C of air. Only the direction is held: less than theirs in temperate places,
 * more in the desert, where our loop has no compressor and theirs has one.
 */
export const dryPlantWater = { theirs: ['16_2', '16_3'], lessIn: ['4A', '5A', '6A', '7'], moreIn: ['2B'] } as const;
