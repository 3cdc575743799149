import greek from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-400-normal.woff2?url'
import greekItalic from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-400-italic.woff2?url'
import greekBold from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-700-normal.woff2?url'
import greekBoldItalic from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-700-italic.woff2?url'
import greekExtended from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-400-normal.woff2?url'
import greekExtendedItalic from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-400-italic.woff2?url'
import greekExtendedBold from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-700-normal.woff2?url'
import greekExtendedBoldItalic from '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-700-italic.woff2?url'
import hebrew from '@fontsource/noto-serif-hebrew/files/noto-serif-hebrew-hebrew-400-normal.woff2?url'
import hebrewBold from '@fontsource/noto-serif-hebrew/files/noto-serif-hebrew-hebrew-700-normal.woff2?url'
import arabic from '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2?url'
import arabicBold from '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-700-normal.woff2?url'
import { faceRules, scriptsIn } from '../contract/scripts.ts'
import stacks from '../styles/fonts.css?raw'

/** Files as packages name them → their addresses on the site. */
const addresses: Readonly<Record<string, string>> = {
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-400-normal.woff2': greek,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-400-italic.woff2': greekItalic,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-700-normal.woff2': greekBold,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-700-italic.woff2': greekBoldItalic,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-400-normal.woff2': greekExtended,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-400-italic.woff2':
    greekExtendedItalic,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-700-normal.woff2':
    greekExtendedBold,
  '@fontsource/gentium-book-plus/files/gentium-book-plus-greek-ext-700-italic.woff2':
    greekExtendedBoldItalic,
  '@fontsource/noto-serif-hebrew/files/noto-serif-hebrew-hebrew-400-normal.woff2': hebrew,
  '@fontsource/noto-serif-hebrew/files/noto-serif-hebrew-hebrew-700-normal.woff2': hebrewBold,
  '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2': arabic,
  '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-700-normal.woff2': arabicBold,
}

/** Rules for the letters of a page that the fonts of the edition lack; empty if there are none. */
export function scriptFaces(html: string): string {
  const found = scriptsIn(html)
  if (found.length === 0) return ''
  const names = found.map(({ family }) => `'${family}', `).join('')
  const behind = (name: string, first: string) =>
    (new RegExp(`${name}:\\s*'${first}',([^;]*)`).exec(stacks)?.[1] ?? '').replace(/\s+/g, ' ')
  const rules = found.flatMap((script) => faceRules(script, ({ file }) => addresses[file]!))
  return [
    ...rules,
    `:root { --serif: 'Edition Serif', ${names}${behind('--serif', 'Edition Serif')}; ` +
      `--sans: 'Edition Sans', ${names}${behind('--sans', 'Edition Sans')}; }`,
    // Neither has letters that lean.
    ':lang(he), :lang(ar) { font-synthesis-style: none; }',
  ].join('\n')
}
