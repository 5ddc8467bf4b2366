import { describe, expect, it } from 'vitest';
import { bindingCause, circuitOfChips, type MachineCondition } from '../../src/solver/transient/binding-cause.ts';
import { solveHour } from '../../src/study/hour-run.ts';
import { preparedOf, systemScenario } from '../laws/plants.ts';

/** Racks on `technology` and `hall`; technology → cdu → facility → adiabatic-cooler; hall → fan-wall → chilled → chiller. */
const { plant } = solveHour(preparedOf(systemScenario('systems/cold-plate-dry', 'ashburn')), 4672);
const racks = plant.machines.find(({ name }) => name === 'racks')!;
const chips = circuitOfChips(plant, racks)!;

const well: MachineCondition = { units: 6, working: 6, powered: true, starting: false, opening: 0.6 };

/** The cause when some machines and circuits are not well. */
function causeOf(
  machines: Readonly<Record<string, Partial<MachineCondition>>>,
  drives: Record<string, number> = {},
  shut: readonly string[] = [],
) {
  return bindingCause(
    plant,
    { chips, group: 'racks' },
    {
      isShut: (circuit, machine) => shut.includes(`${circuit} ${machine}`),
      machine: (name) => ({ ...well, ...machines[name] }),
      drive: (circuit) => drives[circuit] ?? 1,
    },
  );
}

describe('what stands in the way of the heat of chips', () => {
  it('the chips of cold-plate racks sit on the technology loop, which takes most of their heat', () => {
    expect(chips.name).toBe('technology');
  });

  it('is nothing where all is well', () => {
    expect(causeOf({})).toBeUndefined();
  });

  it('is the machine that has no power', () => {
    expect(causeOf({ 'adiabatic-cooler': { powered: false } })).toEqual({
      owner: 'adiabatic-cooler',
      state: 'failed',
      says: 'has no power',
      root: undefined,
      also: [],
    });
  });

  it('is the innermost of two that stand still, the outermost is the root', () => {
    const stopped = { working: 0 };
    expect(causeOf({ cdu: stopped, 'adiabatic-cooler': stopped })).toMatchObject({
      owner: 'cdu',
      root: { owner: 'adiabatic-cooler', says: 'all 6 units stand still' },
      also: [],
    });
    expect(causeOf({ cdu: stopped, 'adiabatic-cooler': { powered: false } }, { technology: 0.2 })).toMatchObject({
      owner: 'technology',
      root: { owner: 'adiabatic-cooler', says: 'has no power' },
      also: [{ owner: 'cdu', says: 'all 6 units stand still' }],
    });
  });

  it('is what stands still sooner than what lost some of its flow inside of it', () => {
    expect(causeOf({ 'adiabatic-cooler': { working: 0 } }, { technology: 0.8 })).toMatchObject({
      owner: 'adiabatic-cooler',
      root: undefined,
      also: [{ owner: 'technology', says: 'flow is at 80 % of what is asked for' }],
    });
  });

  it('is the rack group itself that is shut off', () => {
    expect(causeOf({}, {}, ['technology racks'])).toMatchObject({
      owner: 'racks',
      says: 'is shut off from technology',
    });
    expect(causeOf({}, {}, ['facility racks'])).toBeUndefined();
  });

  it('is a failure sooner than what is at its end, wherever that stands', () => {
    expect(causeOf({ cdu: { working: 0 }, 'adiabatic-cooler': { opening: 1 } })?.owner).toBe('cdu');
  });

  it('is what has nothing left in reserve sooner than a unit that is missed by nobody', () => {
    const cause = causeOf({ cdu: { working: 4, opening: 1 }, 'adiabatic-cooler': { working: 5 } });
    expect(cause).toMatchObject({ owner: 'cdu', says: '2 of 6 units stand still, the rest gives all it can' });
    expect(causeOf({ 'adiabatic-cooler': { working: 5 } })).toMatchObject({ says: '1 of 6 units stands still' });
  });

  it('is the outermost machine that gives all it can where nothing failed', () => {
    expect(causeOf({ cdu: { opening: 1 } })).toMatchObject({
      owner: 'cdu',
      state: 'saturated',
      says: 'gives all it can',
    });
    expect(causeOf({ cdu: { opening: 1 }, 'adiabatic-cooler': { opening: 0.9995 } })?.owner).toBe('adiabatic-cooler');
    expect(causeOf({ cdu: { opening: 0.99 } })).toBeUndefined();
  });

  it('a circuit at nine tenths of its flow is well, and one below is not', () => {
    expect(causeOf({}, { technology: 0.91 })).toBeUndefined();
    expect(causeOf({}, { technology: 0.89 })?.owner).toBe('technology');
  });

  it('says what wore off and what is starting', () => {
    expect(causeOf({ cdu: { working: 6 * 0.42 } })).toMatchObject({ says: 'only 42 % of it is left' });
    expect(causeOf({ cdu: { starting: true } })).toMatchObject({ says: 'has power again and is starting' });
  });

  it('leaves out the circuits that take the lesser part of the heat', () => {
    expect(causeOf({ chiller: { powered: false }, 'fan-wall': { working: 0 } }, { hall: 0 })).toBeUndefined();
  });
});
