import { interfaceId } from '../../contract/ids.ts'
import { fileNames } from './compose.ts'
import { styleNames } from './data.ts'

const radios = (names: Record<string, string>) =>
  Object.entries(names)
    .map(
      ([form, name]) =>
        `<label><input type="radio" name="zitierform" value="${form}"> ${name}</label>`,
    )
    .join('')

const tick = (name: string, words: string) =>
  `<label data-if="${name}"><input type="checkbox" name="${name}"> ${words}</label>`

/** Of the field for the place to be cited. */
export const placeId = interfaceId('zitierstelle')

/** Content of the dialog below its heading. */
export const dialogHtml = `
  <div class="cite-preview" role="group" aria-label="Was kopiert wird"></div>
  <div class="panel-actions">
    <button type="button" data-copy>Kopieren</button>
    <a data-download>Herunterladen</a>
    <a data-there>Zur Stelle</a>
    <output></output>
  </div>
  <div class="panel-group">
    <fieldset class="panel-choice">
      <legend>Form</legend>
      <div>${radios(styleNames)}</div>
      <div>${radios(fileNames)}</div>
    </fieldset>
    <div class="cite-ticks">
      ${tick('onlyReference', 'nur der Nachweis')}
      ${tick('withNotes', 'mit Anmerkungen')}
      ${tick('toTheWord', 'Adresse auf das Wort genau')}
    </div>
  </div>
  <form class="panel-group" novalidate>
    <label for="${placeId}">Stelle</label>
    <div class="cite-line">
      <input id="${placeId}" type="text" autocomplete="off" enterkeyhint="done" aria-describedby="${placeId}-hinweis ${placeId}-meldung">
      <button>Übernehmen</button>
    </div>
    <p class="panel-hint" id="${placeId}-hinweis">14, S. 104, Anm. 31 oder der Name eines Abschnitts; leer: der ganze Text</p>
    <p id="${placeId}-meldung" role="alert"></p>
  </form>`
