/**
 * The script that runs inside the report: keeps what is chosen, draws the
 * charts (client-charts.ts), follows light, dark and print, sorts the headline
 * table, and takes differences against whichever baseline is chosen. Plain
 * script text, since it travels in the file; it converts no unit.
 */

import { chartScript } from './client-charts.ts';

export const reportScript = String.raw`(() => {
'use strict';
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read('report-data');
const columns = read('report-columns');
const byId = (id) => document.getElementById(id);
const state = { baseline: data.baseline, chosen: data.chosen, withIt: false };
const dark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;

const themes = {
  light: { ink: '#1a1f26', soft: '#5c6672', line: '#e8ebee', strong: '#c4cad1', ghost: '#c9ced5', page: '#ffffff', water: '#2f6fad',
    heat: [[0, '#eef1f4'], [0.35, '#b3c0cd'], [0.7, '#5b7188'], [1, '#17222e']] },
  dark: { ink: '#e6e9ed', soft: '#98a3af', line: '#262c34', strong: '#434b56', ghost: '#434b56', page: '#14171b', water: '#5b9bd8',
    heat: [[0, '#1d232a'], [0.35, '#46566a'], [0.7, '#93a7bd'], [1, '#f2f5f8']] },
};
const theme = () => (dark.matches && !printing ? themes.dark : themes.light);
const tone = (consumer) => (dark.matches && !printing ? consumer.tone.dark : consumer.tone.light);

const minus = (text) => text.replace(/^-/, '−');
const fixed = (value, digits) => minus(value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
const signed = (value, digits) => {
  const text = fixed(Math.abs(value), digits);
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  return (isZero ? '±' : value < 0 ? '−' : '+') + text;
};
const sum = (values) => values.reduce((total, value) => total + value, 0);
const range = (count) => Array.from({ length: count }, (_, i) => i);
/** Plotly reads a little HTML in every text; names are names and nothing more. */
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const known = (value) => value !== null && value !== undefined;

const config = { displaylogo: false, responsive: true, modeBarButtons: [['toImage']] };

function axis(extra) {
  const t = theme();
  return Object.assign({
    gridcolor: t.line, zerolinecolor: t.strong, linecolor: t.strong, tickcolor: t.strong, automargin: true,
    fixedrange: true, title: { font: { size: 12, color: t.soft }, standoff: 8 }, tickfont: { color: t.soft },
  }, extra);
}

function titled(text, extra) {
  const made = axis(extra);
  made.title = Object.assign({ text }, made.title);
  return made;
}

function layout(extra) {
  const t = theme();
  return Object.assign({
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', dragmode: false, showlegend: false, autosize: true,
    font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: t.ink },
    margin: { l: 8, r: 12, t: 8, b: 8 },
    hoverlabel: { bgcolor: t.page, bordercolor: t.strong, font: { color: t.ink, size: 12 } },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: t.strong, activecolor: t.ink },
  }, extra);
}

${chartScript}

const overview = [drawEnergy, drawEfficiency, drawWater];
const lines = [drawDuration, drawMonthly];
const detail = [drawBridge, drawChain, drawHeat];
const drawAll = () => overview.concat(lines, detail).forEach((draw) => draw());

function showDifferences() {
  document.querySelectorAll('#headline tbody tr').forEach((row) => {
    const position = Number(row.dataset.position);
    row.querySelector('.tag.baseline').hidden = position !== state.baseline;
    const base = document.querySelector('#headline tbody tr[data-position="' + state.baseline + '"]');
    columns.forEach((column, i) => {
      const mine = row.cells[i + 1].dataset.value, theirs = base.cells[i + 1].dataset.value;
      const step = Number(mine) - Number(theirs);
      const change = column.as === 'percent' ? (100 * step) / Math.abs(Number(theirs)) : step;
      const isShown = row !== base && mine !== '' && theirs !== '' && Number.isFinite(change);
      row.cells[i + 1].querySelector('.change').textContent = isShown ? signed(change, column.digits) + ' ' + column.unit : '';
    });
  });
}

function sortBy(head) {
  const index = Number(head.dataset.column);
  const isRising = head.getAttribute('aria-sort') !== 'ascending';
  document.querySelectorAll('#headline thead th').forEach((other) => other.setAttribute('aria-sort', 'none'));
  head.setAttribute('aria-sort', isRising ? 'ascending' : 'descending');
  const body = document.querySelector('#headline tbody');
  const order = (row) => {
    if (index < 0) return Number(row.dataset.position);
    const value = row.cells[index + 1].dataset.value;
    return value === '' ? (isRising ? Infinity : -Infinity) : Number(value);
  };
  const sorted = Array.from(body.rows).sort((a, b) => (isRising ? 1 : -1) * (order(a) - order(b)) || Number(a.dataset.position) - Number(b.dataset.position));
  body.append(...sorted);
}

document.querySelectorAll('#headline thead th').forEach((head) => head.querySelector('button').addEventListener('click', () => sortBy(head)));
byId('baseline').addEventListener('change', (event) => {
  state.baseline = Number(event.target.value);
  showDifferences();
  lines.concat(detail).forEach((draw) => draw());
});
byId('chosen').addEventListener('change', (event) => {
  state.chosen = Number(event.target.value);
  lines.concat(detail).forEach((draw) => draw());
});
byId('with-it').addEventListener('change', (event) => { state.withIt = event.target.checked; drawEnergy(); });
dark.addEventListener('change', drawAll);
const fitPlots = () => document.querySelectorAll('.plot').forEach((plot) => Plotly.Plots.resize(plot));
let opened = [];
addEventListener('beforeprint', () => {
  printing = true;
  opened = Array.from(document.querySelectorAll('details:not([open]):not(.data)'));
  opened.forEach((element) => { element.open = true; });
  document.body.classList.add('printing');
  drawAll();
  fitPlots();
});
addEventListener('afterprint', () => {
  printing = false;
  opened.forEach((element) => { element.open = false; });
  document.body.classList.remove('printing');
  drawAll();
  fitPlots();
});
drawAll();
})();
`;
