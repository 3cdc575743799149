/** The form with its field, the same on the search page and in the dialog. */
export const formHtml = (titleId: string, filters: string): string =>
  `<form role="search" class="search-form"><div class="search-line"><input type="search" name="q" aria-labelledby="${titleId}" placeholder="Wort, Name oder „ein Zitat“" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"><button type="submit">Suchen</button></div>${filters}</form>`
