/**
 * The script that runs inside the report: draws the charts from the page's
 * data, follows light, dark and print, sorts the headline table, and takes
 * differences against whichever baseline is chosen. Plain script text, since
 * it travels inside the file; it converts no unit and knows no physics.
 */

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

const rowsHeight = Math.max(220, 92 + 38 * data.variants.length);
document.documentElement.style.setProperty('--rows-height', rowsHeight + 'px');

/** One row a variant, the first on top; limits broken are said at the label. */
function variantAxis() {
  const ticks = data.variants.map((variant) => variant.label);
  return axis({
    tickmode: 'array', tickvals: range(ticks.length), ticktext: ticks, range: [ticks.length - 0.5, -0.5],
    showgrid: false, zeroline: false, ticks: '', tickfont: { color: theme().ink, size: 12 },
  });
}

const rows = range(data.variants.length);
const hoverTitles = data.variants.map((variant) => variant.label.replace('<br>', ' '));

/** The key of a chart stands above it as text, where it can wrap. */
function showKey(id, entries) {
  const key = byId('key-' + id);
  key.replaceChildren(...entries.map(({ name, mark, color }) => {
    const item = document.createElement('span'), swatch = document.createElement('i');
    swatch.className = mark;
    swatch.style.color = color;
    item.append(swatch, name);
    return item;
  }));
}

function drawEnergy() {
  const t = theme();
  const { digits } = data.digits.energy > 2 ? { digits: data.digits.energy } : { digits: 2 };
  const shown = data.consumers.map((consumer, i) => ({ consumer, i })).filter((entry) => state.withIt || entry.consumer.name !== 'IT');
  const bars = shown.map(({ consumer, i }) => ({
    type: 'bar', orientation: 'h', y: rows, x: data.variants.map((variant) => variant.energy[i]),
    marker: { color: tone(consumer), line: { color: t.page, width: 1 } }, width: 0.62,
    customdata: hoverTitles, hovertemplate: '%{customdata}<br>' + consumer.name + ' <b>%{x:.' + digits + 'f} ' + data.units.energy + '</b><extra></extra>',
  }));
  showKey('energy', shown.map(({ consumer }) => ({ name: consumer.name, mark: 'block', color: tone(consumer) })));
  const ends = data.variants.map((variant) => sum(shown.map(({ i }) => variant.energy[i])));
  const totals = {
    type: 'scatter', mode: 'text', x: ends, y: rows, hoverinfo: 'skip', textposition: 'middle right', cliponaxis: false,
    text: data.variants.map((variant) => '  ' + fixed(sum(variant.energy), digits) + ' ' + data.units.energy), textfont: { color: t.ink, size: 12 },
  };
  const most = Math.max(...ends);
  Plotly.react('plot-energy', bars.concat([totals]), layout({
    barmode: 'stack', margin: { l: 8, r: 84, t: 8, b: 8 },
    xaxis: titled((state.withIt ? 'Electricity' : 'Electricity without IT') + ' [' + data.units.energy + ']', { range: [0, most * 1.02] }),
    yaxis: variantAxis(),
  }), config);
}

function drawEfficiency() {
  const t = theme();
  const both = data.variants.map((variant, i) => ({ variant, i })).filter(({ variant }) => known(variant.pue) || known(variant.tue));
  const link = {
    type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: { color: t.strong, width: 2 },
    x: both.flatMap(({ variant }) => [variant.pue, variant.tue, null]), y: both.flatMap(({ i }) => [i, i, null]),
  };
  const dots = (key, name, marker, position) => ({
    type: 'scatter', mode: 'markers+text', y: rows, x: data.variants.map((variant) => variant[key]), marker, cliponaxis: false,
    text: data.variants.map((variant) => (known(variant[key]) ? fixed(variant[key], 3) : '')), textposition: position, textfont: { color: t.soft, size: 11.5 },
    customdata: hoverTitles, hovertemplate: '%{customdata}<br>' + name + ' <b>%{x:.3f}</b><extra></extra>',
  });
  showKey('efficiency', [{ name: 'PUE', mark: 'dot', color: t.ink }, { name: 'TUE', mark: 'ring', color: t.ink }]);
  const all = data.variants.flatMap((variant) => [variant.pue, variant.tue]).filter(known);
  const least = Math.min(1, ...all), most = Math.max(1.1, ...all);
  const span = most - least;
  Plotly.react('plot-efficiency', [
    link,
    dots('pue', 'PUE', { size: 10, color: t.ink }, 'middle left'),
    dots('tue', 'TUE', { size: 10, color: t.page, line: { color: t.ink, width: 1.8 } }, 'middle right'),
  ], layout({
    margin: { l: 8, r: 24, t: 8, b: 8 },
    xaxis: titled('PUE, TUE [1]', { range: [least - 0.03 * span, most + 0.14 * span], zeroline: false }), yaxis: variantAxis(),
  }), config);
}

