/**
 * What a file says of an annotation beyond what the edition understands: fields of other programs or of a newer edition,
 * other motivations, further bodies, selectors of other kinds. It is kept with the annotation and exported as it came.
 */
export interface More {
  /** Of the annotation itself. */
  fields?: Fields
  /** Of its `edition`: what the edition adds to the model. */
  edition?: Fields
  /** Of the body that is the note. */
  note?: Fields
  /** Bodies besides the note and the name of the colour. */
  bodies?: unknown[]
  /** Of the targets, by the order of the parts. */
  targets?: { fields?: Fields; selectors?: unknown[] }[]
}

export type Fields = Record<string, unknown>

/** Fields that are not in `known`; undefined: there are none. */
export function othersThan(known: readonly string[], record: Fields): Fields | undefined {
  const others = Object.entries(record).filter(
    ([name]) => !known.includes(name) && !reserved.includes(name),
  )
  return others.length > 0 ? Object.fromEntries(others) : undefined
}

/** Names by which a file could reach into the objects of the page. */
const reserved = ['__proto__', 'constructor', 'prototype']

/** The fields that have a value; undefined: none has. */
export function present<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return entries.length > 0
    ? (Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> })
    : undefined
}

/** What two versions of an annotation know, the newer one first. */
export function moreOfBoth(newer: More | undefined, older: More | undefined): { more?: More } {
  if (!newer || !older) {
    const more = newer ?? older
    return more ? { more } : {}
  }
  const bodies = new Map(
    [...(newer.bodies ?? []), ...(older.bodies ?? [])].map((body) => [JSON.stringify(body), body]),
  )
  return {
    more: {
      ...older,
      ...newer,
      ...present({
        fields: present({ ...older.fields, ...newer.fields }),
        edition: present({ ...older.edition, ...newer.edition }),
        bodies: bodies.size > 0 ? [...bodies.values()] : undefined,
      }),
    },
  }
}
