import { levels } from './report.js';

/** Levels are switched by check boxes: the page works without scripts. */
const switches = levels
  .map((level) => `body:has(#show-${level}:not(:checked)) main .${level} { display: none }`)
  .join('\n');

const colours = levels.map((level) => `.${level} { --level: var(--${level}) }`).join('\n');

export const style = `
:root { color-scheme: light dark; --line: light-dark(#d5d9de, #3a4048); --pane: light-dark(#f5f6f8, #20242a);
  --quiet: light-dark(#5b6470, #a3adb9); --removed: light-dark(#fdecea, #3c201f); --added: light-dark(#e7f5ec, #1b3324);
  --breaking: light-dark(#b3261e, #ff8a80); --dangerous: light-dark(#8a5a00, #ffc46b);
  --safe: light-dark(#1b6e3c, #7fd6a0); --documentation: light-dark(#44546a, #a9b8cf);
  background: light-dark(#fff, #16191d); color: light-dark(#1c2128, #e4e8ec) }
* { box-sizing: border-box }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.5rem 4rem }
nav input { margin: 0 0.4rem 0 0; accent-color: var(--level) } nav label:has(:focus-visible) { outline: 2px solid; outline-offset: 2px }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; overflow-wrap: anywhere } h1 span, h2 span { color: var(--quiet) }
h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; overflow-wrap: anywhere }
h3 { display: inline; font: 600 0.95rem ui-monospace, monospace; overflow-wrap: anywhere }
h4 { font-size: 1rem; font-weight: 500; margin: 0 0 0.5rem } code, pre { font-family: ui-monospace, monospace; font-size: 0.82rem }
${colours}
nav { display: flex; flex-wrap: wrap; gap: 0.5rem }
nav label { border: 1px solid var(--level); border-radius: 1rem; color: var(--level); cursor: pointer; padding: 0.1rem 0.8rem }
table { border-collapse: collapse; margin-top: 1rem; width: 100% } th { color: var(--quiet); font-weight: 500 }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.6rem 0.35rem 0; text-align: left; vertical-align: top } td:first-child { overflow-wrap: anywhere }
.number { text-align: right } td.number:not(.none) { color: var(--level); font-weight: 600 }
.verdict { border-left: 4px solid var(--level); background: var(--pane); margin-top: 1rem; padding: 0.6rem 1rem }
.verdict strong { color: var(--level) } .verdict ul { margin: 0.2rem 0 0; padding-left: 1.2rem }
details { border: 1px solid var(--line); border-radius: 0.5rem; margin: 0.8rem 0 }
summary { background: var(--pane); border-radius: 0.5rem; cursor: pointer; padding: 0.6rem 1rem } summary span { color: var(--level); font-size: 0.85rem; margin-left: 0.6rem; white-space: nowrap }
article { border-top: 1px solid var(--line); padding: 0.9rem 1rem } article:target { background: var(--pane) }
article p { margin: 0.5rem 0 0 } .badge { border: 1px solid var(--level); border-radius: 0.3rem; color: var(--level); font-size: 0.75rem; font-weight: 600; padding: 0.05rem 0.4rem; text-decoration: none; text-transform: uppercase }
.badge:hover, .badge:focus-visible { background: var(--level); color: light-dark(#fff, #16191d) }
.panes { display: grid; gap: 0.6rem; grid-template-columns: 1fr 1fr } .panes > div { border-radius: 0.4rem; min-width: 0; padding: 0.4rem 0.8rem }
.panes > div { background: var(--pane) } .panes > .before { background: var(--removed) } .panes > .after { background: var(--added) } .panes b { font-size: 0.75rem; font-weight: 500 }
pre { margin: 0.2rem 0; max-height: 20rem; overflow: auto; overflow-wrap: anywhere; white-space: pre-wrap } .panes code, .rule { color: var(--quiet); overflow-wrap: anywhere }
@media (max-width: 40rem) { body { padding: 1rem 0.8rem 3rem } .panes { grid-template-columns: 1fr } .number { display: none } }
@media print { details::details-content { content-visibility: visible } nav { display: none } }
${switches}
`;
