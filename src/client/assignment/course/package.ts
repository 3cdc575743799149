import { strToU8, zipSync } from 'fflate'
import { escape } from '../plain-html.ts'

/** The page of a package, and what a course says of it. */
export interface CoursePage {
  html: string
  title: string
  /** Of the assignment. */
  id: string
}

/** The page alone, to be unpacked anywhere. */
export const plainPackage = ({ html }: CoursePage, made: Date): Uint8Array<ArrayBuffer> =>
  zipped({ 'index.html': html }, made)

/** The page as a package of SCORM 1.2: one unit without a score. */
export const scormPackage = (page: CoursePage, made: Date): Uint8Array<ArrayBuffer> =>
  zipped({ 'imsmanifest.xml': manifestOf(page), 'index.html': page.html }, made)

/** Each file has its size in front of its data: courses that are written in Java refuse others. */
function zipped(files: Record<string, string>, mtime: Date): Uint8Array<ArrayBuffer> {
  const bytes = Object.entries(files).map(([name, words]) => [name, strToU8(words)])
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, {
    mtime,
  }) as Uint8Array<ArrayBuffer>
}

export function manifestOf({ title, id }: CoursePage): string {
  // An identifier begins with a letter; letters, digits and few signs follow.
  const name = `aufgabe-${id.replace(/[^\w-]/g, '')}`
  const plain = title.replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ').slice(0, 200)
  const words = escape(plain.toWellFormed())
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${name}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${name}-kurs">
    <organization identifier="${name}-kurs">
      <title>${words}</title>
      <item identifier="${name}-seite" identifierref="${name}-datei" isvisible="true">
        <title>${words}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${name}-datei" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
`
}
