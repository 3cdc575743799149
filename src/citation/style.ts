/**
 * The citation style of the edition: notes as usual in German media studies, with a full reference first, then the
 * short title, «ebd.» for an immediate repetition (written for this edition, CC0-1.0).
 *
 * What CSL cannot express is prepared in prepare.ts: `status` holds the year that distinguishes equal short titles.
 */
export const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="de-DE" demote-non-dropping-particle="display-and-sort">
  <info>
    <title>Leseausgabe (Fußnoten mit Kurztitel und ebd.)</title>
    <id>urn:x-edition:csl:leseausgabe</id>
    <category citation-format="note"/>
    <category field="humanities"/>
    <updated>2026-11-23T00:00:00+00:00</updated>
    <rights license="https://creativecommons.org/publicdomain/zero/1.0/">CC0-1.0</rights>
  </info>

  <macro name="author">
    <names variable="author">
      <name delimiter=", " initialize="false"/>
      <substitute>
        <names variable="editor">
          <name delimiter=", " initialize="false"/>
          <label form="short" prefix=" (" suffix=")"/>
        </names>
        <text macro="no-author"/>
      </substitute>
    </names>
    <names variable="interviewer" prefix=", interviewt von ">
      <name delimiter=", " initialize="false"/>
    </names>
  </macro>
  <macro name="author-short">
    <group delimiter=", ">
      <names variable="author">
        <name form="short" delimiter=", "/>
        <substitute>
          <names variable="editor"/>
          <text macro="no-author"/>
        </substitute>
      </names>
      <names variable="interviewer"><name form="short" delimiter=", "/></names>
    </group>
  </macro>
  <macro name="author-sorted">
    <names variable="author">
      <name delimiter="; " name-as-sort-order="all" sort-separator=", " initialize="false"/>
      <substitute>
        <names variable="editor">
          <name delimiter="; " name-as-sort-order="all" sort-separator=", " initialize="false"/>
          <label form="short" prefix=" (" suffix=")"/>
        </names>
      </substitute>
    </names>
    <names variable="interviewer" prefix=", interviewt von ">
      <name delimiter=", " initialize="false"/>
    </names>
  </macro>
  <macro name="no-author">
    <choose>
      <if type="bill legal_case hearing" match="any"><text variable="authority"/></if>
      <else-if type="legislation regulation treaty standard entry-encyclopedia entry-dictionary" match="any"/>
      <else-if variable="director"/>
      <else><text value="o. A."/></else>
    </choose>
  </macro>
  <macro name="contributors">
    <group delimiter=", ">
      <names variable="director" prefix="Regie: ">
        <name delimiter=", " initialize="false"/>
      </names>
      <choose>
        <if type="book" variable="author editor" match="all">
          <names variable="editor" prefix="hg. von ">
            <name delimiter=", " initialize="false"/>
          </names>
        </if>
      </choose>
      <names variable="translator" prefix="übers. von ">
        <name delimiter=", " initialize="false"/>
      </names>
    </group>
  </macro>

  <macro name="title">
    <choose>
      <if type="book thesis" match="any"><text variable="title" font-style="italic"/></if>
      <else><text variable="title"/></else>
    </choose>
    <text variable="genre" prefix=" [" suffix="]"/>
  </macro>
  <macro name="title-short">
    <choose>
      <if type="book thesis" match="any"><text variable="title" form="short" font-style="italic"/></if>
      <else><text variable="title" form="short"/></else>
    </choose>
    <text variable="status" prefix=" (" suffix=")"/>
  </macro>

  <macro name="date">
    <date variable="issued">
      <date-part name="day" suffix="."/>
      <date-part name="month" form="numeric" suffix="."/>
      <date-part name="year"/>
    </date>
  </macro>

  <macro name="container">
    <choose>
      <if type="chapter entry-encyclopedia entry-dictionary" match="any">
        <group delimiter=" ">
          <text term="in" suffix=":"/>
          <group delimiter=": ">
            <text macro="container-names"/>
            <text variable="container-title" font-style="italic"/>
          </group>
        </group>
      </if>
      <else-if type="article-journal paper-conference" match="any">
        <text macro="in-container"/>
      </else-if>
      <else-if type="legislation">
        <group delimiter=", ">
          <text variable="number"/>
          <text macro="in-container"/>
        </group>
      </else-if>
      <else-if type="article"><text variable="publisher" font-style="italic"/></else-if>
      <else-if type="legal_case"/>
      <else-if type="report"><text variable="publisher"/></else-if>
      <else-if type="motion_picture" variable="publisher container-title URL" match="all"/>
      <else><text variable="container-title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="container-names">
    <choose>
      <if variable="container-author">
        <names variable="container-author"><name delimiter=", " initialize="false"/></names>
      </if>
      <else>
        <names variable="editor">
          <name delimiter=", " initialize="false"/>
          <label form="short" prefix=" (" suffix=")"/>
        </names>
      </else>
    </choose>
  </macro>
  <macro name="in-container">
    <group delimiter=" ">
      <text term="in" suffix=":"/>
      <text variable="container-title" font-style="italic"/>
    </group>
  </macro>

  <macro name="series-volume">
    <choose>
      <if variable="collection-title collection-number" match="all">
        <group delimiter=", " prefix="(" suffix=")">
          <text variable="collection-title"/>
          <text variable="collection-number" prefix="Bd. "/>
        </group>
      </if>
    </choose>
  </macro>

  <macro name="imprint">
    <choose>
      <if type="book chapter thesis entry-encyclopedia entry-dictionary" match="any">
        <group delimiter=", ">
          <text variable="volume" prefix="Bd. "/>
          <text variable="edition"/>
          <text variable="number-of-volumes" suffix=" Bde."/>
          <group delimiter=" ">
            <text macro="place"/>
            <text macro="date"/>
            <text macro="series-volume"/>
          </group>
        </group>
      </if>
      <else-if type="article-journal paper-conference" match="any">
        <group delimiter=", ">
          <text variable="volume" prefix="Bd. "/>
          <group delimiter=": ">
            <text variable="issue" prefix="Nr. "/>
            <text variable="collection-title" font-style="italic"/>
          </group>
          <text variable="number" prefix="Artikelnr. "/>
          <text variable="event-place"/>
          <text variable="version" prefix="Fassung "/>
          <text macro="date"/>
        </group>
      </else-if>
      <else-if type="legislation">
        <group delimiter=", ">
          <text variable="volume" prefix="Bd. "/>
          <text macro="date"/>
        </group>
      </else-if>
      <else-if type="motion_picture" variable="publisher container-title URL" match="all">
        <group delimiter=" ">
          <text variable="publisher" prefix="hochgeladen von "/>
          <text macro="date"/>
          <text variable="container-title" prefix="auf "/>
        </group>
      </else-if>
      <else-if type="software dataset" match="any">
        <group delimiter=", ">
          <text variable="version" prefix="Version "/>
          <group delimiter=" "><text variable="publisher"/><text macro="date"/></group>
        </group>
      </else-if>
      <else-if type="bill hearing legal_case patent regulation report standard treaty" match="any">
        <group delimiter=", ">
          <text variable="number"/>
          <choose>
            <if type="patent"><text variable="authority"/></if>
          </choose>
          <group delimiter=" ">
            <choose>
              <if type="report standard" match="any"><text variable="publisher-place"/></if>
            </choose>
            <text macro="date"/>
          </group>
          <choose>
            <if type="legal_case">
              <group delimiter=" ">
                <text variable="container-title" font-style="italic"/>
                <text variable="volume"/>
              </group>
            </if>
          </choose>
        </group>
      </else-if>
      <else-if type="figure graphic map motion_picture" match="any">
        <group delimiter=", ">
          <text variable="medium"/>
          <group delimiter=" "><text variable="publisher-place"/><text macro="date"/></group>
        </group>
      </else-if>
      <else-if type="event performance speech" match="any">
        <group delimiter=", ">
          <text variable="event-title"/>
          <group delimiter=" "><text variable="event-place"/><text macro="date"/></group>
        </group>
      </else-if>
      <else>
        <group delimiter=", ">
          <choose>
            <if type="article-magazine"><text variable="issue" prefix="Nr. "/></if>
            <else-if type="broadcast song" match="any"><text variable="publisher"/></else-if>
          </choose>
          <group delimiter=" ">
            <text macro="date"/>
            <text variable="version" prefix="(" suffix=". Fassung)"/>
          </group>
        </group>
      </else>
    </choose>
  </macro>
  <macro name="place">
    <choose>
      <if variable="publisher-place"><text variable="publisher-place"/></if>
      <else-if type="book thesis" match="any"><text variable="publisher"/></else-if>
    </choose>
  </macro>
  <macro name="holding">
    <group delimiter=", ">
      <text variable="archive"/>
      <choose>
        <if variable="archive_location"><text variable="archive_location"/></if>
        <else-if variable="archive"><text variable="call-number"/></else-if>
      </choose>
    </group>
  </macro>

  <macro name="pages">
    <group delimiter=", ">
      <text variable="page"/>
      <choose>
        <if type="motion_picture" match="none">
          <choose>
            <if variable="page locator" match="all"><text variable="locator" prefix="hier "/></if>
            <else><text variable="locator"/></else>
          </choose>
        </if>
      </choose>
    </group>
  </macro>
  <macro name="timecode">
    <choose>
      <if type="motion_picture"><text variable="locator"/></if>
    </choose>
  </macro>
  <macro name="access">
    <group delimiter=" ">
      <choose>
        <if variable="DOI"><text variable="DOI"/></if>
        <else><text variable="URL"/></else>
      </choose>
      <date variable="accessed" prefix="(" suffix=")">
        <date-part name="day" suffix="."/>
        <date-part name="month" form="numeric" suffix="."/>
        <date-part name="year"/>
      </date>
    </group>
  </macro>

  <citation et-al-min="4" et-al-use-first="1">
    <layout>
      <choose>
        <if position="ibid-with-locator">
          <group delimiter=", "><text term="ibid"/><text variable="locator"/></group>
        </if>
        <else-if position="ibid"><text term="ibid"/></else-if>
        <else-if position="subsequent">
          <group delimiter=", ">
            <group delimiter=": "><text macro="author-short"/><text macro="title-short"/></group>
            <text variable="locator"/>
          </group>
        </else-if>
        <else>
          <group delimiter=", ">
            <group delimiter=": "><text macro="author"/><text macro="title"/></group>
            <text macro="contributors"/>
            <text macro="container"/>
            <text macro="imprint"/>
            <text macro="pages"/>
            <text macro="holding"/>
            <text macro="access"/>
            <text macro="timecode"/>
          </group>
        </else>
      </choose>
    </layout>
  </citation>
  <bibliography>
    <layout>
      <group delimiter=", ">
        <group delimiter=": "><text macro="author-sorted"/><text macro="title"/></group>
        <text macro="contributors"/>
        <text macro="container"/>
        <text macro="imprint"/>
        <text variable="page"/>
        <text macro="holding"/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>
`
