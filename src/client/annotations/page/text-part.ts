/**
 * What of a page its wording is read from: the text, and the history of its numbers. Browsers apply the policy of this
 * page to the styles and scripts of any that it parses, and report each.
 */
export function textPart(html: string): string {
  const article = /<article\b[^>]*\sdata-text[\s=>][\s\S]*?<\/article>/.exec(html)?.[0] ?? ''
  const history = /<script\b[^>]*\sdata-history[\s=>][\s\S]*?<\/script>/.exec(html)?.[0] ?? ''
  const plain = article.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
  return plain.replace(/(<[^<>]*?)\sstyle=(?:"[^"]*"|'[^']*')/g, '$1') + history
}
