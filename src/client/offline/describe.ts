/** What the panel of the page „Offline lesen“ tells. */
export type State =
  | { kind: 'unsupported' }
  | { kind: 'off' }
  | { kind: 'storing' }
  | { kind: 'failed' }
  /** `bytes`: what the browser reckons for the whole address; null: it does not say. */
  | { kind: 'stored'; files: number; bytes: number | null; isWhole: boolean }

export function describe(state: State): string {
  switch (state.kind) {
    case 'unsupported':
      return 'Dieser Browser speichert hier nichts. Zum Lesen ohne Netz gibt es unten die Dateien.'
    case 'off':
      return 'Ausgeschaltet: Auf diesem Gerät ist nichts gespeichert.'
    case 'storing':
      return 'Wird gespeichert …'
    case 'failed':
      return 'Die Ausgabe konnte nicht gespeichert werden. Vielleicht fehlt die Verbindung oder der Platz auf diesem Gerät.'
    case 'stored':
      return (
        (state.isWhole
          ? `Eingeschaltet: Die ganze Ausgabe liegt auf diesem Gerät, ${state.files} Dateien.`
          : `Eingeschaltet: ${state.files} Dateien liegen auf diesem Gerät.`) + room(state.bytes)
      )
  }
}

function room(bytes: number | null): string {
  if (bytes === null) return ''
  const size = new Intl.NumberFormat('de-DE', {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1e6)
  return ` Zusammen mit Ihren Einstellungen belegen sie nach Angabe des Browsers ${size}.`
}
