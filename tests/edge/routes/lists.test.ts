// What the operator's screens are read from: inbox, history, archive, and the ticket for a call.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readTicket } from '../../../edge/domain/tickets.ts'
import type {
  ArchivePage,
  ConversationSummary,
  History,
  Inbox,
  LineTicket,
} from '../../../edge/domain/wire.ts'
import { createOwnRelay } from '../../../edge/gateways/own-relay.ts'
import { testSecret, withEdge } from '../../support/house.ts'
import { text } from '../../support/sample-files.ts'
import { active, archived, callOf, closed, done, invited, jobOf, opened } from '../../support/scenes.ts'
import { placeOf, upload } from '../../support/uploads.ts'
import { testHere } from '../../support/workerd/test-here.ts'

const day = 24 * 3_600_000

test('the inbox has everything under way, what expired today, and where the stream goes on', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 9 })
    const old = await invited(ayse)
    done(await ayse.post(`/api/conversations/${old.id}/revoke`))
    house.pass(day)
    const scenes = {
      expired: await invited(ayse),
      closed: await closed(house, ayse),
      active: await active(house, ayse),
      offered: await opened(house, ayse),
    }
    done(await ayse.post(`/api/conversations/${scenes.expired.id}/revoke`))
    await archived(house, await house.operator('Bora'), { assignment: 'direct' })
    const inbox = done(await ayse.get<Inbox>('/api/inbox'))
    const listed = Object.fromEntries(inbox.conversations.map(({ id, state }) => [id, state]))
    assert.equal(listed, Object.fromEntries(Object.entries(scenes).map(([state, { id }]) => [id, state])))
    assert.is(inbox.seq, (await house.events()).at(-1)?.seq)
    assert.equal([inbox.me.id, inbox.team.operators.length], [ayse.id, 2])
  }))

test('a summary says who, whom, why and how far', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse, { customerName: 'Deniz', message: 'Kartınız', language: 'tr' })
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'x'.repeat(500) }))
    done(await ayse.post(`/api/conversations/${scene.id}/archive`, { reason: 'resolved' }))
    done(await scene.customer.post(`/api/visits/${scene.id}/survey`, { rating: 4 }))
    const summary = done(await ayse.get<ConversationSummary>(`/api/conversations/${scene.id}`))
    const {
      state,
      assignment,
      language,
      customer,
      message,
      reason,
      rating,
      call,
      sms,
      closedAt,
      archivedAt,
    } = summary
    assert.equal(
      {
        state,
        assignment,
        language,
        message,
        reason,
        rating,
        call,
        sms,
        closedAt,
        archivedAt,
        name: customer.name,
      },
      {
        state: 'archived',
        assignment: 'direct',
        language: 'tr',
        message: 'Kartınız',
        reason: 'resolved',
        rating: 4,
        call: null,
        sms: { state: 'shown', code: null },
        closedAt: house.edge.clock(),
        archivedAt: house.edge.clock(),
        name: 'Deniz',
      },
    )
    assert.equal([summary.lastMessage?.text.length, summary.lastMessage?.side], [140, 'customer'])
  }))

test('a history is read backwards in pages, whole, and within reach alone', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    for (let at = 0; at < 25; at++)
      done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: `t${at}` }))
    const seqs: number[] = []
    let before: number | null = Number.MAX_SAFE_INTEGER
    while (before !== null) {
      const page: History = done(
        await ayse.get<History>(`/api/conversations/${scene.id}/events?limit=7&before=${before}`),
      )
      seqs.unshift(...page.events.map(({ seq }) => seq))
      before = page.before
    }
    assert.equal(
      seqs,
      (await house.events(scene.id)).map(({ seq }) => seq),
    )
    for (const query of ['limit=x&before=x', 'limit=-5', 'limit=1e9', 'before=', 'limit=NaN&before=-1']) {
      assert.is((await ayse.get(`/api/conversations/${scene.id}/events?${query}`)).status, 200, query)
    }
  }))

