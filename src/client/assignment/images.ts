/** The images of a passage as data URLs, by their sources as written; those that cannot be fetched are left out. */
export async function embedImages(
  blocks: readonly HTMLElement[],
  address: string,
): Promise<Map<string, string>> {
  const sources = blocks.flatMap((block) =>
    [...block.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''),
  )
  const found = await Promise.all(
    [...new Set(sources)].map(async (source) => [source, await embed(source, address)] as const),
  )
  return new Map(found.flatMap(([source, data]) => (data ? [[source, data]] : [])))
}

async function embed(source: string, address: string): Promise<string | null> {
  if (source.startsWith('data:')) return source
  try {
    const response = await fetch(new URL(source, address))
    return response.ok ? await toDataUrl(await response.blob()) : null
  } catch {
    return null
  }
}

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('The image cannot be read.'))
    reader.readAsDataURL(blob)
  })
