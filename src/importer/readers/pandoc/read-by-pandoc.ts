import { spawnSync } from 'node:child_process'
import { start } from '../../import-position.ts'
import { problemAt } from '../../problems.ts'
import { question, remark } from '../../report/remark.ts'
import { readHtml } from '../html/read-html.ts'
import type { SourceLine } from '../../report/lost-words.ts'
import { stopped, type Reader } from '../reader.ts'
import { inlineNotes } from './inline-notes.ts'
import { prepareRtf } from './prepare-rtf.ts'
import { wordsOfXml } from './words-of-xml.ts'

/** Of pandoc; less than the whole import may take. */
const most = { seconds: 40, megabytes: 700, output: 64_000_000 }

/** Formats without a reader of their own, with pandoc's names for them. */
export const pandocFormats = {
  rtf: 'RTF',
  latex: 'LaTeX',
  jats: 'JATS',
  docbook: 'DocBook',
} as const

/** What begins a note in the source. */
const noteSigns = {
  rtf: /\{(?:\\\*)?\\footnote\b/,
  latex: /\\footnote(?:text)?\s*[[{]/,
  jats: /<fn[\s>]/,
  docbook: /<footnote[\s>]/,
} as const

interface Prepared {
  input: Uint8Array
  /** The words of the file itself; null: those of pandoc's HTML are proved alone. */
  lines: SourceLine[] | null
}

const lines = (words: readonly string[]): SourceLine[] => words.map((text) => ({ text, at: start }))

function prepareXml(source: string): Prepared {
  const words = wordsOfXml(source)
  return { input: Buffer.from(source), lines: words && lines(words) }
}

/** Changes what older versions of pandoc do not read. */
const prepare: Readonly<Record<keyof typeof pandocFormats, (bytes: Uint8Array) => Prepared>> = {
  rtf: (bytes) => {
    const { input, words } = prepareRtf(bytes)
    return { input, lines: lines(words) }
  },
  latex: (input) => ({ input, lines: null }),
  jats: (bytes) => prepareXml(inlineNotes(Buffer.from(bytes).toString())),
  docbook: (bytes) => prepareXml(Buffer.from(bytes).toString()),
}

/** `--sandbox`: pandoc reads no other file. */
const pandoc = (format: string, input: Uint8Array) =>
  spawnSync(
    'pandoc',
    [
      ...['+RTS', `-M${most.megabytes}m`, '-RTS', '--sandbox', '--standalone'],
      ...['--from', format, '--to', 'html5', '--wrap', 'none'],
    ],
    { input, maxBuffer: most.output, timeout: most.seconds * 1000, killSignal: 'SIGKILL' },
  )

/** The last line with words: below it pandoc points at the place. */
const lastWords = (said: string): string =>
  said
    .trim()
    .split('\n')
    .findLast((line) => /\p{L}/u.test(line)) ?? ''

/** Has pandoc, if it is installed, write the file as HTML with marked notes, and reads that. */
export const readByPandoc =
  (format: keyof typeof pandocFormats): Reader =>
  async (source, options) => {
    const { file, bytes } = source
    const place = { file, line: 1, column: 1 }
    const name = pandocFormats[format]
    const prepared = prepare[format](bytes)
    const { status, stdout, stderr, error } = pandoc(format, prepared.input)
    const code = (error as NodeJS.ErrnoException | undefined)?.code
    if (code === 'ENOENT')
      return stopped([
        problemAt(
          place,
          'unknown-format',
          name,
          'Install pandoc (https://pandoc.org), which reads it, or save it as DOCX, ODT, PDF, EPUB, HTML or plain text and import that',
        ),
      ])
    if (code === 'ETIMEDOUT') return stopped([problemAt(place, 'too-long', most.seconds)])
    if (code === 'ENOBUFS' || /Heap exhausted/.test(stderr.toString()))
      return stopped([problemAt(place, 'too-much', most.megabytes)])
    if (error || status !== 0) {
      const said = error?.message ?? lastWords(stderr.toString())
      return stopped([
        problemAt(place, 'damaged-file', name, `pandoc says “${said.slice(0, 200)}”`),
      ])
    }
    const reading = await readHtml({ ...source, bytes: new Uint8Array(stdout) }, options)
    const said = `Pandoc hat die Datei (${name}) in HTML übersetzt; Zeilen sind dessen Zeilen.`
    const expected = Buffer.from(bytes).toString('latin1').split(noteSigns[format]).length - 1
    const found = reading.text?.notes.length ?? 0
    const lost =
      found < expected
        ? [
            question(
              'notes',
              start,
              `Die Datei hat ${expected} Anmerkungen, Pandoc gibt ${found} davon als Anmerkungen weiter: Die übrigen stehen als Absätze im Text.`,
            ),
          ]
        : []
    return {
      ...reading,
      remarks: [remark('head', start, said), ...lost, ...reading.remarks],
      source: { ...reading.source, ...(prepared.lines && { lines: prepared.lines }) },
    }
  }
