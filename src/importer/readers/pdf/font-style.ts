import type { FontStyle } from './page-model.ts'

export const plain: FontStyle = { italic: false, bold: false, smallCaps: false }

/** The style that the name of a font tells, such as `ABCDEF+Palatino-BoldItalic`, `CMTI10` or `SFTI1095`. */
export function styleOf(name: string): FontStyle {
  const own = name.replace(/^[A-Z]{6}\+/, '')
  const tex = /^(?:CM|EC|SF|TC|LM)([A-Z]+?)(?:\d+|$)/.exec(own)?.[1] ?? ''
  return {
    italic:
      /ital|oblique|slant|kursiv|inclined/i.test(own) ||
      /[-,_ ](?:[A-Z][a-z]*)?It(?:$|[^a-z])/.test(own) ||
      /(?:BoldIt|MediumIt|LightIt|SemiboldIt|RegularIt|DemiIt|BlackIt)$|-I$|-BI$|Obl$/.test(own) ||
      /^(?:B?TI|BXTI|SL|BXSL|B?MI|BXI|ITT|SLTT|SI|CSSL|FI)$/.test(tex),
    bold:
      /bold|black|heavy|fett|demi(?!t)|extrab|ultra/i.test(own) ||
      /-(?:B|BI)$|[-,_]Bd|[-_]Sb/.test(own) ||
      /^B(?:X(?:TI|SL|I)?|SR|MI)?$|^SSBX$|^SSDC$|^SXBX$/.test(tex),
    smallCaps:
      /small-?caps|smcp|-sc(?:$|[^a-z])|caps(?:\d|$|[^a-z])|kapit/i.test(own) ||
      /SC$/.test(own.replace(/\d+$/, '')) ||
      /^(?:B?X?CSC|XCSC|CC|SXCC)$/.test(tex),
  }
}
