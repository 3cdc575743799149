/**
 * Chicago (notes), MLA and APA in German, only for articles, since every text of the edition is cited as one
 * (written for this edition after the handbooks, CC0-1.0). `status` holds „Fassung 1.0“.
 */
const style = (name: string, kind: string, macros: string, citation: string, bibliography = '') =>
  `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0" default-locale="de-DE" demote-non-dropping-particle="never">
  <info>
    <title>${name}</title>
    <id>urn:x-edition:csl:${name.toLowerCase()}</id>
    <updated>2026-11-23T00:00:00+00:00</updated>
    <rights license="https://creativecommons.org/publicdomain/zero/1.0/">CC0-1.0</rights>
  </info>
  ${macros}
  <citation>${citation}</citation>
  ${bibliography && `<bibliography>${bibliography}</bibliography>`}
</style>
`

const container = '<text variable="container-title" font-style="italic"/>'

/** „Name, „Titel“, Zeitschrift 18, Nr. 34 (2026): Abs. 14, Adresse“. */
const chicago = style(
  'Chicago',
  'note',
  '',
  `<layout>
    <group delimiter=", ">
      <names variable="author"><name and="text" delimiter=", " delimiter-precedes-last="never"/></names>
      <text variable="title" quotes="true"/>
      <group delimiter=": ">
        <group delimiter=" ">
          <group delimiter=", ">
            <group delimiter=" ">${container}<text variable="volume"/></group>
            <text variable="issue" prefix="Nr. "/>
            <text variable="status"/>
          </group>
          <date variable="available-date" form="text" prefix="(" suffix=")"/>
        </group>
        <text variable="locator"/>
      </group>
      <text variable="URL"/>
    </group>
  </layout>`,
)

/** „(Name, Abs. 14)“ and „Name, Vorname. „Titel“. Zeitschrift, Bd. 18, Nr. 34, 2026, S. 1–9, Adresse“. */
const mla = style(
  'MLA',
  'in-text',
  '',
  `<layout prefix="(" suffix=")">
    <group delimiter=", ">
      <names variable="author"><name form="short" and="text" delimiter=", " et-al-min="3" et-al-use-first="1"/></names>
      <text variable="locator"/>
    </group>
  </layout>`,
  `<layout>
    <group delimiter=". ">
      <names variable="author"><name name-as-sort-order="first" and="text" delimiter=", " delimiter-precedes-last="always" et-al-min="3" et-al-use-first="1"/></names>
      <text variable="title" quotes="true"/>
      <group delimiter=", ">
        ${container}
        <text variable="volume" prefix="Bd. "/>
        <text variable="issue" prefix="Nr. "/>
        <text variable="status"/>
        <date variable="available-date" form="text"/>
        <text variable="page" prefix="S. "/>
        <text variable="URL"/>
      </group>
    </group>
  </layout>`,
)

/** „(Name, 2026, Abs. 14)“ and „Name, V. (2026, 23. November). Titel (Fassung 1.0). Zeitschrift, 18(34), 1–9. Adresse“. */
const apa = style(
  'APA',
  'in-text',
  `<macro name="day">
    <choose>
      <if variable="available-date"><date variable="available-date" form="text"/></if>
      <else><text value="o. J."/></else>
    </choose>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued"><date variable="issued" form="text"/></if>
      <else><text value="o. J."/></else>
    </choose>
  </macro>`,
  `<layout prefix="(" suffix=")">
    <group delimiter=", ">
      <names variable="author"><name form="short" and="symbol" delimiter=", " et-al-min="3" et-al-use-first="1"/></names>
      <text macro="year"/>
      <text variable="locator"/>
    </group>
  </layout>`,
  `<layout>
    <group delimiter=" ">
      <group delimiter=". " suffix=".">
        <group delimiter=" ">
          <names variable="author"><name name-as-sort-order="all" and="symbol" delimiter=", " delimiter-precedes-last="always" initialize-with=". "/></names>
          <text macro="day" prefix="(" suffix=")"/>
        </group>
        <group delimiter=" "><text variable="title"/><text variable="status" prefix="(" suffix=")"/></group>
        <group delimiter=", ">
          ${container}
          <group><text variable="volume" font-style="italic"/><text variable="issue" prefix="(" suffix=")"/></group>
          <text variable="page"/>
        </group>
      </group>
      <text variable="URL"/>
    </group>
  </layout>`,
)

export const otherStyles = { chicago, mla, apa }
