import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anchor } from '../../../../src/client/annotations/anchor/anchor.ts'
import { quoteOf } from '../../../../src/client/annotations/anchor/context.ts'
import { wordingsOf } from '../../../../src/client/annotations/anchor/text.ts'

/** A sentence, and in brackets what its like has instead: `Der Pegel [stieg|sank] im März.` */
type Pair = string

/** Sentences that say something else than their like. */
const unlike: Pair[] = [
  // Verbs, tense, number.
  'Die Werkstatt in der Brunnengasse hat ihre Schulden im Herbst [getilgt|verdoppelt] und neu begonnen.',
  'Der Pegel an der alten Brücke [stieg|sank] in den ersten Tagen des Monats ungewöhnlich schnell.',
  'Die Wärter der Anlage [berichtet|berichteten] von Rissen, die sich in jedem Winter weiten.',
  'Die Leitung [berichtet|berichtete] von Rissen, die sich in jedem Winter weiten.',
  'Wer die Zahlen kennt, [konnte|könnte] den Ausfall der Turbine in jener Nacht vorhersagen.',
  'Die Kähne [wurden|würden] nach dem Hochwasser ohne jede Prüfung wieder ans Ufer gelegt.',
  'Die Preise [steigen|stiegen] in den Dörfern an der Küste stärker als in der Stadt.',
  'Der Rat [verlangte|verlangt] von den Müllern eine Abgabe auf jedes zweite Rad.',
  'Die Kammer [fordert|fördert] den Bau neuer Speicher am Hafen seit vielen Jahren.',
  'Die Kammern [fordern|fördern] den Bau neuer Speicher am Hafen seit vielen Jahren.',
  'Am Ende des Sommers [ist|war] der Speicher am Hafen bis unter das Dach gefüllt.',
  'Der Bericht nennt [die Anlage|die Anlagen] am Fluss einen Gewinn für das ganze Tal.',
  'Der Bote [kommt|geht] wie immer durch das hintere Tor, sobald es dunkel wird.',
  'Die Leute auf dem Markt [lobten|tadelten] den neuen Wiegemeister in einem fort.',
  'Die Schreiber [blieben|bleiben] bei ihrer Zählung, auch als niemand mehr danach fragte.',
  'Die Vorräte des Klosters wurden in dieser Zeit sorgsam [aufgenommen|abgenommen] und gewogen.',
  // Names and numbers.
  'Das Haus [Weber|Gerber] lieferte in diesem Jahr mehr Tuch als alle anderen zusammen.',
  'Der Uhrmacher [Möller|Müller] stellte die Turmuhr zweimal in der Woche nach.',
  'Die Fähre nach [Norden|Süden] fuhr in jenem Winter nur an zwei Tagen der Woche.',
  'Im Jahr [1811|1812] brannte der Speicher am unteren Hafen bis auf die Mauern nieder.',
  'Für das Mahlen eines Scheffels nahm der Müller [drei|vier] Pfennige und ein Brot.',
  'Die Abgabe betrug [1,5|15] Pfennige für jeden Scheffel, der durch das Tor kam.',
  'Die Abgabe stieg auf 20 [%|€] des Wertes, wie die Rechnung der Kammer zeigt.',
  // Negation and small words.
  'Der Rat hat die Rechnung der Müller [|nicht ]anerkannt und das Geld zurückgelegt.',
  'Der Rat hat [eine|keine] Rechnung der Müller anerkannt und das Geld zurückgelegt.',
  'Es ist [möglich|unmöglich], den Lauf des Baches ohne ein zweites Wehr zu halten.',
  'Der Kahn legte [vor|nach] dem großen Regen am unteren Ufer des Dorfes an.',
  'Der Wiegemeister hatte[|, leider,] alle Gewichte auf dem Markt selbst geprüft.',
  'Der Kahn, [sagte|fragte] der Schiffer, liege zu tief im Wasser für diese Fahrt.',
  'Die Leser[|*innen] der Zeitung schrieben dem Rat in dieser Sache viele Briefe.',
  // Capitals.
  'Am Abend kamen die [Armen|armen] Bauern in den Saal und baten um Korn.',
  'Der Bote grüßt und fragt, ob [Sie|sie] den Brief schon gelesen haben.',
  'Im Streit um das Wehr wollte er [Recht|recht] haben und nichts weiter.',
  'Man sah im Tal [Weise|weise] Männer und Frauen, die den Fluss beobachteten.',
]

