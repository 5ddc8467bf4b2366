/**
 * Compare: the answer in a sentence, the variants in a table that sorts, bars
 * of where the electricity goes, and the difference to the baseline explained
 * consumer by consumer.
 */

import { type Comparison, comparisonFindings, answerOf } from '../../src/index.ts';
import type { Actions } from '../actions.ts';
import { element } from '../dom.ts';
import { unbroken } from '../numbers.ts';
import type { State } from '../state.ts';
import type { Summary } from '../simulation/messages.ts';
import { inChinese, say } from '../words.ts';
import { bridgeBlock } from './compare-bridge.ts';
import { energyBlock } from './compare-energy.ts';
import { type Choices, numbersBlock } from './compare-numbers.ts';
import { noticesOf, placeholder } from './notices.ts';
import type { View } from './view.ts';

export function compareView(state: State, actions: Actions): View {
  const root = element('div');
  const choices: Choices = { withIt: false, sortedBy: '', rising: true };
  let before = '';
  const draw = (): void => {
    const { contents, summaries, units, baseline, selected, refusal, changeRefusal, busy } = state;
    const theme = document.documentElement.dataset['theme'];
    const ids = [...summaries.values()].map(({ id }) => id);
    const key = JSON.stringify([
      contents?.id,
      ids,
      units,
      baseline,
      selected,
      refusal,
      changeRefusal,
      busy,
      choices,
      theme,
    ]);
    if (key === before) return;
    before = key;
    root.replaceChildren(...noticesOf(state, actions), ...bodyOf(state, actions, choices, draw));
  };
  return { root, draw };
}

function bodyOf(state: State, actions: Actions, choices: Choices, again: () => void): HTMLElement[] {
  const { contents, summaries, units } = state;
  const found = (contents?.variants ?? []).flatMap(({ name }) => summaries.get(name)?.summary ?? []);
  if (contents === undefined || found.length === 0) return [placeholder(state)];
  const baseline = found.find(({ name }) => name === state.baseline) ?? found[0]!;
  const parts: HTMLElement[] = [];
  if (contents.comparison) {
    const comparison = comparisonFrom(state, found, baseline.name);
    const answer = inChinese()?.chineseAnswer(comparisonFindings(comparison), units) ?? answerOf(comparison, units);
    const done = found.length === contents.variants.length;
    parts.push(
      element('p', { class: 'answer', 'aria-live': 'polite' }, unbroken(answer.headline)),
      element('ul', { class: 'remarks' }, ...answer.remarks.map((remark) => element('li', {}, unbroken(remark)))),
    );
    if (!done)
      parts.push(
        element(
          'p',
          { class: 'soft', role: 'status' },
          `${found.length} ${say('of')} ${contents.variants.length} ${say('variants are done')}`,
        ),
      );
  } else {
    parts.push(element('p', { class: 'answer' }, say(baseline.title)));
  }
  parts.push(numbersBlock(state, actions, choices, again, found, baseline));
  const charts = element('div', { class: 'grid' }, energyBlock(found, units, choices, again));
  if (found.length > 1) charts.append(bridgeBlock(state, found, baseline));
  parts.push(charts);
  return parts;
}

function comparisonFrom(state: State, found: readonly Summary[], baseline: string): Comparison {
  const first = [...state.summaries.values()][0]!;
  return {
    title: state.contents!.title,
    baseline,
    site: first.site,
    variants: found.map((summary) => ({ ...summary, columns: [], events: [] })),
    differences: [],
    assumptions: [],
    sources: [],
  };
}
