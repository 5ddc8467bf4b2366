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
import type { View } from './views/view.ts';
import { type Language, loadWords, say, setLanguage } from './words.ts';

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

/** Each view is fetched when it is first wanted. */
const make: Readonly<Record<ViewName, () => Promise<View>>> = {
  compare: async () => (await import('./views/compare.ts')).compareView(state, actions),
  plant: async () => (await import('./views/plant.ts')).plantView(state, actions),
  year: async () => (await import('./views/year.ts')).yearView(state, actions),
  chips: async () => (await import('./views/chips.ts')).chipsView(state, actions),
  hall: async () => (await import('./views/hall.ts')).hallView(state, actions),
  failure: async () => (await import('./views/failure.ts')).failureView(state, actions),
  live: async () => (await import('./views/live.ts')).liveView(state, actions),
};
const frame = [topBar(top, state, actions), viewTabs(tabs, state, actions), timeCursor(cursor, state, actions)];
let shown: { readonly name: ViewName; readonly language: Language; readonly view: View } | undefined;
/** The view that is being fetched. */
let coming = '';
let asked = false;
/** Language whose words are there. */
let spoken: Language = 'en';
const onPaper = matchMedia('print');

function redraw(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(draw);
}

function draw(): void {
  asked = false;
  if (state.language !== spoken) return void speak(state.language);
  const started = performance.now();
  applyTheme(onPaper.matches ? 'light' : state.theme);
  const lang = state.language === 'zh' ? 'zh-CN' : 'en';
  // Set again, the same language would still have the whole page styled anew.
  if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
  skip.textContent = say('Skip to the view');
  const isShown = shown?.name === state.view && shown.language === state.language;
  if (!isShown) void show(state.view, state.language);
  for (const part of frame) part();
  if (isShown) shown?.view.draw();
  state.drawn = performance.now() - started;
  const next = addressOf(state);
  if (next !== location.hash) history.replaceState(undefined, '', next === '' ? location.pathname : next);
}

/** Draws in another language once its words are there; in English where they cannot be had. */
async function speak(language: Language): Promise<void> {
  await loadWords(language).catch(() => undefined);
  spoken = language;
  setLanguage(language);
  redraw();
}

/** Puts a view into the page once it is there; until then the one before stays. */
async function show(name: ViewName, language: Language): Promise<void> {
  const wanted = `${name} ${language}`;
  if (coming === wanted) return;
  coming = wanted;
  const view = await make[name]();
  coming = '';
  if (state.view !== name || state.language !== language) return redraw();
  shown = { name, language, view };
  main.replaceChildren(view.root);
  main.className = view.whole === true ? 'main whole' : 'main';
  view.root.setAttribute('role', 'tabpanel');
  view.root.id = 'panel';
  for (const labelled of [main, view.root]) labelled.setAttribute('aria-labelledby', `tab-${name}`);
  redraw();
}

/** Paper is light, and as wide as it is: what is on it is drawn for it, before it is printed. */
onPaper.addEventListener('change', () => {
  paper.textContent = paperText(state);
  draw();
});
// An address that is put in by hand, or by a link, is opened as in a new page; the page itself never goes to one.
addEventListener('hashchange', () => location.reload());
addEventListener('resize', redraw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
acceptDrops(document.body, actions, () => say('Drop scenario files here'));

redraw();
watchServed(state, actions, (served) => {
  if (!served) actions.openShipped(address.open ?? 'air-versus-liquid', address);
});
