import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hashPassword } from '../../../edge/domain/secrets.ts'
import type { ErrorAnswer, Me, Team } from '../../../edge/domain/wire.ts'
import type { Caller } from '../../support/caller.ts'
import { countedStretches } from '../../support/counted-stretches.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { done } from '../../support/scenes.ts'
import { testHere } from '../../support/workerd/test-here.ts'

const password = 'correct horse battery'
const hash = await hashPassword(password)

async function ayseWithPassword(house: TestEdge) {
  const ayse = await house.operator('Ayse')
  await house.change('UPDATE operators SET password_hash = ? WHERE id = ?', [hash, ayse.id])
  return ayse
}

const signIn = (caller: Caller, email: string, word: string, address = '10.0.0.1') =>
  caller.post<Me & ErrorAnswer>(
    '/api/session',
    { email, password: word },
    { headers: { 'x-test-address': address } },
  )

test('the right password starts a session, in a cookie that no script can read', () =>
  withEdge(async (house) => {
    const ayse = await ayseWithPassword(house)
    const caller = house.stranger()
    const response = await caller.send('POST', '/api/session', { email: ' AYSE@Example.org ', password })
    const me = (await response.json()) as Me
    assert.equal([me.id, me.name, me.email, me.role], [ayse.id, 'Ayse', 'ayse@example.org', 'operator'])
    const [cookie = ''] = response.headers.getSetCookie()
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/api', 'Max-Age=2592000'])
      assert.ok(cookie.includes(attribute), attribute)
    assert.not.ok(cookie.includes('Secure'))
    assert.equal(done(await caller.get('/api/session')), me)
  }))

test('over https the cookie goes nowhere else', () =>
  withEdge(
    async (house) => {
      await ayseWithPassword(house)
      const response = await house
        .stranger()
        .send('POST', '/api/session', { email: 'ayse@example.org', password })
      assert.ok(response.headers.getSetCookie()[0]?.includes('Secure'))
      assert.match(response.headers.get('strict-transport-security') ?? '', /max-age/)
    },
    { publicUrl: 'https://visavis.example.org' },
  ))

testHere('unknown, wrong, disabled and not yet joined get one answer, after the same work', () =>
  withEdge(async (house) => {
    await ayseWithPassword(house)
    const gone = await house.operator('Gone')
    await house.change('UPDATE operators SET password_hash = ?, disabled_at = 1 WHERE id = ?', [
      hash,
      gone.id,
    ])
    await house.operator('Pending')
    const guesses = [
      ['nobody@example.org', password],
      ['ayse@example.org', 'wrong horse battery'],
      ['ayse@example.org', ''],
      ['gone@example.org', password],
      ['pending@example.org', ''],
      ["' OR 1=1 --", password],
    ] as const
    const answers = new Set<string>()
    const rounds: number[][] = []
    for (const [email, word] of guesses) {
      rounds.push(
        await countedStretches(async () => {
          const { status, body, headers } = await signIn(house.stranger(), email, word)
          const { requestId, ...error } = body.error
          assert.ok(requestId)
          answers.add(JSON.stringify([status, error, headers.get('set-cookie')]))
        }),
      )
    }
    assert.equal(
      [...answers],
      [
        JSON.stringify([
          401,
          { code: 'not-signed-in', message: 'The e-mail address or the password is wrong.', details: {} },
          null,
        ]),
      ],
    )
    assert.equal(
      rounds,
      guesses.map(() => [600_000]),
    )
  }),
)

test('ten wrong guesses lock the account for a quarter of an hour, known or not, also for the right one', () =>
  withEdge(async (house) => {
    await ayseWithPassword(house)
    const now = house.edge.clock()
    for (const email of ['ayse@example.org', 'nobody@example.org']) {
      await house.change('INSERT INTO attempts VALUES (?, 9, ?)', [`account:${email}`, now + 15 * 60_000])
      assert.is((await signIn(house.stranger(), email, 'wrong')).code, 'not-signed-in')
      const locked = await countedStretches(async () => {
        const { status, code } = await signIn(house.stranger(), email.toUpperCase(), password)
        assert.equal([status, code], [429, 'too-many'])
      })
      assert.equal(locked, [])
    }
    house.pass(15 * 60_000)
    done(await signIn(house.stranger(), 'ayse@example.org', password))
  }))

testHere('guesses made at the same time are counted like those made one after the other', () =>
  withEdge(async (house) => {
    await ayseWithPassword(house)
    await house.change('INSERT INTO attempts VALUES (?, 7, ?)', [
      'account:ayse@example.org',
      house.edge.clock() + 1000,
    ])
    const rounds = await countedStretches(async () => {
      const guesses = Array.from({ length: 12 }, () => signIn(house.stranger(), 'ayse@example.org', 'wrong'))
      assert.equal((await Promise.all(guesses)).map(({ status }) => status).sort(), [
        ...Array(3).fill(401),
        ...Array(9).fill(429),
      ])
    })
    assert.is(rounds.length, 3)
  }),
)

