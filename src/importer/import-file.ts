import { importText, type ImportOptions, type Result } from './import-text.ts'
import { ImportError, problemAt } from './problems.ts'
import { detectFormat } from './readers/detect-format.ts'
import { isFormat, readers, type Format } from './readers/formats.ts'
import type { ReadOptions, Source } from './readers/reader.ts'

/** Formats that pack their text, and pictures with it. */
const packed: ReadonlySet<Format> = new Set(['pdf', 'docx', 'odt', 'epub'])
/** Megabytes of a text without packing; a long book has two. */
const mostText = 64

export type FileOptions = ReadOptions & Omit<ImportOptions, 'format'> & { format: Format | null }

/** A file of any format → files of an imported text. @throws ImportError with all problems found */
export async function importFile(source: Source, options: FileOptions): Promise<Result> {
  const format = options.format ?? formatOf(source)
  if (!hasPages(format) && (options.pages ?? options.columns) !== null) {
    const what = `--pages and --columns are for PDF and plain text, and ${source.file} is read as ${format}`
    const place = { file: 'import', line: 1, column: 1 }
    throw new ImportError([problemAt(place, 'bad-argument', what)])
  }
  const megabytes = source.bytes.length / 1_000_000
  if (!packed.has(format) && megabytes > mostText)
    throw new ImportError([
      problemAt(
        { file: source.file, line: 1, column: 1 },
        'large-file',
        Math.round(megabytes),
        mostText,
      ),
    ])
  const read = await readers[format]()
  return importText(await read(source, options), { ...options, format })
}

const hasPages = (format: Format): boolean => format === 'pdf' || format === 'text'

function formatOf({ bytes, file }: Source): Format {
  const detected = detectFormat(bytes, file)
  if ('format' in detected && isFormat(detected.format)) return detected.format
  const [found, remedy] =
    'format' in detected
      ? [`a file of the format ${detected.format}`, 'Save it as plain text and import that']
      : [detected.found, detected.remedy]
  throw new ImportError([problemAt({ file, line: 1, column: 1 }, 'unknown-format', found, remedy)])
}
