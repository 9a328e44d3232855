/** The style sheet of the report: paper and a light table, light and dark, screen and A4. No text, no data. @module */
import { cssString } from "../safe.ts";

const TOKENS = `:root{color-scheme:light dark;
--ground:#ECEEEA;--sheet:#FCFCFA;--sunk:#F3F4F0;--ink:#1B2230;--ink-2:#475063;--rule:#D2D6CF;--edge:#737C8B;--indigo:#27418F;
--cochineal:#8C1A3B;--ochre:#7A4700;--purple:#57388A;--stone:#414C5D;
--night:#141A2A;--night-ink:#F3EFE4;--night-ink-2:#B7BFD0;--night-edge:#828CA5;--light:#FFD27A;
--text:"Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,"DejaVu Sans",sans-serif;
--mono:"Atkinson Hyperlegible Mono",ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;
--s1:.25rem;--s2:.5rem;--s3:.75rem;--s4:1rem;--s5:1.5rem;--s6:2rem;--small:.9375rem;--measure:38rem}
@media (prefers-color-scheme:dark){:root{--ground:#0F131C;--sheet:#181E2A;--sunk:#1F2634;--ink:#ECEEF2;--ink-2:#B3BCCB;--rule:#2E3747;
--edge:#7F8A9E;--indigo:#AEBFFF;--cochineal:#FF9FB6;--ochre:#EFC07A;--purple:#CFB9FF;--stone:#C5CCD8;--night:#070A11}}`;

