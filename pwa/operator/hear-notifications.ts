import { useNavigate } from '@solidjs/router'
import { onWorkerWord } from '../platform/worker-talk.ts'
import type { createJobAnswer } from './create-job-answer.ts'
import type { Desk } from './desk.ts'

// A push and the page's own stream race each other; the slower one is not far behind.
const raceMs = 700

/** What notifications ask of this page, while the app is open. */
export function hearNotifications(desk: Desk, answer: ReturnType<typeof createJobAnswer>): void {
  const navigate = useNavigate()
  onWorkerWord((word) => {
    if (word.say === 'rings?') return rings(desk, word.jobId)
    if (word.say === 'answers') answer.claim(word.jobId)
    else if (word.say === 'took') answer.take(word.summary)
    else if (word.say === 'go') navigate(word.path)
    return true
  })
}

async function rings(desk: Desk, jobId: string): Promise<boolean> {
  const isRinging = () => desk.inbox.offer?.jobId === jobId
  if (!isRinging()) await new Promise((resolve) => setTimeout(resolve, raceMs))
  return isRinging()
}
