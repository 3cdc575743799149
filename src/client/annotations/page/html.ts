import { interfaceId } from '../../../contract/ids.ts'
import { hues } from '../colours.ts'
import { colours } from '../model.ts'

const filters = colours
  .map(
    (colour) =>
      `<label data-colour="${colour}"><input type="checkbox" name="farbe" value="${colour}" checked aria-label="${hues[colour]}"> <span class="swatch-word" data-name="${colour}"></span></label>`,
  )
  .join('')

const names = colours
  .map(
    (colour) =>
      `<label data-colour="${colour}"><span class="swatch-word">${hues[colour]}</span> <input type="text" name="name-${colour}" maxlength="24" autocomplete="off"></label>`,
  )
  .join('')

/** The page around the list. */
export const pageHtml = `
  <form class="own-filter" role="search" data-filter>
    <label class="own-query">In den Notizen suchen <input type="text" name="suche" autocomplete="off" enterkeyhint="search"></label>
    <fieldset><legend class="sr-only">Farben</legend>${filters}</fieldset>
  </form>
  <p class="own-hint" role="status" data-count></p>
  <section class="own-list" aria-label="Notizen" tabindex="-1"><div data-list></div></section>
  <section class="own-panel" aria-labelledby="${interfaceId('weitergeben')}">
    <h2 id="${interfaceId('weitergeben')}">Weitergeben</h2>
    <label class="own-field">Ihr Name, wenn er in der Datei stehen soll <input type="text" name="name" maxlength="80" autocomplete="name"></label>
    <p class="own-buttons">
      <button type="button" class="tool" data-save>Als Datei speichern</button>
      <button type="button" class="tool" data-set>Für Lesegeräte (AnnotationSet)</button>
      <button type="button" class="tool" data-markdown>Als Markdown speichern</button>
      <button type="button" class="tool" data-print>Drucken</button>
      <label class="tool own-file">Datei einlesen <input type="file" accept=".json,.jsonld,application/json,application/ld+json" data-import></label>
    </p>
    <p class="own-hint">Die Datei folgt dem Modell des W3C für Web-Annotationen. Was Sie einlesen, kommt zu Ihren Notizen hinzu: Gleiches nur einmal, von zwei Fassungen die neuere; wurde der Wortlaut in beiden geändert, bleiben beide.</p>
    <p class="own-said" role="status" data-said></p>
  </section>
  <section class="own-panel" aria-labelledby="${interfaceId('farbnamen')}">
    <h2 id="${interfaceId('farbnamen')}">Namen der Farben</h2>
    <div class="own-names">${names}</div>
  </section>
  <section class="own-panel" aria-labelledby="${interfaceId('sicherung')}">
    <h2 id="${interfaceId('sicherung')}">Alles sichern</h2>
    <p class="own-hint">Eine Sicherung enthält alles, was die Ausgabe auf diesem Gerät gespeichert hat: Notizen, Ansicht, bekannte und gemerkte Begriffe, Lesestellen, Antworten auf Aufgaben. Wird sie eingespielt, ersetzt sie alles, was dann hier gespeichert ist.</p>
    <p class="own-buttons">
      <button type="button" class="tool" data-backup>Sicherung herunterladen</button>
      <label class="tool own-file">Sicherung einspielen <input type="file" accept=".json,application/json" data-restore></label>
    </p>
    <p class="own-said" role="status" data-restored></p>
  </section>`
