/** Style of the EPUB: little, since size, face and colours are the reader's; light and dark by the system. */
export const style = `@font-face { font-family: 'Edition Serif'; src: url(edition-serif-roman.woff2); font-weight: 400 700; }
@font-face { font-family: 'Edition Serif'; src: url(edition-serif-italic.woff2); font-style: italic; }
html { font-family: 'Edition Serif', serif; line-height: 1.45; hyphens: auto; -epub-hyphens: auto; font-variant-numeric: oldstyle-nums; }
body { margin: 0 4%; overflow-wrap: break-word; widows: 2; orphans: 2; }
p { margin: 0; text-align: justify; }
p + p, .block + .block > p { text-indent: 1.2em; }
h1, h2, h3, h4 { font-size: 1.15em; font-weight: 600; line-height: 1.25; text-align: left; hyphens: none; -epub-hyphens: none; break-after: avoid; margin: 2em 0 0.8em; }
h1 + p, h2 + p, h3 + p, h4 + p { text-indent: 0; }
h1 + .block > p, h2 + .block > p, h3 + .block > p, h4 + .block > p { text-indent: 0; }
pre { white-space: pre-wrap; margin: 1em 0; text-align: left; hyphens: none; -epub-hyphens: none; }
blockquote { margin: 1em 0 1em 1.4em; font-size: 0.95em; }
a { color: inherit; }
a[role='doc-noteref'] { font-size: 0.72em; vertical-align: super; line-height: 0; text-decoration: none; padding: 0 0.15em; }
.paragraph-number { font-size: 0.65em; text-decoration: none; opacity: 0.75; }
a[role='doc-glossref'] { text-decoration-line: underline; text-decoration-style: dotted; }
.small-caps { font-variant-caps: small-caps; }
.address { hyphens: none; -epub-hyphens: none; overflow-wrap: anywhere; text-align: left; }
.title-page { margin-top: 15%; }
.title-page h1 { font-size: 1.6em; margin: 0.4em 0; }
.title-page p { text-indent: 0; text-align: left; margin: 0.6em 0; hyphens: none; }
.subtitle { font-style: italic; font-size: 1.15em; }
ol.notes, ol.glosses, ul.works { list-style: none; margin: 0; padding: 0; }
.note, .gloss, ul.works li { margin: 0 0 0.9em; }
.note-number { font-size: 0.85em; text-align: left; }
nav ol { list-style: none; padding-left: 1.2em; text-indent: 0; }
nav > ol { padding-left: 0; }
.note p, .gloss p { text-indent: 0; text-align: left; }
.resolved { font-size: 0.9em; }
dfn { font-style: normal; font-weight: 600; }
table { border-collapse: collapse; font-size: 0.9em; }
td, th { overflow-wrap: anywhere; padding: 0.2em 0.6em 0.2em 0; text-align: left; vertical-align: top; }
math { font-style: normal; text-indent: 0; }
.formula-inline { display: inline-flex; max-width: 100%; overflow-x: auto; overflow-y: hidden; }
.formula { display: block; margin: 1em 0; overflow-x: auto; text-indent: 0; }
p.verse { text-align: left; hyphens: none; -epub-hyphens: none; margin: 1em 0 1em 1.4em; text-indent: 0; }
.verse .line { display: block; padding-left: 1.5em; text-indent: -1.5em; }
.verse br { display: none; }
.verse .stanza { margin-top: 0.7em; }
.verse .indent-1 { margin-left: 1em; }
.verse .indent-2 { margin-left: 2em; }
.verse .indent-3 { margin-left: 3em; }
.verse .indent-4, .verse .indent-5, .verse .indent-6 { margin-left: 4em; }
.verse-number { float: right; padding-left: 1em; font-size: 0.7em; text-indent: 0; }
.block > p.drama { padding-left: 1.5em; text-indent: 0; }
.block > p.speech { text-indent: -1.5em; }
.epigraph { margin: 1em 0 1em 30%; font-size: 0.92em; }
.epigraph p, .epigraph blockquote, .dedication p, .signature p { margin: 0; text-align: left; text-indent: 0; }
.epigraph blockquote + p { margin-top: 0.3em; text-align: right; }
.dedication { margin: 1em 0; }
.dedication p { text-align: center; }
.signature p { text-align: right; }
.endmatter { font-size: 0.9em; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; break-inside: avoid; }
figcaption { font-size: 0.9em; }
@media (prefers-color-scheme: dark) { html { color: #e8e4dc; background: #1b1a18; } }
`
