import { FONT, PALETTE, TITLE_FONT, type Mode } from '../charts/theme.ts';

const colours = (mode: Mode): string =>
  Object.entries(PALETTE[mode])
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** The whole style of the page; paper is always light, with one step a page where it fits. */
export const STYLE = `
:root{${colours('light')};--sheet:#fff;font:16px/1.6 ${FONT};color:var(--ink);background:var(--paper)}
*{box-sizing:border-box}
html{scroll-snap-type:y proximity}
body{margin:0}
header,section{max-width:1000px;margin:0 auto;padding:32px 24px}
section{min-height:100vh;scroll-snap-align:start;border-top:1px solid var(--rule)}
h1,h2{font-family:${TITLE_FONT};line-height:1.35;margin:0 0 16px;text-wrap:balance}
h1{font-size:32px}
h2{font-size:26px}
a{color:var(--first)}
.kicker{display:flex;justify-content:space-between;gap:16px;margin:0 0 4px;font-size:14px;font-weight:600;color:var(--accent)}
.place{color:var(--muted);font-weight:400}
figure{margin:0 0 16px}
figcaption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
svg{display:block;width:100%;height:auto}
.dark{display:none}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:24px;margin:24px 0}
dt{color:var(--muted);font-size:18px}
dd{margin:0;color:var(--muted)}
dd.value{color:var(--first);font-size:36px;font-weight:700;line-height:1.3}
.note,.remark,.source{margin:0 0 6px}
.note{font-weight:600}
.remark{color:var(--muted)}
.source{color:var(--muted);font-size:13px;overflow-wrap:anywhere}
section footer{margin-top:16px;padding-top:10px;border-top:1px solid var(--rule)}
.table{overflow-x:auto;margin:20px 0}
.table:focus-visible{outline:2px solid var(--first);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:1.45}
caption{text-align:start;font-weight:600;padding-bottom:6px}
th,td{padding:5px 8px;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top;font-weight:400}
thead th{color:var(--muted);border-bottom-color:var(--ink)}
th.number,td.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
td.implied{text-decoration:underline dashed;text-underline-offset:3px}
td small{display:block;color:var(--accent);white-space:normal}
.strong th,.strong td{font-weight:700}
@media (prefers-color-scheme:dark){
@media screen{:root{${colours('dark')};--sheet:var(--paper)}.light{display:none}.dark{display:block}}
}
@media print{
@page{size:A4 landscape;margin:12mm}
html{font-size:12px}
header,section{max-width:none;padding:0;border:0;min-height:0}
section{break-before:page}
h2,.kicker,figure,dl,tr{break-inside:avoid}
h2{font-size:20px}
figure{max-width:220mm}
thead{display:table-header-group}
.table{overflow:visible}
table{font-size:11px}
}
`.trim();
