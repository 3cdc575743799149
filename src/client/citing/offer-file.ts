import type { FileKey } from './compose.ts'

const kinds: Record<FileKey, { ending: string; type: string }> = {
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  csl: { ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
}

/** Makes the link download the words as a file named after the text; hides the link where `kind` is null. */
export function offerFile(
  link: HTMLAnchorElement,
  slug: string,
  kind: FileKey | null,
  words: string,
): void {
  if (link.href) URL.revokeObjectURL(link.href)
  link.hidden = !kind
  link.removeAttribute('href')
  if (!kind) return
  const { ending, type } = kinds[kind]
  link.download = `${slug}.${ending}`
  link.href = URL.createObjectURL(new Blob([words], { type }))
}
