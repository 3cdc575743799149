/** What keeps a file that looks like a picture from being shown whole, in a browser, a PDF and an EPUB. */
import { SaxesParser } from 'saxes'

const shown = ['png', 'jpg', 'jpeg', 'svg', 'webp', 'avif', 'gif']

/** @param format as its first bytes say */
export function pictureFault(bytes: Buffer, format: string): string | null {
  if (!shown.includes(format))
    return `is .${format}, whatever its name says, which not every browser shows; export it as .png`
  if (format === 'svg') return svgFault(bytes.toString())
  return isWhole(bytes, format) ? null : 'breaks off; copy it anew'
}

function isWhole(bytes: Buffer, format: string): boolean {
  switch (format) {
    case 'png':
      return bytes.includes('IEND')
    case 'jpg':
    case 'jpeg':
      // Cameras write previews before the picture, and films behind it.
      return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.length / 2
    case 'gif':
      return bytes.subarray(-16).includes(0x3b)
    case 'webp':
      return bytes.length >= bytes.readUInt32LE(4) + 8
    default:
      return endOfBoxes(bytes) <= bytes.length
  }
}

/** Where the boxes of ISO media end, by the sizes that they say. */
function endOfBoxes(bytes: Buffer): number {
  let end = 0
  while (end + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(end)
    // 0: to the end of the file; 1: the size follows in 64 bits, as nothing but films needs.
    if (size < 8) return bytes.length
    end += size
  }
  return end
}

const namespace = 'http://www.w3.org/2000/svg'
const isElsewhere = (address: string): boolean => /^\s*(?:[a-z]+:)?\/\//i.test(address)
const loadsElsewhere = /(?:@import\s+['"]|url\(\s*['"]?)\s*(?:[a-z]+:)?\/\//i

const asksOthers = 'asks for a file from elsewhere; embed that in it'

/** A picture is no program: opened by itself it could run what it holds, or ask others for files. */
function svgFault(source: string): string | null {
  const faults = new Set<string>()
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) =>
    faults.add(`is no XML (${message.replace(/\.$/, '')}); export it again`),
  )
  // Illustrator names its namespaces so. Entities in others could grow without end.
  parser.on('doctype', (doctype) => {
    for (const [, name, , value] of doctype.matchAll(/<!ENTITY\s+(\w+)\s+(["'])([^"'&]*)\2\s*>/g))
      parser.ENTITIES[name!] = value!
  })
  let isRoot = true
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (isRoot && (local !== 'svg' || uri !== namespace))
      faults.add(`does not begin with <svg xmlns="${namespace}">; without it browsers show nothing`)
    isRoot = false
    const all = Object.values(attributes)
    if (local === 'script' || all.some(({ name }) => /^on/i.test(name)))
      faults.add('has a script in it; export it without')
    const asks = all.some(
      ({ local: name, value }) =>
        (/^(?:href|src)$/.test(name) && local !== 'a' && isElsewhere(value)) ||
        loadsElsewhere.test(value),
    )
    if (asks) faults.add(asksOthers)
  })
  const look = (text: string) => {
    if (loadsElsewhere.test(text)) faults.add(asksOthers)
  }
  parser.on('text', look)
  parser.on('cdata', look)
  parser.write(source).close()
  const [first = null] = faults
  return first
}
