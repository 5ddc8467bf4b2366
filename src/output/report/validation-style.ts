/** What the validation's page needs beyond the look of the report. */

export const validationStyle = `
a { color: inherit; text-decoration-color: var(--strong); }
a:hover { text-decoration-color: currentColor; }
.wide { margin-top: 26px; }
.cases { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr)); gap: 30px 32px; margin-top: 16px; align-items: start; }
.case { min-width: 0; scroll-margin-top: 16px; }
.case .caption { min-height: 0; margin: 2px 0 4px; }
.case .plot { height: 320px; }
#plot-overview { height: 440px; }
.case:target h3 { text-decoration: underline; text-underline-offset: 4px; }
@media print { .case { break-inside: avoid; } }
`;