/** Sentences that were only mended. */
const mended: Pair[] = [
  // Letters.
  'Die [Enwicklung|Entwicklung] der Mühlen im Tal verlief langsamer, als der Rat erwartet hatte.',
  'Die [Gesellschft|Gesellschaft] der Schiffer traf sich jeden Winter in einem anderen Haus.',
  'Die [Komission|Kommission] prüfte jedes Rad im Tal und schrieb darüber einen Bericht.',
  'Der Müller hat den Lohn [nciht|nicht] gezahlt, den er den Knechten versprochen hatte.',
  'Die [Versammlnug|Versammlung] der Schiffer endete erst, als das Licht ausging.',
  'Der [Rythmus|Rhythmus] der Räder war im ganzen Tal bei Nacht zu hören.',
  'Der Preis stieg um zwölf [Procent|Prozent], ohne dass jemand davon sprach.',
  'Der Rat ließ die Häuser neu [numerieren|nummerieren], weil die Boten sich verliefen.',
  'Die [Schiffahrt|Schifffahrt] auf dem oberen Fluss ruhte von November bis März.',
  'Was den Räten als [Standart|Standard] galt, war den Müllern eine Last.',
  'Die [Photographie|Fotografie] zeigt das Wehr kurz vor dem großen Regen.',
  'Er hat [der der|der] Kammer jedes Jahr den gleichen Bericht geschickt.',
  // ß and ss.
  'Der Müller wusste, [daß|dass] der Bach im Sommer kein Rad mehr treibt.',
  'Der [Prozeß|Prozess] gegen die Schiffer dauerte bis in das Frühjahr.',
  'Man [muß|muss] den Bach zweimal im Jahr räumen, sonst steht das Rad.',
  'Die [Strassen|Straßen] am Hafen wurden nach dem Brand breiter gebaut.',
  // Hyphens, dashes and spaces.
  'Das [Mühlen-Gesetz|Mühlengesetz] galt im ganzen Tal und für jedes Rad.',
  'Der [Mühlen Verein|Mühlen-Verein] traf sich in der Stube des Wirts.',
  'Der Rat war träge, [sodaß|so dass] die Müller selbst ein Wehr bauten.',
  'Der Bach [- er war fast trocken -|– er war fast trocken –] trieb kein Rad mehr.',
  'Der Bach[–| – ]im Sommer fast trocken[–| – ]trieb schon lange kein Rad mehr.',
  'Die Jahre [1811-1815|1811–1815] brachten dem Tal vier schlechte Ernten.',
  'Der Speicher fasste [10000|10 000] Scheffel Korn und stand doch meistens leer.',
  'Die Abgabe betrug [20%|20 %] des Wertes, wie die Rechnung zeigt.',
  'Es gab [z.B.|z. B.] Räder, die sich nur bei Hochwasser drehten.',
  'Der[ |  ]Schiffer zählte am Abend die Säcke, die im Kahn lagen.',
  'Die Genossen[|\u00ad]schaft der Schiffer zahlte für jeden verlorenen Sack.',
  // Quotation marks, commas, points.
  'Der Rat nannte das Wehr ["ein Werk der Not"|„ein Werk der Not“] und zahlte nichts.',
  'Der Rat nannte das Wehr [„ein Werk der Not“|»ein Werk der Not«] und zahlte nichts.',
  'Der Müller behauptete[ |, ]dass der Bach im Sommer kein Rad mehr treibt.',
  'Die Schiffer[,|] und die Müller teilten sich die Kosten des Wehrs.',
  "Wer [geht's|geht’s] denn an, ob der Bach im Sommer noch ein Rad treibt?",
  'Sie zählten Räder, Säcke[,|] und Kähne, als der Regen endlich aufhörte.',
  'Der Rat schwieg[;|,] die Müller bauten ihr Wehr und fragten niemanden mehr.',
]

