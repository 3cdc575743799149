import { importText, type ImportOptions, type Result } from '../../../src/importer/import-text.ts'
import { readScan, type ScanOptions } from '../../../src/importer/readers/scan/read-scan.ts'

/** Bytes of a scan → files of an imported text. @throws ImportError with all problems found */
export const importScan = (
  bytes: Uint8Array,
  options: ScanOptions & Omit<ImportOptions, 'format'>,
): Result => importText(readScan(bytes, options), { ...options, format: 'text' })
