/**
 * The report's look: ink and grey for the page, colour for physics only, red
 * for a broken limit and amber for a thin margin. Light, dark and print.
 */

export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f7f8; --ink: #1a1f26; --soft: #5c6672; --line: #e2e5e9; --strong: #c4cad1;
  --red: #b3261e; --amber: #8a5a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --panel: #1b1f25; --ink: #e6e9ed; --soft: #98a3af; --line: #2a3038; --strong: #434b56;
    --red: #ff8a80; --amber: #e6b450;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
main, .bar { max-width: 1240px; margin: 0 auto; padding: 0 28px; }
.bar { display: flex; gap: 6px 16px; flex-wrap: wrap; align-items: baseline; padding-top: 20px; color: var(--soft); font-size: 13px; }
.bar h1 { margin: 0; font-size: 15px; font-weight: 600; color: var(--ink); }
.bar .brand { margin-left: auto; letter-spacing: .02em; }
.answer { padding: 22px 0 6px; max-width: 62rem; }
.answer p { margin: 0; font-size: 25px; line-height: 1.32; font-weight: 600; letter-spacing: -.012em; text-wrap: pretty; }
.answer ul { margin: 12px 0 0; padding: 0; list-style: none; color: var(--soft); max-width: 58rem; font-size: 14px; }
.answer li { margin: 3px 0; padding-left: 16px; position: relative; }
.answer li::before { content: ""; position: absolute; left: 2px; top: .68em; width: 6px; height: 1px; background: var(--soft); }
h2 { margin: 44px 0 4px; font-size: 19px; letter-spacing: -.01em; }
h3 { margin: 0; font-size: 15px; font-weight: 600; }
h4 { margin: 14px 0 4px; font-size: 14px; }
.choices { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; margin: 18px 0 10px; color: var(--soft); font-size: 13px; }
h2 + .choices { margin-top: 6px; }
.choices label { display: inline-flex; align-items: center; gap: 8px; }
select {
  font: inherit; color: var(--ink); background: var(--panel); border: 1px solid var(--line); border-radius: 6px;
  padding: 5px 8px; max-width: 22rem; min-height: 32px;
}
.legend { margin-left: auto; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; border-radius: 3px; }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
caption { text-align: left; color: var(--soft); font-size: 13px; padding: 8px 0 4px; }
th, td { padding: 6px 10px; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { vertical-align: bottom; font-weight: 500; color: var(--soft); border-bottom-color: var(--strong); line-height: 1.3; font-size: 12.5px; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
th:last-child, td:last-child { padding-right: 4px; }
tbody th { font-weight: 500; }
#headline tbody th { min-width: 190px; max-width: 270px; }
#headline thead th { min-width: 76px; }
#headline th:first-child, .plain th:first-child { position: sticky; left: 0; background: var(--page); z-index: 1; }
#headline tbody tr:hover, #headline tbody tr:hover th, .plain tbody tr:hover, .plain tbody tr:hover th { background: var(--panel); }
thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer; position: relative; }
thead button:hover { color: var(--ink); }
thead i { position: absolute; left: calc(100% + 2px); bottom: .35em; width: 0; height: 0; border: 4px solid transparent; visibility: hidden; }
th[aria-sort="ascending"] i { visibility: visible; border-bottom-color: currentColor; transform: translateY(-3px); }
th[aria-sort="descending"] i { visibility: visible; border-top-color: currentColor; }
th[aria-sort="ascending"] button, th[aria-sort="descending"] button { color: var(--ink); }
.unit { display: block; color: var(--soft); font-weight: 400; }
td.unit { display: table-cell; text-align: left; white-space: nowrap; }
.value { display: block; white-space: nowrap; }
.change { display: block; color: var(--soft); font-size: 12px; line-height: 1.25; min-height: 1.25em; white-space: nowrap; }
.best { font-weight: 700; }
.best .value::before, .plain .best::before { content: ""; display: inline-block; width: 6px; height: 6px; border-radius: 50%; background: currentColor; margin-right: 6px; vertical-align: 2px; }
.best .change { font-weight: 400; }
.broken { color: var(--red); }
.thin { color: var(--amber); }
.tag { display: inline-block; font-size: 11.5px; line-height: 1.5; font-weight: 500; padding: 0 7px; border: 1px solid var(--strong); border-radius: 9px; color: var(--soft); white-space: nowrap; }
.tag[hidden] { display: none; }
.tag.broken { color: var(--red); border-color: currentColor; }
.tag.synthetic { color: var(--ink); border-color: var(--ink); border-style: dashed; }
.grid { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 34px 36px; margin-top: 18px; }
.figure { grid-column: span 6; min-width: 0; }
#figure-energy, #figure-heat { grid-column: span 12; }
#figure-efficiency { grid-column: span 7; }
#figure-water { grid-column: span 5; }
.figure header { display: flex; gap: 16px; align-items: baseline; justify-content: space-between; }
.choice { display: inline-flex; gap: 6px; align-items: center; font-size: 13px; color: var(--soft); white-space: nowrap; }
.choice input { accent-color: var(--ink); width: 16px; height: 16px; margin: 0; }
.caption { margin: 2px 0 6px; color: var(--soft); font-size: 13px; line-height: 1.4; max-width: 46rem; }
.key { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 12.5px; color: var(--soft); margin: 2px 0 8px; min-height: 1.5em; }
.key span { display: inline-flex; align-items: center; gap: 6px; }
.key i { flex: none; width: 18px; border-top: 2px solid; }
.key .block { width: 11px; height: 11px; border: 0; background: currentColor; }
.key .dot, .key .ring { width: 11px; height: 11px; border: 2px solid; border-radius: 50%; }
.key .dot { background: currentColor; }
.key .thick { border-top-width: 3px; }
.key .dashed { border-top-style: dashed; }
@media (min-width: 901px) { .figure .caption { min-height: 2.8em; } #figure-energy .caption, #figure-heat .caption { min-height: 0; } }
figure { margin: 0; }
.plot { height: 330px; width: 100%; }
#plot-energy, #plot-efficiency, #plot-water { height: var(--rows-height, 400px); }
#plot-bridge, #plot-chain { height: 360px; }
details { margin-top: 6px; }
summary { cursor: pointer; color: var(--soft); font-size: 13px; padding: 4px 0; width: fit-content; }
summary:hover { color: var(--ink); }
.plain { font-size: 13px; }
.plain th, .plain td { padding: 4px 10px; }
.plain td { white-space: nowrap; }
.plain .group { padding-top: 16px; font-weight: 600; color: var(--ink); position: static; }
.metrics thead th { min-width: 84px; }
.notes { columns: 2 24rem; column-gap: 36px; font-size: 14px; }
.notes section { break-inside: avoid; }
.notes ul { margin: 4px 0 16px; padding-left: 18px; }
.notes li { margin: 3px 0; }
.plainlist { margin: 8px 0; padding-left: 18px; font-size: 14px; max-width: 58rem; }
footer { margin: 48px 0 32px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 900px) {
  main, .bar { padding: 0 18px; }
  .bar { padding-top: 16px; }
  .answer p { font-size: 21px; }
  .figure, #figure-efficiency, #figure-water { grid-column: span 12; }
  .legend { margin-left: 0; }
}
/* While a page is printed it is as wide as the paper, so that charts are drawn to fit. */
.printing main, .printing .bar { width: 960px; max-width: 960px; padding: 0; }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #ddd; --strong: #999; --red: #b3261e; --amber: #8a5a00;
  }
  body { font-size: 10pt; }
  main, .bar { padding: 0; }
  .answer p { font-size: 16pt; }
  table, #headline, .plain { font-size: 8pt; }
  .plain th, .plain td { padding: 2px 4px; }
  .change, .tag, thead th, .unit { font-size: 7.5pt; }
  #headline thead th { font-size: 7.5pt; }
  th, td { padding: 3px 5px; }
  #headline tbody th { min-width: 0; }
  #headline thead th, .metrics thead th { min-width: 0; }
  .choice, summary, details.data { display: none; }
  select { appearance: none; border: 0; background: none; padding: 0; min-height: 0; font-weight: 600; }
  .scroll { overflow: visible; }
  .figure, tr, .notes section { break-inside: avoid; }
  .grid { gap: 18px 28px; }
  h2, h3, .caption { break-after: avoid; }
  @page { size: landscape; margin: 12mm; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
