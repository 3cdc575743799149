import { textHere } from '../reading-place/here.ts'

/** The voices of the browser that need no server: others would send what is read away. */
export async function voicesOf(root: Document): Promise<SpeechSynthesisVoice[]> {
  const speech = root.defaultView?.speechSynthesis
  if (!speech) return []
  // Some browsers know their voices only after they have been asked once.
  if (speech.getVoices().length === 0)
    await new Promise<void>((done) => {
      speech.addEventListener('voiceschanged', () => done(), { once: true })
      setTimeout(done, 1500)
    })
  return speech.getVoices().filter(({ localService }) => localService)
}

const speaks = ({ lang }: SpeechSynthesisVoice, language: string) =>
  lang.replace('_', '-').split('-')[0]!.toLowerCase() === language.split('-')[0]!.toLowerCase()

export const voicesFor = (
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice[] => voices.filter((voice) => speaks(voice, language))

/** The chosen one, else that of the system, else the first. */
export function voiceFor(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  chosen = '',
): SpeechSynthesisVoice | undefined {
  const own = voicesFor(voices, language)
  return (
    own.find(({ voiceURI }) => voiceURI === chosen) ?? own.find((voice) => voice.default) ?? own[0]
  )
}

/** Whether the browser itself can read a text of this page aloud. */
export async function canReadAloud(root: Document): Promise<boolean> {
  const voices = await voicesOf(root)
  const article = voices.length > 0 && textHere(root)
  return !!article && voicesFor(voices, article.lang).length > 0
}
