import { render } from '@solidjs/testing-library'
import type { JSX } from 'solid-js'
import { createDevice } from '../../../pwa/operator/device/device.ts'
import { createSession, type Session, SessionContext } from '../../../pwa/operator/session.ts'
import { ToastsProvider } from '../../../pwa/shell/toasts.tsx'
import { operator } from '../../../pwa/words/en/operator.ts'
import { shared } from '../../../pwa/words/en/shared.ts'
import { sharedLater } from '../../../pwa/words/en/shared-later.ts'
import { WordsProvider } from '../../../pwa/words/words.tsx'

const dictionary = { ...shared, ...sharedLater, ...operator }
const source = { language: 'en' as const, dictionary, load: async () => dictionary }

/** Puts a piece of the operator's app on the page, with what stands around all of it. */
export function show(piece: () => JSX.Element): Session {
  let session: Session | undefined
  render(() => {
    session = createSession(createDevice())
    return (
      <WordsProvider source={source}>
        <SessionContext.Provider value={session}>
          <ToastsProvider closeLabel="Close">{piece()}</ToastsProvider>
        </SessionContext.Provider>
      </WordsProvider>
    )
  })
  if (!session) throw new Error('nothing was rendered')
  return session
}
