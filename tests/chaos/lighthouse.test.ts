// time-out: 240 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { historyOf, invite } from '../support/invite.ts'
import { auditPage } from '../support/lighthouse.ts'
import { walk } from '../support/walk.ts'

test(
  'Lighthouse finds nothing against the customer’s page: accessibility 100, best practices 100',
  walk(async ({ admin }) => {
    const { link, conversationId } = await invite(admin)
    const { scores, found } = await auditPage(link, ['accessibility', 'best-practices'])
    assert.equal(scores, { accessibility: 100, 'best-practices': 100 }, found.join('\n'))
    const history = await historyOf(admin, conversationId)
    assert.ok(history.includes('link.opened'), `it saw the page that waits: ${history}`)
  }),
)

test.run()
