import { endsSentence as ends } from '../scan/sentence.ts'

/** Whether the words end with a sentence; „u. a.“ and the like do not end one. */
export const endsSentence = (text: string): boolean => ends({ text, calls: [] })
