/** The views as tabs with an icon and a word; arrow keys move between them. */

import type { Actions } from '../actions.ts';
import { element, shape } from '../dom.ts';
import { type State, type ViewName, viewNames } from '../state.ts';
import { say } from '../words.ts';

const titles: Readonly<Record<ViewName, string>> = {
  compare: 'Compare',
  plant: 'Plant',
  year: 'Year',
  chips: 'Chips',
  hall: 'Hall',
  failure: 'Failure',
  live: 'Live',
};

const icons: Readonly<Record<ViewName, string>> = {
  compare: 'M4 5h9M4 10h15M4 15h6M4 20h12',
  plant: 'M5 4v16M9 4v16M9 8h6M5 16h10M15 5h6v14h-6z',
  year: 'M3 5h18v14H3zM3 10h18M3 15h18M9 5v14M15 5v14',
  chips: 'M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4',
  hall: 'M4 4h4v16H4zM10 4h4v16h-4zM16 4h4v16h-4zM4 9h4M10 14h4M16 9h4',
  failure: 'M3 17h5l2-9 3 6 2-3h6M15 3l-3 5h4l-3 5',
  live: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h13M20 12h0M18.5 10v4',
};

export function viewTabs(root: HTMLElement, state: State, actions: Actions): () => void {
  const tabs = viewNames.map((name) => {
    const icon = shape('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, shape('path', { d: icons[name] }));
    const word = element('span');
    const tab = element(
      'button',
      { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel' },
      icon,
      word,
    );
    tab.addEventListener('click', () => actions.redraw({ view: name }));
    return { name, tab, word };
  });
  const list = element('div', { role: 'tablist', 'aria-orientation': 'vertical' }, ...tabs.map(({ tab }) => tab));
  root.append(list);
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (viewNames.indexOf(state.view) + step + viewNames.length) % viewNames.length;
    tabs[next]!.tab.focus();
    actions.redraw({ view: viewNames[next]! });
  });
  return () => {
    for (const one of [root, list]) one.setAttribute('aria-label', say('Views'));
    for (const { name, tab, word } of tabs) {
      word.textContent = say(titles[name]);
      tab.setAttribute('aria-selected', String(name === state.view));
      tab.tabIndex = name === state.view ? 0 : -1;
    }
  };
}
