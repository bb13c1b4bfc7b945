import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Comeback, ComebackOptions, MakeComeback } from '../../../pwa/call/comeback.ts'
import { comebackLater } from '../../../pwa/call/comeback-later.ts'
import type { MediaLink } from '../../../pwa/call/media-link.ts'

const link = { id: 'line' } as MediaLink
const turn = () => new Promise((resolve) => setTimeout(resolve))

function begin({ isWanting = false } = {}) {
  const done: string[] = []
  const note = (what: string) => () => void done.push(what)
  const made: Comeback = {
    follow: ({ id }) => void done.push(`follow ${id}`),
    begin: note('begin'),
    look: note('look'),
    hurry: note('hurry'),
    listen: note('listen'),
    isAway: () => true,
    isAgreeing: () => false,
    stop: note('stop'),
  }
  const pursuit = { isWanting: () => isWanting, isLive: () => true, happened: note('happened') }
  const makeComeback: MakeComeback = () => made
  let fetched = 0
  const comeback = comebackLater(async () => {
    fetched += 1
    return { makeComeback }
  })({ pursuit, link: () => link } as unknown as ComebackOptions)
  return { comeback, done, fetched: () => fetched }
}

test('a connection that never breaks fetches nothing', async () => {
  const { comeback, done, fetched } = begin()
  comeback.follow(link)
  assert.not(comeback.isAway())
  comeback.stop()
  await turn()
  assert.is(fetched(), 0)
  assert.equal(done, [])
})

test('what is wanted first is done once the code is here, for the connection that there is', async () => {
  const { comeback, done } = begin()
  comeback.begin()
  await turn()
  assert.equal(done, ['follow line', 'begin'])
  comeback.look()
  assert.equal(done, ['follow line', 'begin', 'look'])
  assert.ok(comeback.isAway())
})

test('whoever dials goes on at once when the network changes, and asks the other side when it can', async () => {
  const { comeback, done } = begin({ isWanting: true })
  comeback.hurry()
  assert.equal(done, ['happened'])
  await turn()
  assert.equal(done, ['happened', 'follow line', 'look'])
})

test('what was wanted of a call that is over is not done any more', async () => {
  const { comeback, done } = begin()
  comeback.begin()
  comeback.stop()
  await turn()
  assert.equal(done, [])
})

test.run()
