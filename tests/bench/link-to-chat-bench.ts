import { closeBrowsers } from '../support/browsers.ts'
import { staticPage } from './chat/static-page.ts'
import { visavisChat } from './chat/visavis-chat.ts'
import { takeTurns } from './take-turns.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 12)

/** From opening the link to a chat that is on the screen and takes a first letter. */
export async function linkToChatBench() {
  try {
    return {
      name: 'From opening the link to the chat',
      unit: 'ms on one machine; the landing is passed as soon as it is there',
      rows: await takeTurns([await staticPage(), await visavisChat()], rounds),
    }
  } finally {
    await closeBrowsers()
  }
}
