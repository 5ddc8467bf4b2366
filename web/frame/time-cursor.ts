/**
 * The hour that all views look at: a year's outdoor temperature to drag over,
 * date, weather and power ratio of the hour, and a day in motion.
 */

import type { Actions } from '../actions.ts';
import { fittedCanvas } from '../draw/canvas.ts';
import { button, element } from '../dom.ts';
import { dateText, degrees } from '../numbers.ts';
import { columnNamed, type State } from '../state.ts';
import { temperatureColour } from '../../src/index.ts';
import { colour } from '../theme.ts';
import { say } from '../words.ts';

const hoursPerSecond = 8;

export function timeCursor(root: HTMLElement, state: State, actions: Actions): () => void {
  const play = button('', () => toggle(), { class: 'play' });
  const when = element('span', { class: 'when' });
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const slider = element('input', { type: 'range', min: 0, max: 8759, step: 1 });
  const facts = element('span', { class: 'facts' });
  root.append(play, when, element('div', { class: 'track' }, canvas, slider), facts);
  slider.addEventListener('input', () => actions.redraw({ hour: Number(slider.value) }));
  let timer = 0;

  function toggle(): void {
    clearInterval(timer);
    actions.redraw({ playing: !state.playing });
    if (state.playing)
      timer = setInterval(
        () => actions.redraw({ hour: (state.hour + 1) % 8760 }),
        1000 / hoursPerSecond,
      ) as unknown as number;
  }

  const strip = document.createElement('canvas');
  let before = '';
  return () => {
    play.textContent = state.playing ? '❚❚' : '▶';
    play.setAttribute('aria-label', say(state.playing ? 'Pause' : 'Play'));
    when.textContent = dateText(state.hour, state.language);
    slider.value = String(state.hour);
    slider.setAttribute('aria-label', say('Hour of the year'));
    slider.setAttribute('aria-valuetext', dateText(state.hour, state.language));
    facts.replaceChildren(...factsOf(state));
    const { context, width, height } = fittedCanvas(canvas);
    const dry = state.year === undefined ? undefined : columnNamed(state.year, 'weather.dryBulb');
    const key = `${width} ${state.year?.site.title} ${state.year?.site.weather}`;
    if (before !== key && dry !== undefined) {
      Object.assign(strip, { width: canvas.width, height: canvas.height });
      const beside = strip.getContext('2d')!;
      beside.scale(devicePixelRatio, devicePixelRatio);
      drawStrip(beside, dry, width, height);
      before = key;
    }
    context.clearRect(0, 0, width, height);
    if (before !== '') context.drawImage(strip, 0, 0, width, height);
    const x = (state.hour / 8759) * width;
    context.fillStyle = colour('ink');
    context.fillRect(Math.min(Math.max(x - 1, 0), width - 2), 0, 2, height);
  };
}

/** Each day's range of outdoor temperature, in its colour. */
function drawStrip(context: CanvasRenderingContext2D, dry: Float32Array, width: number, height: number): void {
  const [coldest, hottest] = [Math.min(...dry), Math.max(...dry)];
  const y = (kelvin: number): number => height - 3 - ((kelvin - coldest) / (hottest - coldest)) * (height - 6);
  for (let day = 0; day < 365; day++) {
    const hours = dry.subarray(day * 24, day * 24 + 24);
    const [low, high] = [Math.min(...hours), Math.max(...hours)];
    context.fillStyle = temperatureColour((low + high) / 2);
    const x = (day / 365) * width;
    context.fillRect(x, y(high), Math.max(width / 365 - 0.4, 0.6), Math.max(y(low) - y(high), 1));
  }
}

function factsOf({ year, hour, units }: State): Node[] {
  if (year === undefined) return [];
  const at = (name: string): number => columnNamed(year, name)?.[hour] ?? Number.NaN;
  const facts = [
    [say('dry bulb'), degrees(at('weather.dryBulb'), units)],
    [say('wet bulb'), degrees(at('weather.wetBulb'), units)],
    ['PUE', (at('facility.power') / at('it.power')).toFixed(3)],
  ] as const;
  return facts.map(([name, value]) => element('span', {}, `${name} `, element('b', {}, value)));
}
