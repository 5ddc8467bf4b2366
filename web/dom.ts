/** Elements of the page, built in one expression. Text goes in as text, never as markup. */

type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An HTML element; an attribute that is `true` stands without a value, `false` and undefined are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  dress(made, attributes, children);
  return made;
}

/** An element of a drawing. */
export function shape(name: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  dress(made, attributes, children);
  return made;
}

function dress(made: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
}

/** A button that says what it does. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', act);
  return made;
}

/** A list to choose one of. */
export function select(
  label: string,
  options: readonly { readonly value: string; readonly title: string }[],
  chosen: string,
  act: (value: string) => void,
): HTMLSelectElement {
  const made = element('select', { 'aria-label': label });
  made.append(...options.map(({ value, title }) => element('option', { value, selected: value === chosen }, title)));
  made.addEventListener('change', () => act(made.value));
  return made;
}
