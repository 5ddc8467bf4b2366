/** The form in the page: what fails, from when, and sliders for how much, how long and against which buffers. */

import { displayUnit, numberText, type UnitSystem } from '../../src/index.ts';
import { ticks } from '../draw/canvas.ts';
import { button, element, select } from '../dom.ts';
import type { PlantPicture } from '../simulation/messages.ts';
import type { TransientReply } from '../simulation/transient-messages.ts';
import type { State } from '../state.ts';
import { say } from '../words.ts';
import { lengthText } from './clock.ts';
import { type FailureForm, failures, type Moved, notMoved, targetOf, usual } from './form.ts';
import type { Session } from './session.ts';

interface Slider {
  readonly key: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly base: number;
  readonly text: (value: number) => string;
}

/** What the controls are built of; they are built anew when this changes, not while something moves. */
export function controlsKey(state: State, session: Session, base: TransientReply | undefined): string {
  const form = session.form();
  return JSON.stringify([
    form?.what,
    form?.start,
    state.units,
    state.selected,
    state.year?.system,
    base?.id,
    session.resets,
  ]);
}

/** The button that takes all back is there while there is something to take back. */
export function showReset(list: HTMLElement, session: Session): void {
  const reset = list.querySelector<HTMLElement>('.reset');
  if (reset !== null) reset.hidden = session.form()?.moved === notMoved;
}

export function failureControls(state: State, session: Session, base: TransientReply | undefined): readonly Node[] {
  const form = session.form();
  const picture = state.year?.picture;
  if (form === undefined || picture === undefined) return [];
  return [
    ...whatAndWhen(session, form, picture),
    ...slidersOf(form, picture, base, state.units).map((slider) => sliderRow(slider, session)),
    button(say('Reset all'), () => session.reset(), { class: 'reset', hidden: form.moved === notMoved }),
  ];
}

/** What fails, and the hour it fails in. */
function whatAndWhen(session: Session, form: FailureForm, picture: PlantPicture): readonly Node[] {
  const options = failures(picture, session.isWritten()).map(({ value, title, name }) => ({
    value,
    title: `${say(title)} ${name}`.trim(),
  }));
  return [
    element(
      'div',
      { class: 'control' },
      element('span', {}, say('What fails')),
      select(say('What fails'), options, form.what, (what) => session.change({ ...form, what, moved: notMoved })),
    ),
    ...(form.what === 'written' ? [] : startControl(session)),
  ];
}

/** The hour it begins in. */
export function startControl(session: Session): readonly Node[] {
  const form = session.form();
  if (form === undefined) return [];
  const starts = [
    { value: 'design', title: say('the design hour, at full load') },
    { value: 'cursor', title: say('the hour under the cursor below') },
  ];
  const choose = (value: string): void => session.change({ ...form, start: value === 'cursor' ? 'cursor' : 'design' });
  return [
    element(
      'div',
      { class: 'control' },
      element('span', {}, say('From')),
      select(say('From'), starts, form.start, choose),
    ),
  ];
}

function slidersOf(
  form: FailureForm,
  picture: PlantPicture,
  base: TransientReply | undefined,
  units: UnitSystem,
): readonly Slider[] {
  const isOwn = form.what !== 'written';
  const length = isOwn ? usual.length : (base?.duration ?? usual.length);
  return [
    ...countSlider(form, picture, base),
    ...(form.what === 'load' ? [{ ...shareSlider, title: say(shareSlider.title) }] : []),
    ...(isOwn ? [timeSlider('lasts', say('For how long'), [5, 900], usual.lasts)] : []),
    { ...timeSlider('length', say('Time that is shown'), [120, Math.max(3600, length)], length), step: 60 },
    ...(base === undefined
      ? []
      : [
          {
            ...timeSlider('ups', say('Batteries carry the UPS for'), [0, Math.max(900, base.ups * 2)], base.ups),
            step: 15,
          },
        ]),
    ...bufferSliders(base, units),
  ];
}

function timeSlider(key: string, title: string, [low, high]: readonly [number, number], base: number): Slider {
  return { key, title, low, high, step: 5, base, text: lengthText };
}

const shareSlider: Slider = {
  key: 'to',
  title: 'Load goes to',
  low: 0,
  high: 1,
  step: 0.05,
  base: usual.to,
  text: (value) => `${numberText(value * 100, 0)} %`,
};

