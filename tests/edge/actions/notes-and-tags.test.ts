// What the team writes beside a conversation: read by the team alone, and found again in the archive.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ArchivePage, ConversationSummary } from '../../../edge/domain/wire.ts'
import { readStream } from '../../support/event-stream-reader.ts'
import { withEdge } from '../../support/house.ts'
import { active, archived, done, type Scene } from '../../support/scenes.ts'

const note = ({ operator, id }: Scene, text: string, key?: string) =>
  operator.post(`/api/conversations/${id}/notes`, { text }, key ? { key } : {})
const tag = ({ operator, id }: Scene, text: string) =>
  operator.post<ConversationSummary>(`/api/conversations/${id}/tags`, { tag: text })
const untag = ({ operator, id }: Scene, text: string) =>
  operator.call<ConversationSummary>('DELETE', `/api/conversations/${id}/tags/${encodeURIComponent(text)}`)

test('a note is an event of the team, once for its key, and no last message', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    for (let again = 0; again < 2; again++)
      done(await note(scene, '  Calls back on Friday ', 'key-of-the-note'))
    const written = (await house.events(scene.id)).filter(({ type }) => type === 'note.written')
    assert.equal(
      written.map(({ data, actor }) => [data, actor.kind]),
      [[{ noteId: 'key-of-the-note', text: 'Calls back on Friday' }, 'operator']],
    )
    const summary = done(await ayse.get<ConversationSummary>(`/api/conversations/${scene.id}`))
    assert.is(summary.lastMessage, null)
    assert.is((await note(scene, ' \n')).code, 'invalid-input')
    assert.is((await note(scene, 'x'.repeat(10_001))).code, 'too-large')
  }))

test('nothing that the customer is sent has a trace of notes and tags', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    done(await note(scene, 'a secret of the team'))
    done(await tag(scene, 'a secret tag'))
    done(await untag(scene, 'a secret tag'))
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'the last word' }))
    const stream = readStream(await scene.customer.send('GET', `/api/visits/${scene.id}/events`))
    await stream.until(({ data }) => data.includes('the last word'))
    await stream.leave()
    const visit = await scene.customer.post('/api/visits', { token: scene.token })
    const heard = JSON.stringify([stream.frames, done(visit)])
    assert.not.match(heard, 'secret')
    assert.not.match(heard, /note\.|tagged/)
  }))

test('a tag is there once, whatever its case and marks, and another operator within reach may take it away', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await archived(house, ayse)
    done(await tag(scene, ' İade  talebi '))
    assert.equal(done(await tag(scene, 'iade TALEBI')).tags, ['İade talebi'])
    assert.equal(done(await tag(scene, 'Abo')).tags, ['Abo', 'İade talebi'])
    const bora = await house.operator('Bora')
    assert.equal(done(await untag({ ...scene, operator: bora }, 'iade talebi')).tags, ['Abo'])
    assert.equal(done(await untag(scene, 'never there')).tags, ['Abo'])
    const types = (await house.types(scene.id)).slice(-3)
    assert.equal(types, ['conversation.tagged', 'conversation.tagged', 'conversation.untagged'])
  }))

test('a tag that is none is refused, and so is the twenty-first', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    for (const text of ['', '  ', '\u0301', 'x'.repeat(41)])
      assert.is((await tag(scene, text)).code, 'invalid-input', text)
    for (let n = 0; n < 20; n++) done(await tag(scene, `tag ${n}`))
    const before = await house.dump()
    assert.is((await tag(scene, 'one more')).code, 'wrong-state')
    assert.is(await house.dump(), before)
    done(await tag(scene, 'TAG 3'))
  }))

test('the archive is filtered by tag, reason and operator, with a search and without', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scenes = [await archived(house, ayse), await archived(house, ayse)] as const
    const [first, second] = scenes
    done(await tag(first, 'Refund'))
    for (const scene of scenes) done(await note(scene, 'remember the label'))
    await house.change("UPDATE conversations SET reason = 'other' WHERE id = ?", [second.id])
    const found = async (query: string) =>
      done(await ayse.get<ArchivePage>(`/api/archive?${query}`)).conversations.map(({ id }) => id)
    for (const search of ['', 'q=label&']) {
      assert.equal(await found(`${search}tag=REFUND`), [first.id])
      assert.equal(await found(`${search}tag=nothing`), [])
      assert.equal(await found(`${search}reason=other`), [second.id])
      assert.equal((await found(`${search}operator=${ayse.id}`)).length, 2)
      assert.equal(await found(`${search}operator=somebody`), [])
      assert.equal(await found(`${search}tag=refund&reason=other`), [])
    }
    assert.equal(done(await ayse.get('/api/archive/tags')), { tags: ['Refund'] })
  }))

test.run()