test('fifty wrong guesses lock an address, and nobody else', () =>
  withEdge(async (house) => {
    await ayseWithPassword(house)
    await house.change('INSERT INTO attempts VALUES (?, 50, ?)', [
      'address:10.0.0.9',
      house.edge.clock() + 1000,
    ])
    assert.is((await signIn(house.stranger(), 'ayse@example.org', password, '10.0.0.9')).code, 'too-many')
    done(await signIn(house.stranger(), 'ayse@example.org', password, '10.0.0.8'))
  }))

test('signing in rightly forgets the guesses before it', () =>
  withEdge(async (house) => {
    await ayseWithPassword(house)
    assert.is((await signIn(house.stranger(), 'ayse@example.org', 'wrong')).status, 401)
    done(await signIn(house.stranger(), 'ayse@example.org', password))
    const left = await house.rows('SELECT subject, failures FROM attempts')
    assert.equal(left, [{ subject: 'address:10.0.0.1', failures: 1 }])
  }))

test('signing out ends the session, here and in the table, and one is Offline', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const cookie = ayse.cookies.get('visavis_session')
    const answer = await ayse.call('DELETE', '/api/session')
    assert.is(answer.status, 204)
    assert.is(ayse.cookies.has('visavis_session'), false)
    ayse.cookies.set('visavis_session', cookie ?? { value: '', path: '/api' })
    assert.is((await ayse.get('/api/session')).code, 'not-signed-in')
    assert.equal(await house.rows('SELECT status FROM operators'), [{ status: 'offline' }])
    assert.equal(await house.rows('SELECT * FROM sessions'), [])
    assert.is((await house.types()).at(-1), 'operator.status-changed')
  }))

test('a session lasts thirty days', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    house.pass(30 * 24 * 3_600_000 - 1)
    done(await ayse.get('/api/session'))
    house.pass(1)
    assert.is((await ayse.get('/api/session')).status, 401)
  }))

test('a forged session is nobody', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const [row] = await house.rows('SELECT token_hash FROM sessions')
    for (const value of ['', 'x', String(row?.token_hash), ayse.id, "' OR 1=1 --"]) {
      const caller = house.stranger()
      caller.cookies.set('visavis_session', { value, path: '/api' })
      assert.is((await caller.get('/api/inbox')).status, 401, value)
    }
  }))

test('an invited operator looks, joins with a name and a password, and signs in with them', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const asked = { email: 'cem@example.org', role: 'operator', departmentIds: [], conversationLimit: 2 }
    const { operator, link } = done(
      await root.post<{ operator: { id: string; pending: boolean }; link: string }>(
        '/api/team/operators',
        asked,
      ),
    )
    assert.ok(operator.pending)
    assert.match(link, /^http:\/\/localhost:8787\/join#[\w-]{43}$/)
    const token = link.split('#')[1] ?? ''
    const cem = house.stranger()
    assert.equal(done(await cem.post('/api/join/look', { token })), { email: 'cem@example.org' })
    assert.is((await cem.post('/api/join', { token, name: 'Cem', password: 'short' })).code, 'invalid-input')
    assert.is((await cem.post('/api/join', { token, name: ' ', password })).code, 'invalid-input')
    assert.equal(
      [
        done(await cem.post<Me>('/api/join', { token, name: 'Cem', password })).name,
        (await house.types()).at(-1),
      ],
      ['Cem', 'team.changed'],
    )
    done(await cem.get('/api/inbox'))
    // Used once.
    assert.equal(
      [
        (await house.stranger().post('/api/join/look', { token })).code,
        (await house.stranger().post('/api/join', { token, name: 'X', password })).code,
      ],
      ['link-expired', 'link-expired'],
    )
    done(await signIn(house.stranger(), 'cem@example.org', password))
    assert.not.ok((await house.dump()).includes(token))
  }))

test('a join link dies after a week, with a newer one, and with its operator; a new password ends old sessions', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const ayse = await house.operator('Ayse')
    const renew = async () => {
      const { link } = done(await root.post<{ link: string }>(`/api/team/operators/${ayse.id}/invite`))
      return link.split('#')[1] ?? ''
    }
    const look = (token: string) => house.stranger().post('/api/join/look', { token })
    const [first, second] = [await renew(), await renew()]
    assert.is((await look(first)).status, 410)
    done(await look(second))
    done(await ayse.get('/api/inbox'))
    done(await house.stranger().post('/api/join', { token: second, name: 'Ayse', password }))
    assert.is((await ayse.get('/api/inbox')).status, 401)
    const third = await renew()
    house.pass(7 * 24 * 3_600_000)
    assert.is((await look(third)).status, 410)
    const fourth = await renew()
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { disabled: true }))
    assert.is((await look(fourth)).status, 410)
    assert.is((await root.post(`/api/team/operators/${ayse.id}/invite`)).status, 404)
    for (const token of ['', 'x', "' OR 1=1 --"]) assert.is((await look(token)).status, 410, token)
  }))

test('two who join with one link at the same moment: one of them is in', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const { link } = done(
      await root.post<{ link: string }>('/api/team/operators', {
        email: 'cem@example.org',
        role: 'operator',
      }),
    )
    const token = link.split('#')[1]
    const joins = ['One', 'Two'].map((name) => house.stranger().post('/api/join', { token, name, password }))
    assert.equal((await Promise.all(joins)).map(({ status }) => status).sort(), [200, 410])
    assert.is(done(await root.get<Team>('/api/team')).operators.length, 2)
  }))

test.run()
