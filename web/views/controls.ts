/**
 * The controls of the live view: a slider or list for everything that can be
 * moved, with its value, its range and the base value marked.
 */

import { displayUnit, type UnitSystem } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { ticks } from '../draw/canvas.ts';
import { element, select } from '../dom.ts';
import { spoken } from '../numbers.ts';
import type { State } from '../state.ts';
import type { Changes, Control } from '../simulation/messages.ts';
import { say } from '../words.ts';

/** Names that stand in front; the rest is one click away. */
const frontNames = [
  'supply',
  'utilisation',
  'racks',
  'approach',
  'electricityPrice',
  'waterPrice',
  'carbonIntensity',
  'designDay',
  'units',
];

/** Builds the list; it is built anew when what can be moved changes, not while something moves. */
export function controlList(state: State, actions: Actions): HTMLElement {
  const base = state.base ?? state.year;
  const list = element('div', { class: 'controls', role: 'region', 'aria-label': say('Live') });
  if (base === undefined || state.contents === undefined) return list;
  const { climates, systems } = state.contents;
  if (base.system !== '')
    list.append(
      choice(say('System'), systems, state.changes.system ?? base.system, (system) =>
        actions.change(withSystem(state, system, base.system)),
      ),
    );
  if (base.weather.startsWith('climates/'))
    list.append(
      choice(say('Climate'), climates, state.changes.site['weather'] ?? base.weather, (weather) =>
        actions.change(withSite(state.changes, 'weather', weather === base.weather ? undefined : weather)),
      ),
    );
  // With another system its own parameters are what can be moved.
  const source = state.changes.system === undefined ? base : (state.year ?? base);
  const owners = [...new Set(source.controls.map(({ owner }) => owner))];
  for (const owner of owners) {
    const own = source.controls.filter((control) => control.owner === owner);
    const [front, back] = [own.filter(isFront), own.filter((control) => !isFront(control))];
    const details = element(
      'details',
      { open: front.length > 0 },
      element('summary', {}, owner === 'site' ? say('Site and prices') : owner),
    );
    details.append(...front.map((control) => controlRow(control, state, actions)));
    if (back.length > 0) {
      const more = element(
        'details',
        {},
        element('summary', { class: 'soft' }, `${say('More of')} ${owner === 'site' ? say('Site and prices') : owner}`),
      );
      more.append(...back.map((control) => controlRow(control, state, actions)));
      if (front.length > 0) details.append(more);
      else details.append(...back.map((control) => controlRow(control, state, actions)));
    }
    list.append(details);
  }
  return list;
}

function isFront({ label }: Control): boolean {
  return frontNames.includes(label) && label !== 'units';
}

function withSystem(state: State, system: string, base: string): Changes {
  const { site } = state.changes;
  return system === base ? { site, own: {} } : { system, site, own: {} };
}

function withSite(changes: Changes, name: string, text: string | undefined): Changes {
  return { ...changes, site: withEntry(changes.site, name, text) };
}

function withEntry(
  entries: Readonly<Record<string, string>>,
  name: string,
  text: string | undefined,
): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name));
  return text === undefined ? rest : { ...rest, [name]: text };
}

/** The changes with one more; a value back at its base is no change. */
function changed({ changes }: State, { scope, path }: Control, text: string | undefined): Changes {
  return scope === 'site' ? withSite(changes, path, text) : { ...changes, own: withEntry(changes.own, path, text) };
}

function choice(
  title: string,
  options: Parameters<typeof select>[1],
  value: string,
  act: (value: string) => void,
): HTMLElement {
  return element('div', { class: 'control' }, element('span', {}, title), select(title, options, value, act));
}

function controlRow(control: Control, state: State, actions: Actions): HTMLElement {
  const title = say(spoken(control.label));
  const written = (control.scope === 'site' ? state.changes.site : state.changes.own)[control.path];
  if (control.shape === 'choice') {
    const options = control.options.map(({ value, title: text }) => ({ value, title: say(text) }));
    const row = choice(title, options, written ?? control.value, (value) =>
      actions.change(changed(state, control, value === control.value ? undefined : value)),
    );
    row.title = say(control.about);
    return row;
  }
  return slider(control, title, written, state, actions);
}

type Slidable = Extract<Control, { readonly shape: 'quantity' | 'count' }>;

interface Rule {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly base: number;
  readonly digits: number;
  readonly unit: string;
}

function ruleOf(control: Slidable, units: UnitSystem): Rule {
  const shown =
    control.shape === 'count' ? { unit: '', fromSi: (value: number) => value } : displayUnit(control.quantity, units);
  const [from, to] = control.range.map(shown.fromSi) as [number, number];
  const marks = ticks(from, to, 60);
  const step = control.shape === 'count' ? 1 : Math.max(marks[1]! - marks[0]!, 1e-9);
  const isTemperature = control.shape === 'quantity' && control.quantity === 'temperature';
  const digits = Math.max(isTemperature ? 1 : 0, -Math.floor(Math.log10(step) + 1e-9));
  const low = Math.ceil(from / step - 1e-9) * step;
  return {
    low,
    high: Math.floor(to / step + 1e-9) * step,
    step,
    base: shown.fromSi(control.value),
    digits,
    unit: shown.unit === '1' ? '' : shown.unit,
  };
}

function slider(
  control: Slidable,
  title: string,
  written: string | undefined,
  state: State,
  actions: Actions,
): HTMLElement {
  const rule = ruleOf(control, state.units);
  const { low, high, step, base, digits, unit } = rule;
  const now = written === undefined ? base : Number.parseFloat(written);
  const text = (value: number): string =>
    `${Number(value.toFixed(digits + 1)).toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;
  const output = element('output', {}, text(now));
  const label = control.owner === 'site' ? title : `${control.owner} ${title}`;
  const input = element('input', {
    type: 'range',
    min: low,
    max: high,
    step,
    value: now,
    'aria-label': label,
    'data-path': control.path,
  });
  // Set again: the attribute is rounded to the step before min and max are known.
  input.value = String(now);
  const mark = element('span', { class: 'mark', title: `${say('base')}: ${text(base)}` });
  mark.style.left = `calc(8px + (100% - 16px) * ${(base - low) / Math.max(high - low, 1e-9)})`;
  const row = element(
    'div',
    { class: written === undefined ? 'control' : 'control moved', title: say(control.about) },
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
  input.addEventListener('input', () => {
    const value = Number(input.value);
    const isBase = Math.abs(value - base) < step / 2;
    output.textContent = text(isBase ? base : value);
    input.setAttribute('aria-valuetext', output.textContent);
    row.classList.toggle('moved', !isBase);
    actions.change(changed(state, control, isBase ? undefined : text(value)));
  });
  return row;
}