/** Of machines with several units, and of several pumps or fans. */
function countSlider(
  form: FailureForm,
  { machines }: PlantPicture,
  base: TransientReply | undefined,
): readonly Slider[] {
  const target = targetOf(form);
  const all = form.what.startsWith('pumps ')
    ? (base?.movers.find(({ circuit }) => circuit === target)?.count ?? 1)
    : (machines.find(({ name }) => name === target)?.units ?? 1);
  if (all < 2) return [];
  const text = (value: number): string => `${value} ${say('of')} ${all}`;
  return [{ key: 'count', title: say('How many'), low: 1, high: all, step: 1, base: all, text }];
}

/** A buffer moves from half of what the circuit holds to twelve times that. */
function bufferSliders(base: TransientReply | undefined, units: UnitSystem): readonly Slider[] {
  const shown = displayUnit('volume', units);
  return (base?.buffers ?? []).map(({ circuit, volume }): Slider => {
    const [low, high] = [volume / 2, volume * 12];
    const marks = ticks(low, high, 100);
    return {
      key: `${bufferKey}${circuit}`,
      title: `${say('Supply buffer of')} ${circuit}`,
      low,
      high,
      step: Math.max(marks[1]! - marks[0]!, 1e-6),
      base: volume,
      text: (value) => `${numberText(shown.fromSi(value), shown.fromSi(volume) < 10 ? 2 : 1)} ${shown.unit}`,
    };
  });
}

const bufferKey = 'buffer ';

function valueIn({ moved }: FailureForm, key: string): number | undefined {
  if (key.startsWith(bufferKey)) return moved.buffers[key.slice(bufferKey.length)];
  return moved[key as Exclude<keyof Moved, 'buffers'>];
}

/** The form with a slider elsewhere; where nothing is moved any more it is as at first. */
function withValue(form: FailureForm, key: string, value: number | undefined): FailureForm {
  const { buffers, ...rest } = form.moved;
  const isBuffer = key.startsWith(bufferKey);
  const numbers = entriesWith(rest, isBuffer ? [] : [[key, value]]);
  const volumes = entriesWith(buffers, isBuffer ? [[key.slice(bufferKey.length), value]] : []);
  const isNone = Object.keys(numbers).length + Object.keys(volumes).length === 0;
  return { ...form, moved: isNone ? notMoved : { ...numbers, buffers: volumes } };
}

function entriesWith(
  entries: Readonly<Record<string, number>>,
  changed: readonly (readonly [string, number | undefined])[],
): Record<string, number> {
  const all = [...Object.entries(entries).filter(([key]) => changed.every(([other]) => other !== key)), ...changed];
  return Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function sliderRow({ key, title, low, high, step, base, text }: Slider, session: Session): HTMLElement {
  const now = valueIn(session.form()!, key) ?? base;
  const output = element('output', {}, text(now));
  const input = element('input', {
    type: 'range',
    min: low,
    max: high,
    step: 'any',
    'aria-label': title,
    'data-key': key,
  });
  input.value = String(now);
  input.setAttribute('aria-valuetext', text(now));
  const mark = element('span', { class: 'mark', title: `${say('base')}: ${text(base)}` });
  mark.style.left = `calc(8px + (100% - 16px) * ${(base - low) / Math.max(high - low, 1e-9)})`;
  const row = element(
    'div',
    { class: now === base ? 'control' : 'control moved' },
    element('span', {}, title),
    output,
    element('div', { class: 'slide' }, input, mark),
    element(
      'div',
      { class: 'ends', 'aria-hidden': 'true' },
      element('span', {}, text(low)),
      element('span', {}, text(high)),
    ),
  );
  const move = (raw: number): void => {
    const near = Math.abs(raw - base) < step / 2;
    const value = near ? base : Math.min(high, Math.max(low, Math.round(raw / step) * step));
    const tidy = Number(value.toPrecision(6));
    output.textContent = text(tidy);
    input.setAttribute('aria-valuetext', output.textContent);
    row.classList.toggle('moved', !near);
    const form = session.form();
    if (form !== undefined) session.change(withValue(form, key, near ? undefined : tidy));
  };
  input.addEventListener('input', () => move(Number(input.value)));
  input.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    input.value = String(Number(input.value) + by * step);
    move(Number(input.value));
  });
  return row;
}