function drawWater() {
  const t = theme();
  const values = data.variants.map((variant) => variant.wue);
  const most = Math.max(0, ...values.filter(known));
  Plotly.react('plot-water', [{
    type: 'bar', orientation: 'h', y: rows, x: values, width: 0.5, marker: { color: t.water }, cliponaxis: false, constraintext: 'none',
    text: values.map((value) => (!known(value) ? 'does not apply' : value === 0 ? 'none' : fixed(value, data.digits.wue))), textposition: 'outside', textfont: { color: t.soft },
    customdata: hoverTitles, hovertemplate: '%{customdata}<br>WUE <b>%{x} ' + data.units.wue + '</b><extra></extra>',
  }], layout({
    margin: { l: 8, r: 24, t: 8, b: 8 },
    xaxis: titled('WUE [' + data.units.wue + ']', { range: [0, most > 0 ? most * 1.16 : 1] }), yaxis: variantAxis(),
  }), config);
}

/** Every variant in grey, the baseline dashed, the chosen one in ink, both named in the key. */
function drawLines(id, xs, series, hover, xAxis, yAxis) {
  const t = theme();
  const order = rows.filter((i) => i !== state.chosen && i !== state.baseline).concat(state.baseline === state.chosen ? [] : [state.baseline], [state.chosen]);
  const lines = order.map((i) => ({
    type: 'scatter', mode: 'lines', x: xs, y: series[i],
    line: i === state.chosen ? { color: t.ink, width: 2.6 } : i === state.baseline ? { color: t.ink, width: 1.6, dash: '4px,3px' } : { color: t.ghost, width: 1.3 },
    customdata: xs.map(() => hoverTitles[i]), hovertemplate: '%{customdata}<br>' + hover + '<extra></extra>',
  }));
  showKey(id, [{ name: data.variants[state.chosen].title, mark: 'thick', color: t.ink }]
    .concat(state.baseline === state.chosen ? [] : [{ name: data.variants[state.baseline].title + ' (baseline)', mark: 'dashed', color: t.ink }])
    .concat(order.length > 2 ? [{ name: 'the other systems', mark: 'thin-line', color: t.ghost }] : []));
  Plotly.react('plot-' + id, lines, layout({
    margin: { l: 8, r: 16, t: 10, b: 8 }, xaxis: xAxis, yaxis: yAxis,
  }), config);
}

