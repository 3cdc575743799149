/**
 * Names under which the edition keeps things in a reader's browser. They outlive a version of the site: a name that
 * changes loses what readers have kept under the old one. All begin with `edition:`, by which a backup finds them.
 */

/** In localStorage. */
export const settingsKey = 'edition:einstellungen'
export const knownTermsKey = 'edition:bekannt'
export const notedTermsKey = 'edition:begriffe'
export const offlineKey = 'edition:offline'
export const readingAloudKey = 'edition:vorlesen'
export const citationFormKey = 'edition:zitieren'
export const colourNamesKey = 'edition:farben'
export const readerNameKey = 'edition:name'
export const assignmentDraftKey = 'edition:aufgabe-entwurf'
/** There where this device keeps annotations; a channel between tabs has the same name. */
export const annotationsKey = 'edition:notizen'
/** The id of an entry follows: annotations that are not in the database yet. */
export const annotationDraftPrefix = 'edition:entwurf:'
/** The slug of a text follows: where a reader was in it. */
export const readingPlacePrefix = 'edition:stelle:'
/** The name of an assignment follows: the answers to it (`answers.ts`). */
export const answersPrefix = 'edition:antworten:'

/** The id of an assignment follows: its link, on the device where it was made. */
export const madePrefix = 'edition:gestellt:'
/** The name of an assignment follows, as of its answers: what was opened on this device (`mine/records.ts`). */
export const receivedPrefix = 'edition:erhalten:'

/** The id of a file of answers follows: what a lecturer has said to them. */
export const repliesPrefix = 'edition:rueckmeldung:'

/** What all names of this edition begin with. */
export const keyPrefix = 'edition:'

/** In sessionStorage. */
export const assignmentKey = 'edition:aufgabe'
export const lineKey = 'edition:zeile'
/** In the state of an entry of the history. */
export const wayBackKey = 'edition:weg'

/** In IndexedDB. */
export const databaseName = 'edition'
export const annotationsStore = 'annotations'

/** What the caches of the service worker begin with. Several editions may share an origin, each under its own base. */
export const cachePrefix = (base: string): string => `edition:${base}:`
