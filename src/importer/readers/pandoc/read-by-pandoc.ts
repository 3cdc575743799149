import { spawnSync } from 'node:child_process'
import { start } from '../../import-position.ts'
import { problemAt } from '../../problems.ts'
import { question, remark } from '../../report/remark.ts'
import { readHtml } from '../html/read-html.ts'
import { stopped, type Reader } from '../reader.ts'

const most = { milliseconds: 60_000, bytes: 256 * 1024 * 1024 }

/** Formats without a reader of their own, with pandoc's names for them. */
export const pandocFormats = { rtf: 'RTF', latex: 'LaTeX', jats: 'JATS' } as const

/** What begins a note in the source. */
const noteSigns = {
  rtf: /\{\\footnote\b/,
  latex: /\\footnote(?:text)?\s*[[{]/,
  jats: /<fn[\s>]/,
} as const

/**
 * Has pandoc, if it is installed, write the file as HTML with marked notes, and reads that. `--sandbox`: pandoc
 * reads no other file.
 */
export const readByPandoc =
  (format: keyof typeof pandocFormats): Reader =>
  async (source, options) => {
    const { file, bytes } = source
    const place = { file, line: 1, column: 1 }
    const name = pandocFormats[format]
    const { status, stdout, stderr, error } = spawnSync(
      'pandoc',
      ['--sandbox', '--standalone', '--from', format, '--to', 'html5', '--wrap', 'none'],
      { input: bytes, maxBuffer: most.bytes, timeout: most.milliseconds },
    )
    if (error && (error as NodeJS.ErrnoException).code === 'ENOENT')
      return stopped([
        problemAt(
          place,
          'unknown-format',
          name,
          'Install pandoc (https://pandoc.org), which reads it, or save it as DOCX, ODT, PDF, EPUB, HTML or plain text and import that',
        ),
      ])
    if (error || status !== 0) {
      const said = error?.message ?? stderr.toString().trim().split('\n').at(-1) ?? ''
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
    return { ...reading, remarks: [remark('head', start, said), ...lost, ...reading.remarks] }
  }
