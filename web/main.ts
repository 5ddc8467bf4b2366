/**
 * The page: one state, two workers, the frame around one view at a time.
 * Everything that changes ends in one drawing a frame.
 */

import { actionsOn } from './actions.ts';
import { addressOf, readAddress, restoreFrame } from './address.ts';
import { acceptDrops } from './drop.ts';
import { element } from './dom.ts';
import { timeCursor } from './frame/time-cursor.ts';
import { topBar } from './frame/top-bar.ts';
import { viewTabs } from './frame/view-tabs.ts';
import { watchServed } from './served.ts';
import { openRunner } from './simulation/runner.ts';
import { firstState, type ViewName } from './state.ts';
import { paperText } from './frame/paper.ts';
import { applyTheme } from './theme.ts';
import { compareView } from './views/compare.ts';
import { liveView } from './views/live.ts';
import { plantView } from './views/plant.ts';
import { chipsView } from './views/chips.ts';
import { yearView } from './views/year.ts';
import type { View } from './views/view.ts';
import { say, setLanguage } from './words.ts';

const state = firstState();
const address = readAddress(location.hash);
restoreFrame(state, address);
const actions = actionsOn(state, openRunner(), openRunner(), redraw);

const main = element('main', { class: 'main', id: 'main', tabindex: -1 });
const top = element('header', { class: 'top' });
const tabs = element('nav', { class: 'views' });
const cursor = element('footer', { class: 'cursor' });
const paper = element('div', { class: 'paper', 'aria-hidden': 'true' });
const skip = element('a', { class: 'skip', href: '#main' });
document.getElementById('page')!.append(skip, top, tabs, paper, main, cursor);
skip.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

const make: Readonly<Record<ViewName, () => View>> = {
  compare: () => compareView(state, actions),
  plant: () => plantView(state, actions),
  year: () => yearView(state, actions),
  chips: () => chipsView(state, actions),
  live: () => liveView(state, actions),
};
const frame = [topBar(top, state, actions), viewTabs(tabs, state, actions), timeCursor(cursor, state, actions)];
let shown: { readonly name: ViewName; readonly language: string; readonly view: View } | undefined;
let asked = false;
const onPaper = matchMedia('print');

function redraw(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
}

function draw(): void {
  asked = false;
  const started = performance.now();
  setLanguage(state.language);
  applyTheme(onPaper.matches ? 'light' : state.theme);
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  skip.textContent = say('Skip to the view');
  if (shown?.name !== state.view || shown.language !== state.language) {
    shown = { name: state.view, language: state.language, view: make[state.view]() };
    main.replaceChildren(shown.view.root);
    main.className = shown.view.whole === true ? 'main whole' : 'main';
    shown.view.root.setAttribute('role', 'tabpanel');
    shown.view.root.id = 'panel';
    for (const labelled of [main, shown.view.root]) labelled.setAttribute('aria-labelledby', `tab-${state.view}`);
  }
  for (const part of frame) part();
  shown.view.draw();
  state.drawn = performance.now() - started;
  const next = addressOf(state);
  if (next !== location.hash) history.replaceState(undefined, '', next === '' ? location.pathname : next);
}

/** Paper is light, and as wide as it is: what is on it is drawn for it, before it is printed. */
onPaper.addEventListener('change', () => {
  paper.textContent = paperText(state);
  draw();
});
addEventListener('resize', redraw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
acceptDrops(document.body, actions, () => say('Drop scenario files here'));

redraw();
watchServed(state, actions, (served) => {
  if (!served) actions.openShipped(address.open ?? 'air-versus-liquid', address);
});
