import { pathToFileURL } from 'node:url'
import { startHrana } from './hrana/start-hrana.ts'

/** Whether the tests of this process run over a server; see tests/support/runner/lane.ts. */
export const isRemote = process.env.TEST_DATABASE === 'remote'

// Whoever is cut on a slow machine fails a test that is about something else; tests/edge/store/ has the cuts.
const patient = { transactionMs: 60_000, streamMs: 60_000 }

/** The address of a test's database: the file itself, or that of a server over it. */
export async function databaseAt(path: string): Promise<{ url: string; end(): Promise<void> }> {
  if (!isRemote) return { url: pathToFileURL(path).href, end: async () => {} }
  const { url, close } = await startHrana(path, patient)
  return { url, end: close }
}
