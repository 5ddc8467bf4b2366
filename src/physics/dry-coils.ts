/**
 * The hot functions of a dry cooler: heat moved at an air fraction, and the air
 * fraction that moves a wanted heat. Equations and units are at `sizeDryCooler`,
 * the only one who uses them; nothing is allocated here.
 */

/** Film exponents and temperature terms; their sources are at `sizeDryCooler`. */
const airExponent = 0.8;
const coolantExponent = 0.85;
export const coolantTemperatureTerm = 0.014;
const airTemperatureTerm = 7.8532e-4;

/** What the hot functions know of the coils, all at the duty. */
export interface DryCoils {
  /** 1/hA_c and 1/hA_a [K/W]. */
  readonly coolantResistance: number;
  readonly airResistance: number;
  readonly logCoolantFlow: number;
  /** s [1/K] */
  readonly coolantTerm: number;
  readonly inletTemperature: number;
  readonly airTemperature: number;
  /** T/p of the rated air: times p/T it is a density over the rated one. */
  readonly massPerDensity: number;
  readonly ratedAirRate: number;
  /** r/(1 − r) */
  readonly returning: number;
  readonly minimumSpeed: number;
  readonly freeAirFraction: number;
  /** y^−0.8 of both. */
  readonly minimumSpeedFilm: number;
  readonly freeFilm: number;
  readonly last: LastSeen;
}

/** What the passes of one hour have in common, kept so that they share its exponentials. */
interface LastSeen {
  flow: number;
  /** 1/hA_c at that flow and the rated inlet temperature [K/W]. */
  flowResistance: number;
  airInlet: number;
  pressure: number;
  /** Air capacity rate [W/K] and 1/hA_a [K/W] at full speed in that air. */
  fullAirRate: number;
  fullAirResistance: number;
  /** d ln Q/d ln ṁ_a of the last `steadyHeat`. */
  slope: number;
}

export function relativeDensity(coils: DryCoils, airInlet: number, pressure: number): number {
  return (pressure / airInlet) * coils.massPerDensity;
}

/** 1/hA_c [K/W] at an inlet temperature and a flow. */
export function coolantFilmResistance(coils: DryCoils, inlet: number, flow: number): number {
  const { last } = coils;
  if (last.flow !== flow) {
    last.flow = flow;
    last.flowResistance = coils.coolantResistance * Math.exp(coolantExponent * (coils.logCoolantFlow - Math.log(flow)));
  }
  return last.flowResistance / (1 + coils.coolantTerm * (inlet - coils.inletTemperature));
}

/** Puts the air's capacity rate and film at full speed into `coils.last`. */
export function seeAir(coils: DryCoils, airInlet: number, pressure: number): void {
  const { last } = coils;
  if (last.airInlet === airInlet && last.pressure === pressure) return;
  last.airInlet = airInlet;
  last.pressure = pressure;
  const density = relativeDensity(coils, airInlet, pressure);
  const warm = 1 + airTemperatureTerm * (airInlet - coils.airTemperature);
  last.fullAirRate = density * coils.ratedAirRate;
  last.fullAirResistance = (coils.airResistance / warm) * Math.exp(-airExponent * Math.log(density));
}

/**
 * Q [W] at a steady air fraction y whose film is y^−0.8, and its slope, left in `coils.last`.
 *
 * `crossflowEffectiveness` written out, because its exponentials give the slope
 * for nothing:
 *
 *     ε = 1 − e^(−N φ),  φ = (1 − e⁻ˣ)/x,  x = C N^0.78
 *     dε = (1 − ε) N (φ d ln N + (e⁻ˣ − φ) d ln x)
 */
function steadyHeat(
  coils: DryCoils,
  coolant: number,
  capacityRate: number,
  difference: number,
  airFraction: number,
  film: number,
): number {
  const airRate = airFraction * coils.last.fullAirRate;
  const air = film * coils.last.fullAirResistance;
  const shortOfAir = airRate < capacityRate;
  const smaller = shortOfAir ? airRate : capacityRate;
  const units = 1 / ((coolant + air) * smaller);
  const x = (smaller / (shortOfAir ? capacityRate : airRate)) * Math.exp(0.78 * Math.log(units));
  const phi = -Math.expm1(-x) / x;
  const effectiveness = -Math.expm1(-units * phi);

  const conductanceSlope = (airExponent * air) / (coolant + air);
  const unitsSlope = shortOfAir ? conductanceSlope - 1 : conductanceSlope;
  const xSlope = (shortOfAir ? 1 : -1) + 0.78 * unitsSlope;
  const gain = (1 - effectiveness) * units * (phi * unitsSlope + (1 - x * phi - phi) * xSlope);
  const movedSlope = gain / effectiveness + (shortOfAir ? 1 : 0);
  const moved = effectiveness * smaller;
  const back = (coils.returning * moved) / airRate;
  coils.last.slope = (movedSlope + back) / (1 + back);
  return (moved * difference) / (1 + back);
}

