/** What the publish step has put into a file for the search. */
interface FileIndex {
  /** Path below the index folder → base64. */
  files: Record<string, string>
  /** Address on the site → id in the file, where the ids differ. */
  moved: Record<string, string>
}

export function readFileIndex(root: Document): FileIndex {
  const found = root.querySelector('script[data-search-index]')
  return found ? (JSON.parse(found.textContent) as FileIndex) : { files: {}, moved: {} }
}
