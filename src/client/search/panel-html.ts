import { criteria, criterionNames } from '../../contract/shelf.ts'
import { formHtml } from './form-html.ts'
import { groups } from './places.ts'

/** In the form, behind the field. */
export const filtersHtml = `
<div class="search-filters" hidden>
  <fieldset>
    <legend class="sr-only">Nur eine Art von Fundstellen</legend>
    ${choice('', 'alle')}${groups.map(({ slug, name }) => choice(slug, name)).join('')}
  </fieldset>
  <label hidden>in <select name="text"><option value="">allen Texten</option></select></label>
  <label hidden>geordnet <select name="nach"><option value="art">nach Art</option><option value="text">nach Texten</option></select></label>
  <details hidden>
    <summary>Texte auswählen</summary>
    ${criteria.map((name) => `<label hidden>${criterionNames[name]} <select name="${name}"><option value="">alle</option></select></label>`).join('')}
  </details>
</div>`

/** Behind the form: the places for its answers. */
export const answersHtml = `
<p class="search-status" role="status" aria-live="polite" data-search-status></p>
<div data-search-advice></div>
<div data-search-results></div>`

/** The whole panel, as it stands in the HTML of the search page. */
export const panelHtml = (titleId: string): string => formHtml(titleId, filtersHtml) + answersHtml

function choice(slug: string, name: string): string {
  return `<label><input type="radio" name="art" value="${slug}"${slug ? '' : ' checked'}> ${name} <span class="count" data-count="${slug}"></span></label>`
}