/** y^−0.8, how the air's film falls with its flow. */
export function filmAt(airFraction: number): number {
  return Math.exp(-airExponent * Math.log(airFraction));
}

/** Q [W] at an air fraction: steady, cycling or partly passed by. */
export function meanHeat(
  coils: DryCoils,
  coolant: number,
  capacityRate: number,
  difference: number,
  airFraction: number,
): number {
  const { minimumSpeed, freeAirFraction } = coils;
  if (airFraction >= minimumSpeed) {
    return steadyHeat(coils, coolant, capacityRate, difference, airFraction, filmAt(airFraction));
  }
  const free = freeHeat(coils, coolant, capacityRate, difference);
  if (airFraction <= freeAirFraction) return airFraction === 0 ? 0 : (free * airFraction) / freeAirFraction;
  const slow = steadyHeat(coils, coolant, capacityRate, difference, minimumSpeed, coils.minimumSpeedFilm);
  const running = (airFraction - freeAirFraction) / (minimumSpeed - freeAirFraction);
  return free + running * (slow - free);
}

/** Q [W] with all fans off. */
function freeHeat(coils: DryCoils, coolant: number, capacityRate: number, difference: number): number {
  const { freeAirFraction } = coils;
  if (freeAirFraction === 0) return 0;
  return steadyHeat(coils, coolant, capacityRate, difference, freeAirFraction, coils.freeFilm);
}

/** Miss of the heat, relative, from where one Newton step is the last: its square is below rounding. */
const lastStep = 1e-6;
/** A duty met to rounding counts as met. */
const roundingOfHeat = 1e-12;
const newtonSteps = 12;
const maximumSteps = 60;

/**
 * The inverse of `meanHeat`: Newton on the logarithms of heat and speed, kept
 * inside a bracket that ends at minimum and full speed. Two or three
 * evaluations from the answer of the hour before. Steps need no exact
 * logarithm: with d ln y = s, y' = y (2 + s)/(2 − s).
 */
export function fractionForHeat(
  coils: DryCoils,
  coolant: number,
  capacityRate: number,
  difference: number,
  wanted: number,
  guess: number,
): number {
  const slowest = coils.minimumSpeed;
  let low = slowest;
  let high = 1;
  let speed = guess > slowest ? (guess < 1 ? guess : 1) : guess >= 0 ? slowest : 1;
  for (let step = 0; step < maximumSteps; step++) {
    const film = speed === slowest ? coils.minimumSpeedFilm : filmAt(speed);
    const heat = steadyHeat(coils, coolant, capacityRate, difference, speed, film);
    const miss = (wanted - heat) / heat;
    if (speed === slowest && miss <= 0) return slowFraction(coils, coolant, capacityRate, difference, wanted, heat);
    if (speed === 1 && miss > 0) return miss > roundingOfHeat ? Infinity : 1;
    // ln(1 + m) is 2m/(2 + m) but for m³/12.
    const stride = Math.min(1, Math.max(-1, (2 * miss) / (2 + miss) / coils.last.slope));
    const next = speed * ((2 + stride) / (2 - stride));
    if (Math.abs(miss) < lastStep && next >= slowest && next <= 1) return next;
    if (miss > 0) low = speed;
    else high = speed;
    const from = speed;
    speed = step < newtonSteps ? next : 0.5 * (low + high);
    // A step past an untried end tries the end itself.
    if (speed >= high) speed = high === 1 ? 1 : 0.5 * (from + high);
    else if (!(speed > low)) speed = low === slowest ? slowest : 0.5 * (from + low);
    if (speed === from) return speed;
  }
  return speed;
}

/** The fraction below minimum speed, where heat is linear in it piece by piece; `slow` is the heat at minimum speed. */
function slowFraction(
  coils: DryCoils,
  coolant: number,
  capacityRate: number,
  difference: number,
  wanted: number,
  slow: number,
): number {
  const { minimumSpeed, freeAirFraction } = coils;
  const free = freeHeat(coils, coolant, capacityRate, difference);
  if (wanted <= free) return (freeAirFraction * wanted) / free;
  return freeAirFraction + ((wanted - free) / (slow - free)) * (minimumSpeed - freeAirFraction);
}
