/**
 * What is open, at which site, with how many changes; and how it is shown:
 * units, language, theme. Share and export stand here, as they hold for all views.
 */

import { type Actions, shippedNames } from '../actions.ts';
import { saveFile, tell } from '../chart/save.ts';
import { button, element, select } from '../dom.ts';
import { openFiles } from '../drop.ts';
import { changeCount, noChanges, type State, type Theme } from '../state.ts';
import { type Language, say } from '../words.ts';

const dropped = '';
/** Before the name of a file of `coldloop view`. */
const given = './';

export function topBar(root: HTMLElement, state: State, actions: Actions): () => void {
  const file = element('input', {
    type: 'file',
    multiple: true,
    class: 'unseen',
    accept: '.yaml,.yml,.epw,.csv,.parquet,.json',
    tabindex: -1,
    'aria-label': say('Open a scenario'),
  });
  file.addEventListener('change', () => {
    void openFiles([...(file.files ?? [])], actions);
    file.value = '';
  });
  let before = '';
  return () => {
    const key = JSON.stringify([
      state.language,
      state.units,
      state.theme,
      state.shipped,
      state.document?.file,
      state.selected,
      state.contents?.id,
      state.year?.site ?? [...state.summaries.values()][0]?.site,
      state.changes,
      state.busy,
    ]);
    if (key === before) return;
    before = key;
    const focused = root.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-part')
      : undefined;
    root.replaceChildren(...partsOf(state, actions, file));
    if (focused !== undefined && focused !== null) root.querySelector<HTMLElement>(`[data-part="${focused}"]`)?.focus();
  };
}

function partsOf(state: State, actions: Actions, file: HTMLInputElement): Node[] {
  const { contents } = state;
  const names = shippedNames.map((value) => ({ value, title: value }));
  const served = state.served.map(({ file }) => ({ value: `${given}${file}`, title: shortened(file) }));
  const isServed = state.shipped === undefined && state.served.some((one) => one.file === state.document?.file);
  const isDropped = state.shipped === undefined && !isServed;
  const opened = [...(isDropped ? [{ value: dropped, title: state.document?.file ?? '–' }] : []), ...served, ...names];
  const chosen = isServed ? `${given}${state.document!.file}` : (state.shipped ?? dropped);
  const scenario = select(say('Shipped scenarios'), opened, chosen, (value) => {
    const document = state.served.find(({ file }) => value === `${given}${file}`);
    if (document !== undefined) actions.openDocument(document);
    else if (value !== dropped) actions.openShipped(value);
  });
  scenario.className = 'opened';
  const variants = (contents?.variants ?? []).map(({ name }) => ({ value: name, title: name }));
  const variant = select(say('Variant'), variants, state.selected, actions.select);
  const openButton = button(`${say('Open')}…`, () => file.click(), {
    title: say('A scenario or comparison in YAML, with the EPW, CSV or record files it names'),
  });
  const count = changeCount(state.changes);
  const reset = button(
    count === 1 ? say('one change') : `${count} ${say('changes')}`,
    () => actions.change(noChanges),
    {
      class: 'tag changed',
      title: say('Reset all'),
    },
  );
  const parts: (Node | undefined)[] = [
    element('h1', { class: 'brand' }, 'coldloop'),
    scenario,
    contents?.comparison === true ? variant : undefined,
    openButton,
    file,
    siteTag(state),
    count === 0 ? undefined : reset,
    state.busy ? element('span', { class: 'soft', role: 'status' }, `${say('running')}…`) : undefined,
    element('span', { class: 'space' }),
    button(say('Share'), () => void share(state, actions), { title: location.href.slice(0, 80) }),
    button(say('Export'), () => exportScenario(state), {
      title: say('Export scenario'),
      ...(state.year === undefined ? { disabled: true } : {}),
    }),
    segments(
      say('Units'),
      [
        ['si', 'SI'],
        ['ip', 'IP'],
      ] as const,
      state.units,
      (units) => actions.redraw({ units }),
    ),
    segments(
      say('Language'),
      [
        ['en', 'EN'],
        ['zh', '中文'],
      ] as const,
      state.language,
      (language: Language) => actions.redraw({ language }),
    ),
    themeButton(state.theme, actions),
  ];
  const made = parts.filter((part) => part !== undefined);
  made.forEach((part, i) => part instanceof HTMLElement && part.setAttribute('data-part', String(i)));
  return made;
}

/** The name of a file without its folders; of the scenario in a folder of results that of the folder. */
function shortened(file: string): string {
  const parts = file.split(/[\\/]/);
  return parts.at(-1) === 'scenario.yaml' ? parts.slice(-2).join('/') : parts.at(-1)!;
}

function siteTag({ year, summaries }: State): Node | undefined {
  const site = year?.site ?? [...summaries.values()][0]?.site;
  if (site === undefined) return undefined;
  const kind = site.synthetic ? 'synthetic year' : 'measured year';
  return element(
    'span',
    { class: `tag ${site.synthetic ? 'synthetic' : ''}`, title: say(site.weather) },
    `${say(kind)}: ${site.title}`,
  );
}

const themes: Readonly<Record<Theme, { readonly sign: string; readonly next: Theme }>> = {
  system: { sign: '◐', next: 'light' },
  light: { sign: '☀', next: 'dark' },
  dark: { sign: '☾', next: 'system' },
};

/** One button that goes round: as the system, light, dark. */
function themeButton(theme: Theme, actions: Actions): HTMLButtonElement {
  const { sign, next } = themes[theme];
  const words = `${say('Theme')}: ${say(theme === 'system' ? 'as the system' : theme)}`;
  return button(sign, () => actions.redraw({ theme: next }), { 'aria-label': words, title: words });
}

function segments<T extends string>(
  label: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  act: (value: T) => void,
): HTMLElement {
  const group = element('div', { class: 'segments', role: 'group', 'aria-label': label });
  for (const [value, title] of options) {
    group.append(
      button(title, () => act(value), {
        'aria-pressed': String(value === chosen),
        'aria-label': `${label}: ${title}`,
        'data-part': `${label}-${value}`,
      }),
    );
  }
  return group;
}

async function share(state: State, actions: Actions): Promise<void> {
  const words =
    state.shipped === undefined ? 'A dropped file is not in an address; export the scenario instead' : 'Address copied';
  if (state.shipped !== undefined) await navigator.clipboard?.writeText(location.href).catch(() => undefined);
  tell(say(words));
  actions.redraw();
}

function exportScenario({ year, selected, changes }: State): void {
  if (year === undefined) return;
  const name = changeCount(changes) === 0 ? selected : `${selected}-changed`;
  saveFile(`${name}.yaml`, new Blob([year.text], { type: 'application/yaml' }));
}
