import { useNavigate } from '@solidjs/router'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import { useSay } from '../shell/toasts.tsx'
import { useWords } from '../words/words.tsx'
import { useCalls } from './calls.ts'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'
import type { MyOffer } from './inbox.ts'

/** Green and red. Two operators may press green together: the edge decides, and whoever comes second is told who took it. */
export function createJobAnswer() {
  const desk = useDesk()
  const calls = useCalls()
  const navigate = useNavigate()
  const { t } = useWords()
  const say = useSay()
  let mine: string | null = null

  const accept = createTask(async (offer: MyOffer) => {
    mine = offer.jobId
    calls.expect(offer.conversationId)
    try {
      await take(await request<ConversationSummary>('POST', `/api/jobs/${offer.jobId}/accept`, {}))
    } finally {
      calls.settle(offer.conversationId)
    }
  }, tellWhoWasFirst)

  /** It is this operator's now, and on this device the call comes up. */
  async function take(summary: ConversationSummary) {
    if (summary.call) calls.own(summary.call.id)
    desk.put(summary)
    // The page is much to draw, and the other side's answer would wait for it.
    await calls.whenUp(summary.id)
    desk.clearOffer()
    navigate(`/conversations/${summary.id}`)
  }

  const decline = createTask(async (offer: MyOffer) => {
    mine = offer.jobId
    await request('POST', `/api/jobs/${offer.jobId}/decline`, {})
    desk.clearOffer()
  }, tellWhoWasFirst)

  function tellWhoWasFirst(error: unknown): boolean {
    if (!(error instanceof EdgeError) || error.status !== 409) return false
    desk.clearOffer()
    const by = error.code === 'already-taken' ? error.details.by : undefined
    say(by ? t('job.taken', { name: by }) : t('job.over.lapsed'))
    return true
  }

  return {
    accept: accept.run,
    decline: decline.run,
    accepting: accept.busy,
    declining: decline.busy,
    take,
    /** It is being answered from a notification of this browser. */
    claim(jobId: string) {
      mine = jobId
    },
    /** Whether it was answered here, so that its ending is no news. */
    isMine: (jobId: string) => jobId === mine,
  }
}
