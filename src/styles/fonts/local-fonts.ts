/** A font that readers may have installed, used until the web font has loaded. */
export interface LocalFont {
  family: string
  standsInFor: 'Edition Serif' | 'Edition Sans'
  /** PostScript names, which work in `local()` in every browser. Every name that is not found costs time. */
  names: Record<'roman' | 'italic' | 'bold', readonly string[]>
  /** Mean advance of the roman in em, as measure.ts prints it. */
  advance: number
}

/**
 * One font each for Apple and Microsoft, for Android and for Linux: every name costs about 6 ms before the first paint
 * on a phone at a quarter of the speed. Georgia and Arial were measured on Gelasio 5.3 and Liberation Sans 2.1, which
 * have the same advances, Liberation Serif on 2.1, Noto Serif and Roboto on Fontsource 5.3.
 */
export const localFonts: readonly LocalFont[] = [
  {
    family: 'Edition Serif Georgia',
    standsInFor: 'Edition Serif',
    names: { roman: ['Georgia'], italic: ['Georgia-Italic'], bold: ['Georgia-Bold'] },
    advance: 0.4539,
  },
  {
    family: 'Edition Serif Noto',
    standsInFor: 'Edition Serif',
    names: {
      roman: ['NotoSerif-Regular', 'NotoSerif'],
      italic: ['NotoSerif-Italic'],
      bold: ['NotoSerif-Bold'],
    },
    advance: 0.49,
  },
  {
    family: 'Edition Serif Liberation',
    standsInFor: 'Edition Serif',
    names: {
      roman: ['LiberationSerif'],
      italic: ['LiberationSerif-Italic'],
      bold: ['LiberationSerif-Bold'],
    },
    advance: 0.414,
  },
  {
    family: 'Edition Sans Arial',
    standsInFor: 'Edition Sans',
    names: {
      roman: ['ArialMT', 'LiberationSans'],
      italic: ['Arial-ItalicMT', 'LiberationSans-Italic'],
      bold: ['Arial-BoldMT', 'LiberationSans-Bold'],
    },
    advance: 0.4564,
  },
  {
    family: 'Edition Sans Roboto',
    standsInFor: 'Edition Sans',
    names: { roman: ['Roboto-Regular'], italic: ['Roboto-Italic'], bold: ['Roboto-Bold'] },
    advance: 0.4522,
  },
]
