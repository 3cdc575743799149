/**
 * The settings. A key names an attribute of <html> (`data-glossen="alle"`), a field of the stored settings and, with
 * `inAddress`, a parameter of the address. The first value is the default, for which no attribute or field is written.
 */
export const schema = {
  groesse: {
    label: 'Schriftgröße',
    group: 'Schrift',
    values: {
      100: '100 %',
      110: '110 %',
      125: '125 %',
      150: '150 %',
      175: '175 %',
      200: '200 %',
    },
  },
  zeilen: {
    label: 'Zeilenabstand',
    group: 'Schrift',
    values: { normal: 'normal', eng: 'eng', weit: 'weit', doppelt: 'doppelt' },
  },
  breite: {
    label: 'Zeilenlänge',
    group: 'Schrift',
    values: { normal: 'normal', kurz: 'kurz', lang: 'lang' },
  },
  schrift: {
    label: 'Schriftart',
    group: 'Schrift',
    values: { serif: 'Serif', sans: 'Grotesk', dyslexie: 'weit gesetzte Grotesk' },
    hint: 'Die weit gesetzte Grotesk ist für Leser*innen mit Leseschwäche gedacht. Sie nimmt OpenDyslexic, Atkinson Hyperlegible oder Lexend, wenn eine davon auf diesem Gerät installiert ist, sonst Verdana oder die Schrift des Systems.',
  },
  ausrichtung: {
    label: 'Blocksatz',
    group: 'Schrift',
    values: { links: 'aus', block: 'an' },
  },
  theme: {
    label: 'Farben',
    group: 'Farben',
    values: { system: 'wie das System', light: 'hell', dark: 'dunkel', sepia: 'sepia' },
  },
  glossen: {
    label: 'Glossen',
    group: 'Rand',
    values: { erste: 'beim ersten Mal im Abschnitt', alle: 'jedes Mal', keine: 'keine' },
    inAddress: true,
  },
  anmerkungen: {
    label: 'Anmerkungen',
    group: 'Rand',
    values: { rand: 'am Rand', text: 'im Text' },
    inAddress: true,
  },
  absatznummern: {
    label: 'Absatznummern',
    group: 'Rand',
    values: { an: 'an', aus: 'aus' },
    inAddress: true,
  },
  rufe: {
    label: 'Anmerkungsziffern beim Vorlesen überspringen',
    group: 'Bedienung',
    values: { laut: 'aus', still: 'an' },
    hint: 'Wirkt auf Vorleseprogramme. Die Anmerkungen selbst folgen weiterhin auf ihren Absatz.',
  },
  kuerzel: {
    label: 'Tastenkürzel',
    group: 'Bedienung',
    values: { an: 'an', aus: 'aus' },
    hint: 'Die Liste öffnet sich mit der Taste „?“.',
  },
} as const satisfies Record<string, Setting>

export interface Setting {
  label: string
  /** Name of the setting's group in the panel. */
  group: string
  /** Value → label. */
  values: Record<string, string>
  inAddress?: true
  hint?: string
}

export type Key = keyof typeof schema

/** `keyof` gives numeric values as numbers; in attributes all values are strings. */
export type Settings = { [K in Key]: `${keyof (typeof schema)[K]['values'] & (string | number)}` }

export const keys = Object.keys(schema) as Key[]

/** The values in order. Objects put numeric keys first and sort them, so a default among them must be the smallest. */
export const valuesOf = (key: Key): string[] => Object.keys(schema[key].values)

export const defaults = Object.fromEntries(keys.map((key) => [key, valuesOf(key)[0]])) as Settings

export const isInAddress = (key: Key): boolean => 'inAddress' in schema[key]
