/** Prompts to begin with: each shows another thing that the model has learned. */

interface ReadyPrompt {
  /** For the button. */
  name: string
  text: string
}

export const READY_PROMPTS: readonly ReadyPrompt[] = [
  {
    name: 'A story to order',
    text: 'words: Mila, Juniper, red kite, hill\n',
  },
  {
    name: 'Two pups and a fox',
    text: 'words: Nutmeg, Puddle, fox, yellow drum, harbour\n',
  },
  { name: 'Only a beginning', text: 'words: Theo,' },
  {
    name: 'Who is in the team?',
    text: 'the team: Wick, Juniper, Puddle, Quill\n',
  },
  { name: 'Nothing', text: '' },
]
