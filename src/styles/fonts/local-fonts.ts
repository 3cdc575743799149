/** A font readers already have, under every name `local()` may know each style by. */
export interface LocalFont {
  family: string
  standsInFor: 'Edition Serif' | 'Edition Sans'
  names: Record<'roman' | 'italic' | 'bold', readonly string[]>
  /** Mean advance of the roman in em, as measure.ts prints it. */
  advance: number
}

/**
 * In order of preference. Georgia, Times and Arial were measured on Gelasio 5.3, Liberation Serif
 * and Liberation Sans 2.1, which have their advances; Noto Serif and Roboto on Fontsource 5.3;
 * DejaVu Serif on 2.37.
 */
export const localFonts: readonly LocalFont[] = [
  {
    family: 'Edition Serif Georgia',
    standsInFor: 'Edition Serif',
    names: {
      roman: ['Georgia', 'Gelasio'],
      italic: ['Georgia Italic', 'Georgia-Italic', 'Gelasio Italic'],
      bold: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'],
    },
    advance: 0.4539,
  },
  {
    family: 'Edition Serif Noto',
    standsInFor: 'Edition Serif',
    names: {
      roman: ['Noto Serif', 'NotoSerif-Regular', 'NotoSerif'],
      italic: ['Noto Serif Italic', 'NotoSerif-Italic'],
      bold: ['Noto Serif Bold', 'NotoSerif-Bold'],
    },
    advance: 0.49,
  },
  {
    family: 'Edition Serif Times',
    standsInFor: 'Edition Serif',
    names: {
      roman: ['Times New Roman', 'Liberation Serif', 'Times', 'Tinos', 'Nimbus Roman'],
      italic: [
        'Times New Roman Italic',
        'TimesNewRomanPS-ItalicMT',
        'Liberation Serif Italic',
        'Times Italic',
        'Tinos Italic',
        'Nimbus Roman Italic',
      ],
      bold: [
        'Times New Roman Bold',
        'TimesNewRomanPS-BoldMT',
        'Liberation Serif Bold',
        'Times Bold',
        'Tinos Bold',
        'Nimbus Roman Bold',
      ],
    },
    advance: 0.414,
  },
  {
    family: 'Edition Serif DejaVu',
    standsInFor: 'Edition Serif',
    names: {
      roman: ['DejaVu Serif'],
      italic: ['DejaVu Serif Italic'],
      bold: ['DejaVu Serif Bold'],
    },
    advance: 0.5269,
  },
  {
    family: 'Edition Sans Arial',
    standsInFor: 'Edition Sans',
    names: {
      roman: ['Arial', 'Helvetica', 'Liberation Sans', 'Arimo', 'Nimbus Sans'],
      italic: [
        'Arial Italic',
        'Arial-ItalicMT',
        'Helvetica Oblique',
        'Liberation Sans Italic',
        'Arimo Italic',
        'Nimbus Sans Italic',
      ],
      bold: [
        'Arial Bold',
        'Arial-BoldMT',
        'Helvetica Bold',
        'Liberation Sans Bold',
        'Arimo Bold',
        'Nimbus Sans Bold',
      ],
    },
    advance: 0.4564,
  },
  {
    family: 'Edition Sans Roboto',
    standsInFor: 'Edition Sans',
    names: {
      roman: ['Roboto', 'Roboto-Regular'],
      italic: ['Roboto Italic', 'Roboto-Italic'],
      bold: ['Roboto Bold', 'Roboto-Bold'],
    },
    advance: 0.4522,
  },
]
