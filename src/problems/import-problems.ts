import { problemsFrom, type Problem as AnyProblem } from './problem.ts'

/** All problems that stop an import: permanent name → what happened, and what to do. */
export const problems = {
  'bad-argument': (what: string) =>
    `${what}. Usage: npm run import -- FILE [--slug S] [--rights open|licensed|teaching-only|unknown] [--first-page N] [--pages 3-20] [--columns 1|2] [--notes MARKS | --no-notes] [--format F] [--dry-run] [--force] [--no-limits].`,
  'no-such-file': () => 'There is no such file, or it cannot be read. Correct the path.',
  'large-file': (megabytes: number, most: number) =>
    `The file has ${megabytes} MB; at most ${most} MB are read. Save it in parts or with smaller pictures, and import that.`,
  'too-long': (seconds: number) =>
    `The file was not read within ${seconds} seconds: it is damaged, made to do harm, or very long. Save it again in the program it comes from, or in parts, and import that; if you trust it, --no-limits goes on.`,
  'too-much': (megabytes: number) =>
    `The file cannot be read in ${megabytes} MB of memory: it is damaged, made to do harm, or very long. Save it again in the program it comes from, or in parts, and import that; if you trust it, --no-limits takes more.`,
  'unknown-format': (found: string, remedy: string) => `This is ${found}. ${remedy}.`,
  'damaged-file': (format: string, why: string) =>
    `The ${format} file cannot be read: ${why}. Save it again in the program it comes from, and import that.`,
  'locked-pdf': () =>
    'The PDF asks for a password. Open it with the password, print or save it as a PDF without one, and import that.',
  'pdf-without-text': (pages: number) =>
    `The PDF has no text on ${pages === 1 ? 'its page' : `any of ${pages} pages`}: it is a scan. Recognise the text first with ocrmypdf --language deu (Fraktur: frk) FILE OUTPUT.pdf, or with tesseract, and import the result.`,
  'pdf-without-letters': (pages: number) =>
    `A font of the PDF does not say which letters its signs are, so that the words of ${pages === 1 ? 'a page' : `${pages} pages`} cannot be read. Save it again with text that can be searched, or read it from the picture with ocrmypdf --force-ocr --language deu FILE OUTPUT.pdf, and import the result.`,
  'no-such-pages': (kind: 'PDF' | 'text', pages: number) =>
    `The ${kind} has ${pages === 1 ? 'one page' : `${pages} pages`}, none of those asked for. Correct --pages.`,
  'pages-not-marked': () =>
    'The text has no form feeds that mark its pages, so --pages cannot select any. Leave the option out, or make the text with pdftotext -layout, which writes form feeds.',
  'not-utf8': (byte: string) =>
    `The byte ${byte} is not UTF-8, and most other characters are. Correct what stands there in a text editor, save the scan as UTF-8 and import it again.`,
  'empty-scan': () => 'The scan holds no text. Export the text layer of the PDF again.',
  'note-gap': (before: number, number: number) =>
    `${before ? `Note ${number} follows note ${before}` : `The first note is number ${number}`}. Add what is missing before it, or correct the number.`,
  'note-repeated': (number: string, line: number) =>
    `Note ${number} was there already, in line ${line}. Correct one of the numbers, or remove the repetition.`,
  'call-without-note': (label: string) =>
    `Note ${label} is called here but not written. Add the note, or correct the number of the call.`,
  'note-without-call': (label: string) =>
    `Note ${label} is never called. Put its mark at the word it belongs to, or correct its number.`,
  'not-lossless': (words: string) =>
    `The passage “${words}” would not survive as Markdown. Simplify the marks (*, [, <) around it in the scan.`,
  'bad-bibliography': (why: string) =>
    `The bibliography cannot be read: ${why}. Correct it (npm run check says more) and import again.`,
  'not-readable': (why: string) =>
    `What stands here cannot be read (${why}). Move it away if it is a folder, else make it readable, and import again.`,
  'not-writable': (why: string) =>
    `The text cannot be written (${why}). Make the folder writable, see that the disk has room, and import again.`,
  'edits-meet': () =>
    'This passage was changed both here and in the source. Put your version into the source, or undo it here, and import again; --force takes the source (keeps a backup).',
  'changed-by-editor': () =>
    'The file was not written by an import, or was changed since in a way that cannot be followed, and is left alone. Carry the differences over by hand, or use --force (keeps a backup).',
} as const

export type ProblemName = keyof typeof problems

export type Problem = AnyProblem<ProblemName>

export const problem = problemsFrom(problems)
