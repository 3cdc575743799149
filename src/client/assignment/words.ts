import { wordsAndAddresses } from '../../contract/web-addresses.ts'
import { element } from '../platform/element.ts'

/** Words of a teacher; addresses on the web in them are links. Each shows all of its address, so that nobody is led astray. */
export const withLinks = (root: Document, text: string): (string | HTMLElement)[] =>
  wordsAndAddresses(text).map(({ words, href }) =>
    href ? element(root, 'a', { href, rel: 'noopener noreferrer' }, words) : words,
  )