test('the archive is read in pages, newest first, and none is left out where many were filed at once', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await archived(house, ayse)
    // The clock files up to a hundred in one moment.
    await house.change(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 180)
       INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, reason, created_at, last_event_at, closed_at, archived_at)
       SELECT 'c' || i, customer_id, 'archived', 'normal', 'en', inviter_id, 'not-filed', 1, 1, 1, 1000 + i / 90 FROM n, conversations WHERE id = ?`,
      [scene.id],
    )
    const seen: ConversationSummary[] = []
    let query = ''
    for (;;) {
      const page = done(await ayse.get<ArchivePage>(`/api/archive${query}`))
      seen.push(...page.conversations)
      if (page.before === null) break
      query = `?before=${page.before}`
    }
    assert.equal([seen.length, new Set(seen.map(({ id }) => id)).size], [181, 181])
    const times = seen.map(({ archivedAt }) => archivedAt ?? 0)
    assert.equal(
      times,
      [...times].sort((a, b) => b - a),
    )
  }))

test('the archive is searched by words, name and number; what is odd to a search engine is plain to it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse, { customerName: 'Deniz Kaya', phone: '+905329998877' })
    done(
      await scene.customer.post(`/api/visits/${scene.id}/messages`, {
        text: 'Kredi kartım çalındı, "acil" OR yardım!',
      }),
    )
    const search = async (words: string) => {
      const page = done(await ayse.get<ArchivePage>(`/api/archive?q=${encodeURIComponent(words)}`))
      return page.conversations.map(({ id, excerpt }) => [id, excerpt])
    }
    assert.equal(await search('kredi'), [])
    done(await ayse.post(`/api/conversations/${scene.id}/archive`, { reason: 'resolved' }))
    const [[id, excerpt] = []] = await search('kredi kart')
    assert.equal([id, String(excerpt).includes('«Kredi»')], [scene.id, true])
    for (const words of [
      'KREDI',
      'calındı',
      'yardım kredi',
      'deniz',
      '+90532999',
      '9998877',
      '"acil"',
      'acil OR',
    ]) {
      assert.is((await search(words)).length, 1, words)
    }
    for (const words of ['taksi', 'kredi taksi', 'NOT kredi', '%', '_'])
      assert.is((await search(words)).length, 0, words)
    for (const words of [
      '"',
      '""',
      '*',
      'a*b',
      '-',
      '(',
      'NEAR(',
      'text:kredi',
      '^',
      '\\',
      '\0',
      '!',
      'x'.repeat(5_000),
      '🦄',
    ])
      await search(words)
  }))

test('a search finds letters whose marks the index keeps, and scripts that are written whole', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'Мой край, Ελλάδα, 한국' }))
    done(await ayse.post(`/api/conversations/${scene.id}/archive`, { reason: 'resolved' }))
    for (const words of ['край', 'МОЙ', 'ελλάδα', '한국', '한'])
      assert.is(
        done(await ayse.get<ArchivePage>(`/api/archive?q=${encodeURIComponent(words)}`)).conversations.length,
        1,
        words,
      )
  }))

testHere('a search finds every way of writing the i’s of Turkish, in messages, files and names', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse, { customerName: 'Işıl İpek Güneş' })
    const place = placeOf('customer', scene.id)
    done(await scene.customer.post(`${place}/messages`, { text: 'İstanbul’da taze ıspanak' }))
    done(await upload(scene.customer, place, { bytes: text('1'), name: 'Sıcak İZİN.txt' }))
    done(await ayse.post(`/api/conversations/${scene.id}/archive`, { reason: 'resolved' }))
    const search = async (words: string) =>
      done(await ayse.get<ArchivePage>(`/api/archive?q=${encodeURIComponent(words)}`)).conversations
    for (const words of [
      ...['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul', 'ıspanak', 'ispanak', 'ISPANAK', 'İSPANAK', 'ıspa'],
      ...['sicak', 'SICAK', 'sıcak ızın', 'izin'],
      ...['isil', 'IŞIL', 'ışıl', 'ipek', 'IPEK', 'İPEK', 'gunes', 'GÜNEŞ', 'isil ipek'],
    ]) {
      assert.is((await search(words)).length, 1, words)
    }
    assert.is((await search('ispanak'))[0]?.excerpt, 'İstanbul’da taze «ıspanak»')
    assert.is((await search('ipek'))[0]?.excerpt, null)
    assert.equal(await search('uspanak'), [])
  }),
)

test('a ticket for a call admits its side of its conversation, for two minutes', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const mine = done(await ayse.post<LineTicket>(`/api/conversations/${scene.id}/line`))
    const theirs = done(await scene.customer.post<LineTicket>(`/api/visits/${scene.id}/line`))
    assert.equal([mine.remotePeerId, theirs.remotePeerId], [theirs.peerId, mine.peerId])
    assert.equal([mine.brokers, mine.iceServers, mine.icePolicy], [['/peer'], [], 'all'])
    const now = house.edge.clock()
    assert.equal(await readTicket(testSecret, theirs.token, now + 119_999), {
      kind: 'peer',
      peerId: theirs.peerId,
      conversationId: scene.id,
      side: 'customer',
      expiresAt: now + 120_000,
    })
    assert.is((await readTicket(testSecret, mine.token, now))?.side, 'operator')
    assert.is(await readTicket(testSecret, mine.token, now + 120_000), null)
    assert.ok(await callOf(house, scene.id))
  }))

test('whose telephone rings may prepare the line; a colleague may not, nor once it was declined', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora', { status: 'busy' })
    const scene = await opened(house, ayse)
    const path = `/api/conversations/${scene.id}/line`
    done(await ayse.post(path))
    assert.is((await bora.post(path)).code, 'not-allowed')
    done(await ayse.post(`/api/jobs/${await jobOf(house, scene.id)}/decline`))
    assert.is((await ayse.post(path)).code, 'not-allowed')
  }))

testHere('with a relay the ticket has a credential of its own, and our servers alone', () =>
  withEdge(
    async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const { iceServers, icePolicy } = done(
        await scene.customer.post<LineTicket>(`/api/visits/${scene.id}/line`),
      )
      assert.equal(
        iceServers.map(({ urls }) => urls),
        [['stun:ours.example'], ['turn:ours.example']],
      )
      assert.match(iceServers[1]?.username ?? '', new RegExp(`^\\d+:${scene.id}$`))
      assert.is(icePolicy, 'relay')
    },
    {
      line: {
        stunUrls: ['stun:ours.example'],
        icePolicy: 'relay',
      },
      relay: createOwnRelay({ turnUrls: ['turn:ours.example'], turnSecret: 'north' }),
    },
  ),
)

testHere('a relay that is out costs a ticket the relay alone, and the log says so', () =>
  withEdge(
    async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      // The opening brought a ticket, too.
      house.logs.length = 0
      const ticket = done(await scene.customer.post<LineTicket>(`/api/visits/${scene.id}/line`))
      assert.equal(ticket.iceServers, [{ urls: ['stun:ours.example'] }])
      assert.ok(ticket.token)
      assert.equal(house.logs, [
        { level: 'warn', what: 'relay', conversationId: scene.id, cause: 'Error: no answer' },
      ])
    },
    {
      line: { stunUrls: ['stun:ours.example'], icePolicy: 'all' },
      relay: { serversFor: () => Promise.reject(new Error('no answer')) },
    },
  ),
)

test.run()
