import { groups } from './places.ts'

/** The form and the places for its answers; the same on the search page and in the dialog. */
export const panelHtml = (titleId: string): string => `
<form role="search" class="search-form">
  <div class="search-line"><input type="search" name="q" aria-labelledby="${titleId}" placeholder="Wort, Name oder „ein Zitat“" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"><button type="submit">Suchen</button></div>
  <div class="search-filters" hidden>
    <fieldset>
      <legend class="sr-only">Nur eine Art von Fundstellen</legend>
      ${choice('', 'alle')}${groups.map(({ slug, name }) => choice(slug, name)).join('')}
    </fieldset>
    <label class="search-texts" hidden>in <select name="text"><option value="">allen Texten</option></select></label>
  </div>
</form>
<p class="search-status" role="status" aria-live="polite" data-search-status></p>
<div data-search-advice></div>
<div data-search-results></div>`

const choice = (slug: string, name: string) =>
  `<label><input type="radio" name="art" value="${slug}"${slug ? '' : ' checked'}> ${name} <span class="count" data-count="${slug}"></span></label>`
