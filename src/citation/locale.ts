/** Only the German terms that the style uses (written for this edition, CC0-1.0). */
export const locale = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="de-DE">
  <info>
    <rights license="https://creativecommons.org/publicdomain/zero/1.0/">CC0-1.0</rights>
    <updated>2026-11-23T00:00:00+00:00</updated>
  </info>
  <style-options punctuation-in-quote="false"/>
  <date form="text"><date-part name="day" suffix=". "/><date-part name="month" suffix=" "/><date-part name="year"/></date>
  <date form="numeric"><date-part name="day" suffix="."/><date-part name="month" form="numeric" suffix="."/><date-part name="year"/></date>
  <terms>
    <term name="open-quote">«</term>
    <term name="close-quote">»</term>
    <term name="open-inner-quote">‹</term>
    <term name="close-inner-quote">›</term>
    <term name="page-range-delimiter">–</term>
    <term name="et-al">u. a.</term>
    <term name="ibid">ebd.</term>
    <term name="in">in</term>
    <term name="and">und</term>
    <term name="page"><single>Seite</single><multiple>Seiten</multiple></term>
    <term name="page" form="short"><single>S.</single><multiple>S.</multiple></term>
    <term name="number" form="short"><single>Nr.</single><multiple>Nr.</multiple></term>
    <term name="volume" form="short"><single>Bd.</single><multiple>Bde.</multiple></term>
    <term name="issue" form="short"><single>Nr.</single><multiple>Nr.</multiple></term>
    <term name="editor" form="short"><single>Hg.</single><multiple>Hg.</multiple></term>
  </terms>
</locale>
`