const reading = (pair: Pair, which: 1 | 2): string =>
  pair.replaceAll(/\[([^|\]]*)\|([^\]]*)\]/g, (_, ...both: string[]) => both[which - 1]!)

const textOf = (wordings: readonly string[]) =>
  wordings.map((text, i) => ({ id: `abs-${i + 1}`, text }))

/** A quote as the page makes it, of words in a paragraph of a text. */
function marked(wordings: readonly string[], at: number, words: string) {
  const text = wordings[at]!
  const start = text.indexOf(words)
  assert.ok(start >= 0, words)
  return quoteOf({ id: `abs-${at + 1}`, start, end: start + words.length }, text, textOf(wordings))
}

/** The words of a sentence in which it differs from its like, with so many words around them. */
function around(sentence: string, pair: Pair, count: number): string {
  const from = pair.indexOf('[')
  const until = sentence.length - (pair.length - pair.lastIndexOf(']') - 1)
  const before = sentence
    .slice(0, from)
    .split(' ')
    .slice(-1 - count)
    .join(' ')
  const behind = sentence
    .slice(until)
    .split(' ')
    .slice(0, 1 + count)
    .join(' ')
  return (before + sentence.slice(from, until) + behind).trim()
}

const framed = (sentence: string) =>
  `Davor steht ein Satz, der überall gleich lautet. ${sentence} Und danach kommt noch einer, der gleich lautet.`

describe('a mark whose paragraph has gone is not laid on its like', () => {
  for (const pair of unlike)
    it(pair, () => {
      const [own, like] = [reading(pair, 1), reading(pair, 2)]
      for (const [one, other] of [
        [own, like],
        [like, own],
      ] as const)
        for (const frame of [(words: string) => words, framed])
          for (const words of [one, around(one, pair, 1), around(one, pair, 3)])
            for (const known of [true, false])
              for (const now of [
                ['Anfang.', 'Trennung.', frame(other)],
                ['Anfang.', frame(other), 'Trennung.'],
                ['Anfang.', 'Trennung.', 'Mitte.', frame(other)],
              ]) {
                const before = [
                  'Anfang.',
                  frame(one),
                  'Trennung.',
                  ...(known ? [frame(other)] : []),
                ]
                const found = anchor(marked(before, 1, words), wordingsOf(textOf(now)))
                assert.deepEqual(found, { how: 'none' }, `${words} → ${now.join(' | ')}`)
              }
    })
})

describe('a mark follows its words when they were mended', () => {
  for (const pair of mended)
    it(pair, () => {
      for (const frame of [(words: string) => words, framed])
        for (const [one, other] of [
          [reading(pair, 1), reading(pair, 2)],
          [reading(pair, 2), reading(pair, 1)],
        ] as const)
          for (const count of [null, 3, 1]) {
            const [words, wanted] = [one, other].map((text) =>
              count === null ? text : around(text, pair, count),
            )
            const before = ['Anfang.', frame(one), 'Ende.']
            const now = ['Anfang.', frame(other), 'Ende.']
            const found = anchor(marked(before, 1, words!), wordingsOf(textOf(now)))
            const place = 'start' in found && now[1]!.slice(found.start, found.end)
            const letters = (text: string | false) => text && text.replace(/[^\p{L}\p{N}]+/gu, '')
            assert.equal(letters(place), letters(wanted!), `${words} → ${JSON.stringify(found)}`)
          }
    })
})
