import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'

type Attributes = Readonly<Record<string, string | number | null | undefined>>

/** An element of TEI; attributes without value are left out. */
export const tei = (
  name: string,
  attributes: Attributes,
  ...children: (ElementContent | string)[]
): Element => x(name, { ...attributes }, ...children)

/** An id as XML allows it: none begins with a digit. */
export const xmlId = (id: string): string => (/^[\p{L}_]/u.test(id) ? id : `_${id}`)