const GROUND = `*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 1.0625rem/1.5 var(--text);overflow-wrap:break-word;font-variant-numeric:tabular-nums}
h1,h2,h3{line-height:1.2;margin:0 0 var(--s3);font-weight:700;text-wrap:balance;letter-spacing:-.005em}
h1{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.125rem)}h2{font-size:clamp(1.25rem,1.15rem + .5vw,1.5rem)}h3{font-size:1.1875rem}
p,ul,ol,dl,table{margin:0 0 var(--s4)}p,li,dd{text-wrap:pretty}ul,ol{padding-left:1.3em}li+li{margin-top:var(--s1)}
:is(article,section,div,li,td,dd)>:last-child{margin-bottom:0}
code,pre{font-family:var(--mono);font-size:.92em;overflow-wrap:anywhere}
pre{margin:0 0 var(--s3);padding:var(--s3) var(--s4);background:var(--sunk);border:1px solid var(--rule);white-space:pre-wrap;line-height:1.5;font-size:.8125rem}
bdi.seen-text{font-family:var(--mono);font-size:.92em;background:var(--sunk);border:1px solid var(--rule);border-radius:3px;padding:0 .3em;overflow-wrap:anywhere;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.ctl{white-space:nowrap;border:1px solid currentColor;border-radius:3px;font-size:.75em;padding:0 .2em;margin:0 .1em}
.cut,.fine{font-size:var(--small);color:var(--ink-2);line-height:1.45}.tiny{font-size:.8125rem;color:var(--ink-2);line-height:1.45}
.read{max-width:var(--measure)}svg{flex:none}
.vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

const PAPER = `main{padding:var(--s5) 0}
.paper{background:var(--sheet);width:min(58rem,calc(100% - 2rem));margin:0 auto var(--s5);padding:clamp(1rem,4vw,3.5rem);border:1px solid var(--rule);border-radius:2px}
.paper h2{margin-top:var(--s6)}.paper>header+h2,.paper>h2:first-child{margin-top:0}
header.rep{display:flex;flex-wrap:wrap;justify-content:space-between;gap:var(--s1) var(--s5);align-items:center;border-bottom:2px solid var(--ink);padding-bottom:var(--s3);margin-bottom:var(--s4)}
.brand{display:flex;align-items:center;gap:.6rem;font-weight:700}.brand svg{width:2.1rem;height:2.1rem}
footer.rep{border-top:1px solid var(--rule);margin-top:var(--s6);padding-top:var(--s2);font-size:.8125rem;color:var(--ink-2);display:flex;flex-wrap:wrap;justify-content:space-between;gap:var(--s1) var(--s5)}footer.rep p{margin:0}`;

const VERDICT = `.night{background:var(--night);color:var(--night-ink)}.night .fine,.night .tiny{color:var(--night-ink-2)}
.verdict{display:grid;grid-template-columns:minmax(0,1fr);border:1px solid var(--rule);border-radius:2px;overflow:hidden;margin-bottom:var(--s5)}
.found,.seen{padding:clamp(1.1rem,.7rem + 2vw,2rem);display:grid;grid-template-columns:minmax(0,1fr);align-content:start;gap:var(--s3)}.found>*,.seen>*{margin:0}
.seen h2{font-size:1.1875rem;font-weight:600;line-height:1.35;margin:0!important}
.axis{display:flex;align-items:center;gap:.75rem;font-size:var(--small)}.axis svg{width:2.25rem;height:2.25rem}
.axis .q{color:var(--ink-2);font-weight:500;display:block}.night .axis .q{color:var(--night-ink-2)}.axis b{display:block;font-size:1.0625rem}
.tone-match{color:var(--cochineal)}.tone-lead{color:var(--ochre)}.tone-targeted{color:var(--purple)}.tone-none,.tone-unchecked,.tone-noted{color:var(--stone)}
.thread-wrap{grid-column:1/-1}.thread{height:6px;border:0;margin:0;color:inherit;background:currentColor}
.thread.lead{background:repeating-linear-gradient(90deg,currentColor 0 28px,transparent 28px 36px)}
.thread.targeted{background:repeating-linear-gradient(90deg,currentColor 0 20px,transparent 20px 26px,currentColor 26px 32px,transparent 32px 38px)}
.thread.none{height:2px;margin-bottom:4px}.thread.unchecked{background:repeating-linear-gradient(90deg,currentColor 0 6px,transparent 6px 12px)}
@media (min-width:52rem){.verdict{grid-template-columns:minmax(0,7fr) minmax(0,5fr)}}
.strip{display:block;max-width:100%;height:auto;overflow:visible}.band{display:block;width:100%;overflow:visible}
.legend{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);font-size:var(--small)}.legend li{margin:0;display:inline-flex;align-items:center;gap:.5rem}.legend svg{width:14px;height:22px}`;

const PARTS = `.todo{list-style:none;margin:0;padding:0;counter-reset:n}
.todo>li{counter-increment:n;margin:0;padding:var(--s3) 0;border-top:1px solid var(--rule);display:grid;grid-template-columns:2.25rem minmax(0,1fr)}
.todo>li::before{content:counter(n);font-weight:700;font-size:1.4rem;line-height:1.1;color:var(--indigo)}
.todo>li:first-child{border-top:0;padding-top:0}.todo p{margin:.15rem 0 0;color:var(--ink-2)}
@media (min-width:52rem){.qa{display:grid;grid-template-columns:1fr 1fr;gap:0 var(--s6)}}
.who{margin:0 0 var(--s3);display:grid;gap:0 var(--s5)}.who>div{padding:var(--s3) 0;border-top:1px solid var(--rule)}.who dt{font-weight:700;line-height:1.3}.who dd{margin:.1rem 0 0}
@media (min-width:48rem){.who{grid-template-columns:repeat(3,minmax(0,1fr))}}
.addr{font-family:var(--mono);font-weight:600;user-select:all}
.finding{border:1px solid var(--rule);border-radius:2px;padding:var(--s4) var(--s5);display:grid;grid-template-columns:2.25rem minmax(0,1fr);gap:var(--s3) var(--s4)}
.finding+.finding{margin-top:var(--s3)}.finding>svg{width:2.25rem;height:2.25rem}.finding>div{min-width:0}.finding .level{font-weight:700;font-size:var(--small);margin:0 0 .1rem}.finding h3{margin-bottom:var(--s1)}.finding p{margin-bottom:var(--s2)}
.more,.about{margin:0;font-size:var(--small);line-height:1.45}.about dl{margin:0}.about p{margin:.2rem 0 0!important}.more>div,.about dl>div{padding:.2rem 0}.more dt{font-weight:700}.about dt{color:var(--ink-2)}.more dd,.about dd{margin:0;overflow-wrap:anywhere}
.about{grid-column:1/-1;border-top:1px solid var(--rule);padding-top:var(--s2)}
@media (min-width:30rem){.about dl>div{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:0 var(--s4)}}
@media (min-width:52rem){.finding{grid-template-columns:2.25rem minmax(0,1fr) 17rem}.about{grid-column:3;border-top:0;border-left:1px solid var(--rule);padding:0 0 0 var(--s4)}.about dl>div{display:block}}
nav ul{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:0 var(--s5)}nav p{margin:0}nav li{margin:0!important}nav{border-top:1px solid var(--rule);padding-top:var(--s3);margin-top:var(--s5)}
a{color:var(--indigo);text-underline-offset:.2em}a.go,.go a{display:inline-block;min-height:1.75rem;padding:.2rem 0}nav.go a{min-height:2.75rem;padding:.6rem 0}
.level-tag{display:inline-flex;align-items:center;gap:.4rem;font-weight:700}.level-tag svg{width:1.15em;height:1.15em}
.facts{margin:0 0 var(--s4)}.facts>div{padding:var(--s2) 0;border-top:1px solid var(--rule)}.facts>div:first-child{border-top:0}.facts dt{color:var(--ink-2);font-size:var(--small)}.facts dd{margin:0;overflow-wrap:anywhere}
@media (min-width:40rem){.facts>div{display:grid;grid-template-columns:16rem minmax(0,1fr);gap:var(--s4)}}
table{border-collapse:collapse;width:100%;font-size:var(--small);line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--rule);overflow-wrap:anywhere}thead th{border-top:0;border-bottom:2px solid var(--ink)}tbody th{font-weight:600}
td.num,th.num{text-align:right}td.num+td,th.num+th{padding-left:var(--s3)}
@media (min-width:40.01rem){.places,.signs,.files,.damage,.why2{table-layout:fixed}.places th:nth-child(1){width:21%}.places th:nth-child(2){width:17%}.places th:nth-child(3){width:12%}.places th:nth-child(4){width:15%}.signs th:nth-child(1){width:40%}.signs th:nth-child(2){width:17%}.signs th:nth-child(3){width:10%}.files th:nth-child(2){width:16%}.files th:nth-child(3){width:40%}.damage th:nth-child(1){width:52%}.damage th:nth-child(2){width:20%}.why2 th:nth-child(1){width:32%}}thead th{overflow-wrap:normal}.nb{white-space:nowrap}
@media (max-width:40rem){table,tbody,tr,td,th{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:var(--s3) 0;border-top:1px solid var(--rule)}th,td,td.num{border:0;padding:0;text-align:left}td[data-h]::before{content:attr(data-h) ": ";color:var(--ink-2)}td:empty{display:none}.finding{padding:var(--s4)}.finding{grid-template-columns:1.9rem minmax(0,1fr);column-gap:var(--s3)}.finding>svg{width:1.9rem;height:1.9rem}.cov{padding:var(--s4)!important}}
.chain{list-style:none;margin:0 0 var(--s4);padding:0}.chain li{position:relative;margin:0;padding:0 0 var(--s3) 2.25rem;overflow-wrap:anywhere}
.chain li::before{content:"";position:absolute;left:.3rem;top:.4rem;width:.8rem;height:.8rem;border:2px solid var(--ink);background:var(--sheet)}
.chain li::after{content:"";position:absolute;left:.72rem;top:1.35rem;bottom:-.3rem;border-left:2px dashed var(--edge)}
.chain li:last-child::after{display:none}.chain li:last-child{padding-bottom:0}.chain li.lit::before{background:var(--light)}.chain .k{display:block;font-size:var(--small);color:var(--ink-2)}.chain .v{display:block;min-width:0}
@media (min-width:44rem){.chain li{display:grid;grid-template-columns:10rem minmax(0,1fr);gap:0 var(--s4);padding-bottom:var(--s2)}.chain .k{padding-top:.1em}}
.trace{margin-bottom:var(--s6)}.trace>h3{display:flex;gap:var(--s3);align-items:flex-start}.trace>h3>svg{width:1.6rem;height:1.6rem;margin-top:-.1rem}.trace>h3>span{min-width:0}
.cov{padding:var(--s4) var(--s5);border-radius:2px;margin-bottom:var(--s4)}.cov .r{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 var(--s4);padding:.35rem 0;align-items:center}
.cov .r>b{font-weight:600}.cov .r>.s{color:var(--night-ink-2);font-size:.8125rem;text-align:right}.cov .r>svg{grid-column:1/-1}
.cov .legend{margin-top:var(--s3)}.cov .ends{display:flex;justify-content:space-between;font-size:.8125rem;color:var(--night-ink-2)}
@media (min-width:52rem){.cov .r,.cov .ends-row{display:grid;grid-template-columns:13rem minmax(0,1fr) 11rem;gap:0 var(--s4)}.cov .r>svg{grid-column:2;grid-row:1}.cov .r>.s{grid-column:3;text-align:left}.cov .ends{grid-column:2}}
details{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);margin-bottom:var(--s4)}summary{cursor:pointer;font-weight:700;padding:var(--s3) 0;min-height:2.75rem;color:var(--indigo)}details>:not(summary){margin-bottom:var(--s4)}
:focus-visible{outline:3px solid var(--indigo);outline-offset:3px;border-radius:3px}
.signline{border-bottom:1px solid var(--ink);min-height:2.5rem}
.way{border-top:1px solid var(--rule);padding-top:var(--s4);margin-bottom:var(--s5)}.way h3{margin-bottom:var(--s2)}.way .facts{margin:0}.way .facts>div{padding:.25rem 0;border:0}.way dd ul{margin:0 0 var(--s2)}`;

const FORCED = `@media (forced-colors:active){.night,.thread,.strip,.band{forced-color-adjust:none}.verdict,.finding{border-color:CanvasText}}`;

/** A4: page 1 does alone, blocks do not break, the light table stays; every page bears fingerprint, state and number. */
const printed = (left: string, right: string): string => `@media print{
@page{size:A4;margin:12mm 15mm 14mm;@bottom-left{content:${cssString(left)};font:8pt Verdana,"DejaVu Sans",sans-serif;color:#333B49}@bottom-right{content:${cssString(`${right} · `)} counter(page) "/" counter(pages);font:8pt Verdana,"DejaVu Sans",sans-serif;color:#333B49}}
:root{color-scheme:light;--ground:#fff;--sheet:#fff;--sunk:#fff;--ink:#000;--ink-2:#333B49;--rule:#B9BEB7;--edge:#737C8B;--indigo:#27418F;--cochineal:#8C1A3B;--ochre:#7A4700;--purple:#57388A;--stone:#414C5D;--night:#141A2A;--small:9pt}
body{font-size:10pt;line-height:1.4;background:#fff}main{padding:0}.paper{width:auto;margin:0;padding:0;border:0}.paper+.paper.fresh{break-before:page}.paper+.paper:not(.fresh){margin-top:6mm}
.paper+.paper:not(.fresh)>header.rep{display:none}
h1{font-size:15pt}h2{font-size:12.5pt}h3{font-size:10.5pt}.paper h2{margin:3mm 0 1mm}.answer p,.answer ul{margin-bottom:1.2mm}.answer{font-size:9.5pt}.seen h2{font-size:10.5pt}p,ul,ol,dl,table{margin-bottom:2mm}.tiny,.legend,.more,.about{font-size:8.5pt}.axis b{font-size:10pt}
header.rep{margin-bottom:3mm;padding-bottom:2mm}.verdict{grid-template-columns:minmax(0,7fr) minmax(0,5fr);margin-bottom:2mm}.found,.seen{padding:3.5mm 4mm;gap:1.5mm}.strip{max-width:70%}
.qa{display:grid;grid-template-columns:1fr 1fr;gap:0 8mm}.todo>li{padding:1.4mm 0;grid-template-columns:8mm minmax(0,1fr)}.todo>li::before{font-size:12pt}.who>div,.facts>div{padding:1.2mm 0}.finding{padding:3mm}th,td{padding-block:1.1mm}.chain li{padding-bottom:1mm}.trace{margin-bottom:5mm}.cov{padding:3mm}
.go,nav{display:none!important}.finding{grid-template-columns:8mm minmax(0,1fr) 58mm;gap:1mm 3mm}.finding>svg{width:7mm;height:7mm}.about{grid-column:3;border-top:0;border-left:1px solid var(--rule);padding:0 0 0 3mm}.about dl>div{display:block;padding:.3mm 0}.more>div{padding:.3mm 0}.who{grid-template-columns:5fr 4fr 4fr;gap:0 5mm;font-size:9pt}.who>div{padding:1mm 0 0}.who .fine{line-height:1.3}
.chain code,.chain bdi.seen-text{font-size:8.5pt}.chain code.tiny,.files bdi.seen-text,.files code{font-size:7pt}pre{font-size:7.5pt;padding:1mm 2mm}
.chain li{display:grid;grid-template-columns:36mm minmax(0,1fr);gap:0 3mm}.facts>div{display:grid;grid-template-columns:42mm minmax(0,1fr);gap:3mm}.cov .r,.cov .ends-row{display:grid;grid-template-columns:42mm minmax(0,1fr) 36mm;gap:0 4mm;padding:.6mm 0}.cov .r>svg{grid-column:2;grid-row:1}.cov .r>.s{grid-column:3;text-align:left}.cov .ends{grid-column:2}
.night,.strip,.band,.thread,.chain li::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.verdict,.finding,.todo>li,.who>div,.facts>div,tr,.chain li,.cov .r,pre{break-inside:avoid}h2,h3,summary{break-after:avoid}thead{display:table-header-group}
.trace>h3,.trace>.chain{break-inside:avoid}.trace>h3{padding-top:1.5mm}.answer .todo b::after{content:". "}.answer .todo p{display:inline}.answer .todo>li{padding:1mm 0}.answer .todo>li::before{font-size:10pt;line-height:1.4}.call{break-inside:avoid}.call p{margin-bottom:1mm}.call .who{margin-bottom:1mm}.call .fine{font-size:8pt}details{border:0}details>summary{color:#000;padding:1mm 0;min-height:0;list-style:none}details::details-content{content-visibility:visible;height:auto}}
@supports selector(::details-content) and (not (-moz-appearance:none)){@media print{footer.rep{display:none}}}`;

/** Fonts as base64 of woff2 files; without them the report falls back to what the machine has. */
export interface ReportFonts {
  readonly text: string;
  readonly mono: string;
}

function faces(fonts: ReportFonts): string {
  const face = (name: string, data: string): string =>
    `@font-face{font-family:"${name}";src:url("data:font/woff2;base64,${data.replace(/[^A-Za-z0-9+/=]/g, "")}") format("woff2");font-weight:200 800}`;
  return face("Atkinson Hyperlegible Next", fonts.text) + face("Atkinson Hyperlegible Mono", fonts.mono);
}

/** The whole sheet. `left` and `right` stand at the foot of every printed page. */
export function styleSheet(fonts: ReportFonts | undefined, left: string, right: string): string {
  const sheet = [TOKENS, GROUND, PAPER, VERDICT, PARTS, FORCED, printed(left, right)].join("\n");
  return fonts ? `${faces(fonts)}\n${sheet}` : sheet;
}
