/** A made-up text of 120 paragraphs that call 300 notes of 20 to 140 words, as Markdown. */
export function stressText(): string {
  const nouns =
    'Wasser Stein Fluss Brücke Mauer Garten Nebel Straße Holz Feuer Glas Werkzeug Uhrmacher Handschrift'.split(
      ' ',
    )
  let seed = 1
  const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most
  const sentence = (words: number) =>
    `${Array.from({ length: words }, () => nouns[next(nouns.length)]).join(' ')}.`
  const notes: string[] = []
  const paragraphs = Array.from({ length: 120 }, (_, i) => {
    const heading = i % 12 === 0 ? `## Abschnitt ${i / 12 + 1}\n\n` : ''
    const sentences = Array.from({ length: 4 }, (_, j) => {
      // Five in two paragraphs.
      if (j === 3 || (j === 2 && i % 2 === 0)) return sentence(8 + next(25))
      notes.push(`[^${notes.length + 1}]: ${sentence(20 + next(120))}`)
      return `${sentence(8 + next(25))}[^${notes.length}]`
    })
    return heading + sentences.join(' ')
  })
  const head = '---\ntitle: Dreihundert Anmerkungen\nauthor: Niemand\nrights: { status: open }\n---'
  return [head, ...paragraphs, ...notes].join('\n\n')
}
