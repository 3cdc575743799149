/** What is used that a browser of package.json’s `browserslist` lacks → what its readers have instead. */
export const beyondFloor: Readonly<Record<string, string>> = {
  ...same('marks are `mark` elements (client/platform/highlight.ts)', [
    'api.CSS.highlights_static',
    'api.Highlight',
    'css.selectors.highlight',
  ]),
  ...same('where no browser tells the place, a mark is opened by its tab', [
    'api.Document.caretPositionFromPoint',
    'api.Document.caretRangeFromPoint',
    'api.CaretPosition.offset',
    'api.CaretPosition.offsetNode',
  ]),
  ...same('sections are set at once, closed notes are hidden by `visibility` and `hidden`', [
    'css.properties.content-visibility',
    'css.properties.content-visibility.auto',
    'css.properties.content-visibility.hidden',
    'css.properties.content-visibility.visible',
  ]),
  ...same('fields have their first size and scroll', [
    'css.properties.field-sizing',
    'css.properties.field-sizing.content',
    'css.properties.resize',
    'css.properties.resize.vertical',
  ]),
  ...same('lines are broken one by one, and hang nowhere', [
    'css.properties.text-wrap.balance',
    'css.properties.text-wrap.pretty',
    'css.properties.hanging-punctuation',
    'css.properties.hanging-punctuation.first',
    'css.properties.hanging-punctuation.allow-end',
    'css.properties.hanging-punctuation.last',
    'css.properties.hyphenate-limit-chars',
  ]),
  ...same('pages of paper break where they end, without a foot of their own', [
    'css.at-rules.page',
    'css.properties.orphans',
    'css.properties.widows',
    'css.properties.break-after.avoid',
  ]),
  ...same('lists of many texts stay folded on paper unless they are opened', [
    'css.selectors.details-content',
  ]),
  ...same('the browser’s own colours, or none to force', [
    'css.properties.accent-color',
    'css.properties.forced-color-adjust',
    'css.properties.forced-color-adjust.none',
    'css.properties.print-color-adjust.exact',
    'css.selectors.selection',
  ]),
  ...same('Safari’s key that ends a composition counts as a key', [
    'api.KeyboardEvent.isComposing',
  ]),
  ...same('another font of the list', ['css.properties.font-family.ui-monospace']),
  ...same('counters and quotes are not used across the border of `contain: style`', [
    'css.properties.contain.style',
  ]),
  ...same('fflate looks for it first', ['javascript.builtins.Error.captureStackTrace']),
  ...same('there is no such button, and the link can be copied', ['api.Navigator.share']),
  ...same('fingers have no cursor', [
    'css.properties.cursor.default',
    'css.properties.cursor.pointer',
  ]),
  ...same('only iOS turns a phone’s text larger, which is asked not to', [
    'css.properties.text-size-adjust',
  ]),
  ...same('of Tailwind’s reset, for the one browser it names', [
    'css.properties.-webkit-tap-highlight-color',
    'css.properties.text-decoration.dotted',
    'css.selectors.-webkit-inner-spin-button',
  ]),
}

function same(fallback: string, paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, fallback]))
}
