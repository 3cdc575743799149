/**
 * How works are cited whose ids in the reference manager are no keys: first those that freezing keeps already.
 * @param made id → key
 * @param kept the same, as the file of keys has it
 * @param titles of the works by their keys
 */
export function keyLines(
  made: ReadonlyMap<string, string>,
  kept: Readonly<Record<string, string>>,
  titles: ReadonlyMap<string, string | undefined>,
): string[] {
  const known = [...made].filter(([id, key]) => kept[id] === key)
  const fresh = [...made].filter(([id, key]) => kept[id] !== key)
  const under = (head: string, keys: [string, string][]) =>
    keys.length === 0 ? [] : [head, ...keys.map(([id, key]) => lineOf(key, titles.get(key), id))]
  return [
    ...under(`Keys kept for ${known.length} work(s):`, known),
    ...under(
      `Keys made for ${fresh.length} work(s); npm run freeze keeps them as they are:`,
      fresh,
    ),
  ]
}

const lineOf = (key: string, title: string | undefined, id: string): string =>
  [`  [@${key}]`, title?.replace(/<\/?(?:i|b|sub|sup|sc)>/g, ''), `(${id})`]
    .filter(Boolean)
    .join('  ')
