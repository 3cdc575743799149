import css from './file.css?inline'
import { fileHtml, type FileParts } from './file-html.ts'

/** Apart from the words of the file, since only a bundler reads style sheets. */
export const makeFile = (parts: FileParts): Promise<string> => fileHtml(parts, css)