function drawDuration() {
  const unit = data.units.power;
  drawLines('duration', range(101), data.variants.map((variant) => variant.duration),
    '%{x} % of the year at or above <b>%{y:,.0f} ' + unit + '</b>',
    titled('Share of the year [%]', { range: [0, 100], zeroline: false }), titled('Facility power [' + unit + ']', { zeroline: false, tickformat: ',' }));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function drawMonthly() {
  drawLines('monthly', months, data.variants.map((variant) => variant.monthly), '%{x} <b>%{y:.3f}</b>',
    titled('Month', { zeroline: false }), titled('Power ratio [1]', { zeroline: false, tickformat: '.2f' }));
}

/** A number beside a mark, so many pixels above it. */
const label = (x, y, text, yshift) => ({ x, y, text, yshift, showarrow: false, font: { size: 12, color: theme().ink } });

function drawBridge() {
  const t = theme();
  const mine = data.variants[state.chosen], theirs = data.variants[state.baseline];
  const steps = data.consumers.map((consumer, i) => ({ name: consumer.name, color: tone(consumer), change: mine.energy[i] - theirs.energy[i] }));
  const total = sum(steps.map((step) => step.change));
  let level = 0;
  const bars = steps.map((step) => { const from = level; level += step.change; return Object.assign({ from }, step); });
  bars.push({ name: '<b>in all</b>', color: t.ink, change: total, from: 0 });
  const digits = Math.max(data.digits.energy, 2);
  const base = sum(theirs.energy);
  const levels = bars.flatMap((bar) => [bar.from, bar.from + bar.change]).concat([0]);
  const least = Math.min(...levels), most = Math.max(...levels), room = 0.14 * (most - least || 1);
  const ends = range(bars.length);
  Plotly.react('plot-bridge', [{
    type: 'bar', x: ends, y: bars.map((bar) => bar.change), base: bars.map((bar) => bar.from), width: 0.66,
    marker: { color: bars.map((bar) => bar.color) }, customdata: bars.map((bar) => signed(bar.change, digits)),
    hovertemplate: '%{x}<br><b>%{customdata} ' + data.units.energy + '</b><extra></extra>',
  }, {
    type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: { color: t.strong, width: 1 },
    x: bars.slice(0, -1).flatMap((bar, i) => [i + 0.33, i + 0.67, null]), y: bars.slice(0, -1).flatMap((bar) => [bar.from + bar.change, bar.from + bar.change, null]),
  }], layout({
    margin: { l: 8, r: 12, t: 12, b: 8 },
    annotations: bars.map((bar, i) => label(i, bar.change < 0 ? Math.min(bar.from, bar.from + bar.change) : Math.max(bar.from, bar.from + bar.change), signed(bar.change, digits), bar.change < 0 ? -9 : 9)),
    xaxis: axis({ zeroline: false, tickmode: 'array', tickvals: ends, ticktext: bars.map((bar) => bar.name.replace(' ', '<br>')), showgrid: false, tickfont: { color: t.ink, size: 11 }, tickangle: 0, range: [-0.6, bars.length - 0.4] }),
    yaxis: titled('Less or more than the baseline [' + data.units.energy + ']', { range: [least - room, most + room] }),
  }), config);
  const words = state.chosen === state.baseline
    ? mine.title + ' is the baseline itself; there is no difference.'
    : mine.title + ' uses ' + signed(total, digits) + ' ' + data.units.energy + ' (' + signed((100 * total) / base, 1) + ' %) against ' + theirs.title + '. ' +
      steps.map((step) => step.name + ' ' + signed(step.change, digits)).join(', ') + '.';
  describe('bridge', words);
}

function describe(id, words) {
  byId('plot-' + id).parentElement.setAttribute('aria-label', words);
}

function drawChain() {
  const t = theme();
  const mine = data.variants[state.chosen], theirs = data.variants[state.baseline];
  const unit = data.units.temperature;
  const count = mine.chain.length;
  const traces = [];
  const stairs = (chain) => ({ x: chain.flatMap((_, i) => [i - 0.42, i + 0.42]), y: chain.flatMap((step) => [step.value, step.value]) });
  if (state.chosen !== state.baseline) {
    traces.push(Object.assign(stairs(theirs.chain.slice(0, Math.max(count, 1))), {
      type: 'scatter', mode: 'lines', line: { color: t.ghost, width: 2 }, text: theirs.chain.flatMap((step) => [step.name, step.name]),
      hovertemplate: 'Baseline: %{text} <b>%{y:.1f} ' + unit + '</b><extra></extra>',
    }));
  }
  traces.push(Object.assign(stairs(mine.chain), { type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: { color: t.strong, width: 1 } }));
  mine.chain.forEach((step, i) => traces.push({
    type: 'scatter', mode: 'lines', x: [i - 0.42, i, i + 0.42], y: [step.value, step.value, step.value], line: { color: step.colour, width: 7 },
    hovertemplate: step.name + ' <b>%{y:.1f} ' + unit + '</b><extra></extra>',
  }));
  const all = data.variants.flatMap((variant) => variant.chain.map((step) => step.value));
  const least = Math.min(...all), most = Math.max(...all), room = 0.1 * (most - least || 1);
  Plotly.react('plot-chain', traces, layout({
    margin: { l: 8, r: 12, t: 12, b: 8 },
    annotations: mine.chain.map((step, i) => label(i, step.value, '<b>' + fixed(step.value, 1) + '</b>', 13)),
    xaxis: axis({ tickmode: 'array', tickvals: range(count), ticktext: mine.chain.map((step) => step.name.replace(/ (?=\S+$)/, '<br>')), showgrid: false, zeroline: false, tickfont: { color: t.ink }, tickangle: 0, range: [-0.6, Math.max(count, 1) - 0.4] }),
    yaxis: titled('Temperature [' + unit + ']', { range: [least - room, most + room], zeroline: false }),
  }), config);
  const words = (variant) => variant.title + ': ' + variant.chain.map((step) => step.name + ' ' + fixed(step.value, 1) + ' ' + unit).join(', ');
  describe('chain', 'Temperatures at the worst hour. ' + words(mine) + (state.chosen === state.baseline ? '.' : '. Baseline ' + words(theirs) + '.'));
}

function drawHeat() {
  const t = theme();
  const ratio = data.variants[state.chosen].ratio;
  const days = Math.ceil(ratio.length / 24);
  const z = range(24).map((hour) => range(days).map((day) => { const value = ratio[24 * day + hour]; return known(value) ? value / 1000 : null; }));
  const names = range(days).map((day) => { let month = 0; while (month < 11 && monthStarts[month + 1] <= day) month += 1; return months[month] + ' ' + (day - monthStarts[month] + 1); });
  Plotly.react('plot-heat', [{
    type: 'heatmap', z, x: range(days), y: range(24), zmin: data.ratioRange[0] / 1000, zmax: data.ratioRange[1] / 1000, colorscale: t.heat, zsmooth: false,
    customdata: range(24).map(() => names), hovertemplate: '%{customdata}, %{y}:00<br>power ratio <b>%{z:.3f}</b><extra></extra>',
    colorbar: { thickness: 10, outlinewidth: 0, tickfont: { color: t.soft }, title: { text: 'Power ratio [1]', side: 'right', font: { color: t.soft, size: 12 } }, tickformat: '.2f' },
  }], layout({
    
    xaxis: axis({ tickmode: 'array', tickvals: monthStarts, ticktext: months, showgrid: false, zeroline: false, ticklabelposition: 'outside right', ticks: 'outside' }),
    yaxis: titled('Hour of the day [h]', { tickvals: [0, 6, 12, 18], zeroline: false, showgrid: false }),
  }), config);
  describe('heat', data.variants[state.chosen].title + ': power ratio by day and hour. ' + data.variants[state.chosen].monthly.map((value, i) => months[i] + ' ' + fixed(value, 3)).join(', ') + '.');
}

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
