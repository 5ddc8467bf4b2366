/**
 * The script inside a transient's page: shows the values at the time under the
 * pointer in every panel. Plain script text, since it travels in the file;
 * without it the page is complete.
 */

import { plotMargins, plotWidth } from './transient-svg.ts';

export const transientScript = String.raw`(() => {
'use strict';
const data = JSON.parse(document.getElementById('transient-data').textContent);
const plots = Array.from(document.querySelectorAll('.panel .time-plot'));
const time = document.getElementById('time-here');
const left = ${plotMargins.left}, inner = ${plotWidth - plotMargins.left - plotMargins.right}, width = ${plotWidth};
const clock = (s) => { const h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60, r = (s % 60).toFixed(0).padStart(2, '0'); return h > 0 ? h + ':' + String(m).padStart(2, '0') + ':' + r : m + ':' + r; };
function show(at) {
  let k = 0;
  while (k < data.times.length - 1 && data.times[k] < at) k++;
  const x = left + (data.times[k] / data.duration) * inner;
  for (const plot of plots) {
    const cursor = plot.querySelector('.cursor');
    cursor.style.visibility = 'visible';
    cursor.setAttribute('transform', 'translate(' + x + ' 0)');
  }
  for (const value of document.querySelectorAll('[data-line]')) {
    const [panel, line] = value.dataset.line.split(' ').map(Number);
    const number = data.panels[panel].lines[line][k];
    value.textContent = number === null ? '–' : number.toFixed(data.panels[panel].digits).replace('-', '−');
  }
  time.textContent = 'at ' + clock(data.times[k]);
}
for (const plot of plots) {
  plot.addEventListener('pointermove', (event) => {
    const box = plot.getBoundingClientRect();
    const at = ((((event.clientX - box.left) / box.width) * width - left) / inner) * data.duration;
    show(Math.min(Math.max(at, 0), data.duration));
  });
}
})();`;
