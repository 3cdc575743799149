/** Formatting of words. Undefined: not stated. */
export interface TextProperties {
  bold?: boolean
  italic?: boolean
  smallCaps?: boolean
  capitals?: boolean
  struck?: boolean
  hidden?: boolean
  underlined?: boolean
  position?: 'superscript' | 'subscript' | 'baseline'
  /** Half-points above the line. */
  raised?: number
  /** Half-points. */
  size?: number
  /** Space between letters, in twentieths of a point. */
  spacing?: number
  font?: string
  language?: string
  asianLanguage?: string
  bidirectionalLanguage?: string
}
