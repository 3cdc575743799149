/** Faces for letters that the fonts of the edition lack, of packages; a PDF or an EPUB has those that it needs. */
export interface ScriptFace {
  /** Address as a module of a package. */
  file: string
  italic: boolean
  bold: boolean
  /** Index of its range in `ranges`. */
  range: number
}

export interface Script {
  family: string
  /** First and last code points of what its files hold. */
  ranges: readonly (readonly [first: number, last: number][])[]
  faces: readonly ScriptFace[]
}

const styles = (name: string, sets: readonly string[], italics: boolean): ScriptFace[] =>
  sets.flatMap((set, range) =>
    [false, true].flatMap((bold) =>
      (italics ? [false, true] : [false]).map((italic) => ({
        ...{ italic, bold, range },
        file: `@fontsource/${name}/files/${name}-${set}-${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}.woff2`,
      })),
    ),
  )

export const scripts: readonly Script[] = [
  {
    family: 'Edition Greek',
    ranges: [[[0x370, 0x3ff]], [[0x1f00, 0x1fff]]],
    faces: styles('gentium-book-plus', ['greek', 'greek-ext'], true),
  },
  {
    family: 'Edition Hebrew',
    ranges: [
      [
        [0x591, 0x5f4],
        [0xfb1d, 0xfb4f],
      ],
    ],
    faces: styles('noto-serif-hebrew', ['hebrew'], false),
  },
  {
    family: 'Edition Arabic',
    ranges: [
      [
        [0x600, 0x6ff],
        [0x750, 0x77f],
        [0x8a0, 0x8ff],
        [0xfb50, 0xfdff],
        [0xfe70, 0xfefc],
      ],
    ],
    faces: styles('noto-naskh-arabic', ['arabic'], false),
  },
]

const classOf = ({ ranges }: Script) =>
  ranges
    .flat()
    .map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
    .join('')
const letters = scripts.map((script) => ({
  script,
  held: new RegExp(`[${classOf(script)}]`, 'u'),
}))

/** The scripts with letters in these words. */
export const scriptsIn = (words: string): Script[] =>
  letters.filter(({ held }) => held.test(words)).map(({ script }) => script)

/** As `unicode-range` of style sheets has it. */
export const unicodeRange = (ranges: Script['ranges'][number]): string =>
  ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(', ')

const rightToLeft = /^(?:ar|arc|dv|fa|he|iw|ku-arab|ps|sd|syr|ug|ur|yi)(?:-|$)/i

/** Direction of a language (BCP 47). */
export const isRightToLeft = (language: string): boolean => rightToLeft.test(language)

/** Rules for the faces of a script. `address`: of its file. */
export const faceRules = (script: Script, address: (face: ScriptFace) => string): string[] =>
  script.faces.map(
    (face) =>
      `@font-face { font-family: '${script.family}'; font-weight: ${face.bold ? 700 : 400}; ` +
      `font-style: ${face.italic ? 'italic' : 'normal'}; font-display: swap; ` +
      `src: url(${address(face)}) format('woff2'); unicode-range: ${unicodeRange(script.ranges[face.range]!)}; }`,
  )
