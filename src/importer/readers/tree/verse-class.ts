/** Classes of elements that hold lines of verse. */
export const verseClass =
  /^(?:poem|poetry|verse|stanza|strophe|gedicht|lg|linegroup|line-block|vers)$/i
