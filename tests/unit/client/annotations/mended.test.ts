import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMended } from '../../../../src/client/annotations/anchor/mended.ts'

const pairs = (words: string) => words.split(' ').map((pair) => pair.split('/') as [string, string])

test('a mended spelling is no other word', () => {
  const mended = pairs(
    'Enwicklung/Entwicklung Gesellschft/Gesellschaft Versammlnug/Versammlung nciht/nicht ' +
      'Komission/Kommission Addresse/Adresse Rythmus/Rhythmus Photographie/Fotografie ' +
      'Procent/Prozent Centralbau/Zentralbau Sylvester/Silvester Schiffahrt/Schifffahrt ' +
      'Standart/Standard Werkstadt/Werkstatt wiederspiegeln/widerspiegeln Entwickmung/Entwicklung ' +
      'numerieren/nummerieren Theillungen/Teilungen Verwatung/Verwaltung Bibliohtek/Bibliothek',
  )
  for (const [before, now] of mended) {
    assert.ok(isMended(before, now), `${before} → ${now}`)
    assert.ok(isMended(now, before), `${now} → ${before}`)
  }
})

test('another word, form or tense is not a mended spelling', () => {
  const others = pairs(
    'fordern/fördern fordert/fördert wurden/würden konnten/könnten mussten/müssten ' +
      'berichtet/berichtete berichtete/berichteten verkaufen/verkauften übersetzen/übersetzten ' +
      'blieben/bleiben schrieben/schreiben steigen/stiegen beginnen/begannen sprechen/sprachen ' +
      'Prozess/Prozesse Verwaltung/Verwaltungen Widerspruch/Widersprüche Mutter/Mütter ' +
      'Verfahren/Vorfahren Vertrag/Vortrag Beiträgen/Beträgen Leitungen/Leistungen ' +
      'Sonderausgaben/Sonderaufgaben herabgesetzt/herangesetzt hinaufgetragen/hinausgetragen ' +
      'Müller/Möller Hansen/Jansen seinen/keinen geschrieben/beschrieben vermieten/vermieden ' +
      'Rasen/Rassen Garten/Gärten gewahrt/gewährt 1811/1812 Leserinnen/Leser*innen ' +
      'möglich/unmöglich Recht/recht zugenommen/abgenommen dreizehn/dreißig Beistand/Bestand',
  )
  for (const [before, now] of others) {
    assert.ok(!isMended(before, now), `${before} → ${now}`)
    assert.ok(!isMended(now, before), `${now} → ${before}`)
  }
})
