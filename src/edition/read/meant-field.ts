/** The field that was probably meant where data have one that is not known. */
import { z } from 'zod'
import { foldWord } from '../../contract/folding.ts'
import { nearestName } from '../link/nearest-name.ts'

/** Field → other names for it, in German, in the plural or as other programs have them. */
const otherNames: Readonly<Record<string, string>> = {
  title: 'Titel Überschrift name heading',
  subtitle: 'Untertitel',
  author: 'Autor Autorin Autoren Autorinnen Verfasser Verfasserin authors by creator',
  language: 'Sprache lang locale',
  date: 'Datum Jahr year issued published',
  version: 'Fassung Auflage',
  abstract: 'Zusammenfassung summary description',
  subjects: 'Schlagwort Schlagworte Schlagwörter Themen keyword keywords tags topics',
  collection: 'Reihe Sammlung series',
  part: 'Teil Nummer number',
  rights: 'Rechte copyright',
  status: 'Rechtestatus',
  licence: 'Lizenz license',
  holder: 'Inhaber Rechteinhaber owner',
  source: 'Quelle Vorlage',
  changes: 'Änderungen',
  basis: 'Grundlage Rechtsgrundlage',
  printed: 'Druck print gedruckt',
  lemma: 'Begriff Stichwort Wort term word title Titel',
  pronunciation: 'Aussprache',
  group: 'Gruppe category Kategorie',
  forms: 'Formen Schreibweisen Wortformen variants synonyms formats Formate',
  gloss: 'Glosse Definition Erklärung description',
  works: 'Werke Literatur literature bibliography references',
  related: 'verwandt Verwandtes verwandte siehe see',
  order: 'Reihenfolge Ordnung position weight Nummer number',
  aim: 'Ziel goal',
  passages: 'Stellen Textstellen passage',
  questions: 'Fragen Frage',
  terms: 'Begriffe Glossar glossary',
  task: 'Aufgabe Aufgaben assignment',
  from: 'von ab',
  to: 'bis',
  text: 'Frage question slug',
  at: 'Ort Stelle place bei',
  optional: 'fakultativ',
  summary: 'Zusammenfassung abstract description',
  description: 'Beschreibung abstract summary',
  editors: 'editor Herausgeber Herausgeberin Herausgeberinnen Hrsg Redaktion',
  address: 'Adresse url site website homepage',
  texts: 'Texte',
  groups: 'Gruppen categories',
  inks: 'Farben colors colours Tinten',
  notes: 'Anmerkungen footnotes',
  glosses: 'Glossen',
  ornament: 'Schmuck logo image Bild',
  format: 'Papier paper',
  size: 'Größe Schriftgröße fontsize',
  archive: 'Archiv',
  light: 'hell',
  dark: 'dunkel',
  whole: 'Ganzes',
}
const named = new Map(
  Object.entries(otherNames).map(([field, names]) => [
    field,
    new Set([field, ...names.split(' ')].map(foldWord)),
  ]),
)

/** A path to a field; undefined if none is meant, or more than one may be. */
export type MeantField = readonly string[] | undefined

/** @param inside the path to an unknown field, which ends with its name */
export function meantField(schema: z.ZodType, inside: readonly PropertyKey[]): MeantField {
  const name = String(inside.at(-1))
  const around = at(schema, inside.slice(0, -1))
  const found = nearestIn(name, around)
  if (found) return [...inside.slice(0, -1).map(String), found]
  // `licence` beside `rights`, in which it belongs.
  const deeper = [...around].flatMap(([field, inner]) => {
    const one = nearestIn(name, fieldsOf(inner))
    return one ? [[...inside.slice(0, -1).map(String), field, one]] : []
  })
  return deeper.length === 1 ? deeper[0] : undefined
}

type Fields = ReadonlyMap<string, z.ZodType>

function nearestIn(name: string, fields: Fields): string | undefined {
  const folded = foldWord(name)
  const same = [...fields.keys()].filter((field) => named.get(field)?.has(folded))
  if (same.length > 0)
    return same.length === 1 || foldWord(same[0]!) === folded ? same[0] : undefined
  return nearestName(name, fields.keys())
}

/** The fields of a part of the data. */
function at(schema: z.ZodType, [step, ...further]: readonly PropertyKey[]): Fields {
  if (step === undefined) return fieldsOf(schema)
  for (const inner of insideOf(schema)) {
    const next =
      inner instanceof z.ZodArray
        ? (inner.element as z.ZodType)
        : inner instanceof z.ZodRecord
          ? (inner.valueType as z.ZodType)
          : fieldsOf(inner).get(String(step))
    if (next) return at(next, further)
  }
  return new Map()
}

const fieldsOf = (schema: z.ZodType): Fields =>
  new Map(
    insideOf(schema).flatMap((inner) =>
      inner instanceof z.ZodObject ? Object.entries(inner.shape as Record<string, z.ZodType>) : [],
    ),
  )

/** What stands inside of wrappers: one schema, or those of a choice. */
function insideOf(schema: z.ZodType): z.ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return insideOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return insideOf(schema.in as z.ZodType)
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(insideOf)
  return [schema]
}
