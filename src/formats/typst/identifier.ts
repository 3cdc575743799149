/**
 * Writes a DOI into the metadata stream of a PDF as Typst writes it, not compressed. In a PDF/A only what its own schemas
 * name may stand there, so that PRISM's field is left out.
 */
export function withDoi(object: Buffer, doi: string): Buffer {
  const [head, behind] = parted(object, Buffer.from('stream\n'))
  if (!head || !/\/Type \/Metadata\b/.test(head.toString('latin1'))) return object
  const [before, after] = parted(behind, Buffer.from('<dc:format>'))
  if (!before) return object
  const words = doi.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const prism = object.includes('<pdfaid:part>')
    ? ''
    : `<prism:doi xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">${words}</prism:doi>`
  const added = Buffer.from(`<dc:identifier>doi:${words}</dc:identifier>${prism}`)
  const longer = head
    .toString('latin1')
    .replace(/\/Length (\d+)/, (_, length) => `/Length ${Number(length) + added.length}`)
  return Buffer.concat([
    Buffer.from(`${longer}stream\n`, 'latin1'),
    before,
    added,
    Buffer.from('<dc:format>'),
    after,
  ])
}

/** What stands before and behind a sign; nothing before it if it is not there. */
function parted(source: Buffer, sign: Buffer): [before: Buffer | null, behind: Buffer] {
  const at = source.indexOf(sign)
  return at < 0 ? [null, source] : [source.subarray(0, at), source.subarray(at + sign.length)]
}
