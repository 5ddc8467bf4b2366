/**
 * The script that runs inside the validation's page: draws each chart when it
 * comes near the window, all of them before printing, and again when light
 * turns to dark. Plain script text, since it travels in the file.
 */

export const validationScript = String.raw`(() => {
'use strict';
const cases = JSON.parse(document.getElementById('validation-data').textContent);
const dark = matchMedia('(prefers-color-scheme: dark)');
let printing = false;
const themes = {
  light: { ink: '#1a1f26', soft: '#5c6672', line: '#e8ebee', strong: '#c4cad1', page: '#ffffff', band: 'rgba(47,111,173,0.13)', dot: '#2f6fad', broken: '#b3261e' },
  dark: { ink: '#e6e9ed', soft: '#98a3af', line: '#262c34', strong: '#434b56', page: '#14171b', band: 'rgba(91,155,216,0.2)', dot: '#5b9bd8', broken: '#ff8a80' },
};
const theme = () => (dark.matches && !printing ? themes.dark : themes.light);
/** Plotly reads a little HTML in every text; names are names and nothing more. */
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const config = { displaylogo: false, responsive: true, modeBarButtons: [['toImage']] };

function axis(text, extra) {
  const t = theme();
  return Object.assign({
    gridcolor: t.line, zerolinecolor: t.strong, linecolor: t.strong, tickcolor: t.strong, automargin: true, fixedrange: true, exponentformat: 'power',
    title: { text: plain(text), font: { size: 11.5, color: t.soft }, standoff: 6 }, tickfont: { color: t.soft, size: 11 },
  }, extra);
}

function layout(extra) {
  const t = theme();
  return Object.assign({
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', dragmode: false, showlegend: false, autosize: true,
    font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: t.ink }, margin: { l: 8, r: 12, t: 8, b: 8 },
    hoverlabel: { bgcolor: t.page, bordercolor: t.strong, font: { color: t.ink, size: 12 } },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: t.strong, activecolor: t.ink },
  }, extra);
}

/** Published against ours above, the error within its tolerance below. */
function drawCase(plot) {
  const t = theme(), one = cases[Number(plot.dataset.case)];
  const values = one.published.concat(one.ours);
  const least = Math.min(...values), most = Math.max(...values);
  const isLog = least > 0 && most > 100 * least;
  const scale = { type: isLog ? 'log' : 'linear' };
  const unit = one.unit === '1' ? '' : ' [' + one.unit + ']';
  const hover = one.at.map((at, i) => plain(at) + '<br>published ' + one.published[i] + '<br>ours ' + one.ours[i]);
  const dots = { type: 'scatter', mode: 'markers', x: one.published, customdata: hover, cliponaxis: false, marker: { size: 7, color: t.dot, line: { color: t.page, width: 1 } } };
  const largest = Math.max(one.tolerance, ...one.errors.map(Math.abs).filter(Number.isFinite)) * 1.25 || 1;
  Plotly.react(plot, [
    { type: 'scatter', mode: 'lines', x: [least, most], y: [least, most], hoverinfo: 'skip', line: { color: t.strong, width: 1.5 } },
    Object.assign({ y: one.ours, hovertemplate: '%{customdata}<extra></extra>' }, dots),
    Object.assign({ y: one.errors, yaxis: 'y2', hovertemplate: '%{customdata}<br>error %{y:.3g} ' + plain(one.errorUnit) + '<extra></extra>' }, dots),
  ], layout({
    xaxis: axis('published' + unit, Object.assign({ anchor: 'y2', zeroline: false }, scale)),
    yaxis: axis('ours' + unit, Object.assign({ domain: [0.46, 1], zeroline: false }, scale)),
    yaxis2: axis('error [' + one.errorUnit + ']', { domain: [0, 0.34], range: [-largest, largest], nticks: 4 }),
    shapes: [{ type: 'rect', xref: 'paper', x0: 0, x1: 1, yref: 'y2', y0: -one.tolerance, y1: one.tolerance, line: { width: 0 }, fillcolor: t.band, layer: 'below' }],
  }), config);
}

/** How much of its tolerance every case uses; nothing at all is drawn at the left edge. */
function drawOverview(plot) {
  const t = theme(), edge = 1e-5;
  const groups = [...new Set(cases.map((one) => one.group))].reverse();
  const use = cases.map((one) => Math.min(10, Math.max(edge, one.use)));
  Plotly.react(plot, [{
    type: 'scatter', mode: 'markers', x: use, y: cases.map((one) => groups.indexOf(one.group)), cliponaxis: false,
    marker: { size: 10, opacity: 0.75, color: cases.map((one) => (one.use > 1 ? t.broken : t.dot)), line: { color: t.page, width: 1 } },
    customdata: cases.map((one) => plain(one.quantity) + '<br>uses ' + one.use.toPrecision(2) + ' of its tolerance'), hovertemplate: '%{customdata}<extra></extra>',
  }], layout({
    xaxis: axis('largest error over tolerance', { type: 'log', range: [Math.log10(edge) - 0.1, 1.05], exponentformat: 'power', dtick: 1 }),
    yaxis: axis('', { tickmode: 'array', tickvals: groups.map((_, i) => i), ticktext: groups.map(plain), range: [-0.6, groups.length - 0.4], tickfont: { color: t.ink, size: 12 } }),
    shapes: [{ type: 'line', xref: 'x', x0: 1, x1: 1, yref: 'paper', y0: 0, y1: 1, line: { color: t.ink, width: 1.2, dash: '4px,3px' }, layer: 'below' }],
  }), config);
}

const draw = (plot) => (plot.id === 'plot-overview' ? drawOverview(plot) : drawCase(plot));
const plots = Array.from(document.querySelectorAll('.plot')), drawn = new Set();
const watch = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
  watch.unobserve(target);
  drawn.add(target);
  draw(target);
}), { rootMargin: '600px' });
plots.forEach((plot) => watch.observe(plot));
dark.addEventListener('change', () => drawn.forEach(draw));
addEventListener('beforeprint', () => { printing = true; document.body.classList.add('printing'); plots.forEach((plot) => { drawn.add(plot); draw(plot); Plotly.Plots.resize(plot); }); });
addEventListener('afterprint', () => { printing = false; document.body.classList.remove('printing'); drawn.forEach((plot) => { draw(plot); Plotly.Plots.resize(plot); }); });
})();`;
