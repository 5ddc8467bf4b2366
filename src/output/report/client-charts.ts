/**
 * The charts of the report, as script text that runs inside the page: one
 * function a chart, each drawing from `data`, `state` and `theme()`, which the
 * page's script (client.ts) defines before this text and calls after it.
 */

export const chartScript = String.raw`const rowsHeight = Math.max(220, 92 + 38 * data.variants.length);
document.documentElement.style.setProperty('--rows-height', rowsHeight + 'px');

/** One row a variant, the first on top; limits broken are said at the label. */
function variantAxis() {
  const ticks = data.variants.map((variant) => plain(variant.label).replace('\n', '<br>'));
  return axis({
    tickmode: 'array', tickvals: range(ticks.length), ticktext: ticks, range: [ticks.length - 0.5, -0.5],
    showgrid: false, zeroline: false, ticks: '', tickfont: { color: theme().ink, size: 12 },
  });
}

const rows = range(data.variants.length);
const hoverTitles = data.variants.map((variant) => plain(variant.label.replace('\n', ' ')));

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
    customdata: hoverTitles, hovertemplate: '%{customdata}<br>' + plain(consumer.name) + ' <b>%{x:.' + digits + 'f} ' + data.units.energy + '</b><extra></extra>',
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
  bars.push({ name: 'in all', color: t.ink, change: total, from: 0 });
  const digits = Math.max(data.digits.energy, 2);
  const base = sum(theirs.energy);
  const levels = bars.flatMap((bar) => [bar.from, bar.from + bar.change]).concat([0]);
  const least = Math.min(...levels), most = Math.max(...levels), room = 0.14 * (most - least || 1);
  const ends = range(bars.length);
  Plotly.react('plot-bridge', [{
    type: 'bar', x: ends, y: bars.map((bar) => bar.change), base: bars.map((bar) => bar.from), width: 0.66,
    marker: { color: bars.map((bar) => bar.color) }, customdata: bars.map((bar) => signed(bar.change, digits)),
    text: bars.map((bar) => plain(bar.name)), textposition: 'none', hovertemplate: '%{text}<br><b>%{customdata} ' + data.units.energy + '</b><extra></extra>',
  }, {
    type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: { color: t.strong, width: 1 },
    x: bars.slice(0, -1).flatMap((bar, i) => [i + 0.33, i + 0.67, null]), y: bars.slice(0, -1).flatMap((bar) => [bar.from + bar.change, bar.from + bar.change, null]),
  }], layout({
    margin: { l: 8, r: 12, t: 12, b: 8 },
    annotations: bars.map((bar, i) => label(i, bar.change < 0 ? Math.min(bar.from, bar.from + bar.change) : Math.max(bar.from, bar.from + bar.change), signed(bar.change, digits), bar.change < 0 ? -9 : 9)),
    xaxis: axis({ zeroline: false, tickmode: 'array', tickvals: ends, ticktext: bars.map((bar, i) => (i < bars.length - 1 ? plain(bar.name).replace(' ', '<br>') : '<b>in<br>all</b>')), showgrid: false, tickfont: { color: t.ink, size: 11 }, tickangle: 0, range: [-0.6, bars.length - 0.4] }),
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
      type: 'scatter', mode: 'lines', line: { color: t.ghost, width: 2 }, text: theirs.chain.flatMap((step) => [plain(step.name), plain(step.name)]),
      hovertemplate: 'Baseline: %{text} <b>%{y:.1f} ' + unit + '</b><extra></extra>',
    }));
  }
  traces.push(Object.assign(stairs(mine.chain), { type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: { color: t.strong, width: 1 } }));
  mine.chain.forEach((step, i) => traces.push({
    type: 'scatter', mode: 'lines', x: [i - 0.42, i, i + 0.42], y: [step.value, step.value, step.value], line: { color: step.colour, width: 7 },
    hovertemplate: plain(step.name) + ' <b>%{y:.1f} ' + unit + '</b><extra></extra>',
  }));
  const all = data.variants.flatMap((variant) => variant.chain.map((step) => step.value));
  const least = Math.min(...all), most = Math.max(...all), room = 0.1 * (most - least || 1);
  Plotly.react('plot-chain', traces, layout({
    margin: { l: 8, r: 12, t: 12, b: 8 },
    annotations: mine.chain.map((step, i) => label(i, step.value, '<b>' + fixed(step.value, 1) + '</b>', 13)),
    xaxis: axis({ tickmode: 'array', tickvals: range(count), ticktext: mine.chain.map((step) => plain(step.name).replace(/ (?=\S+$)/, '<br>')), showgrid: false, zeroline: false, tickfont: { color: t.ink }, tickangle: 0, range: [-0.6, Math.max(count, 1) - 0.4] }),
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
`;
