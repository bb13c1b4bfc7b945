import { Refusal } from '../domain/refusal.ts'
import { readTag, tagLimit, tagsAtMost } from '../domain/tag.ts'
import { countTags, deleteTag, insertTag } from '../store/tags.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, within } from './seat.ts'

type OperatorSeat = Extract<Seat, { side: 'operator' }>

/** Tags are the team's: whoever may read a conversation may tag it, also once it is filed. One that is there is no news. */
export async function tagConversation(
  context: OperatorContext,
  seat: OperatorSeat,
  text: string,
): Promise<void> {
  await perform(context, async (work) => {
    const tag = readTag(text)
    if (tag === null) {
      throw new Refusal('invalid-input', `A tag has 1 to ${tagLimit} characters.`, { field: 'tag' })
    }
    const { id } = await within(work, seat)
    if (!(await insertTag(work, id, tag))) return
    if ((await countTags(work, id)) > tagsAtMost) {
      throw new Refusal('wrong-state', `A conversation has ${tagsAtMost} tags at most.`)
    }
    await work.record('conversation.tagged', id, { tag })
  })
}

export async function untagConversation(
  context: OperatorContext,
  seat: OperatorSeat,
  text: string,
): Promise<void> {
  await perform(context, async (work) => {
    const { id } = await within(work, seat)
    const tag = await deleteTag(work, id, text)
    if (tag !== null) await work.record('conversation.untagged', id, { tag })
  })
}
