import { adminEmail, adminPassword } from '../support/house-place.ts'
import { callerOf, invite } from '../support/invite.ts'
import { type Audit, auditPage } from '../support/lighthouse.ts'
import { openHouse } from '../support/open-house.ts'
import { median } from './median.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)

/** What Lighthouse says of the customer's page as it opens on a telephone: points of 100, and its own simulated times. */
export async function lighthouseBench() {
  const house = await openHouse()
  try {
    const admin = callerOf(house)
    await admin.post('/api/session', { email: adminEmail, password: adminPassword })
    const audits: Audit[] = []
    for (let round = 0; round < rounds; round++) {
      const { link } = await invite(admin)
      audits.push(await auditPage(link, ['performance', 'accessibility', 'best-practices']))
    }
    const rows = [row('points', audits, 'scores'), row('ms', audits, 'timings')]
    return { name: 'Lighthouse, customer’s page', unit: `medians of ${rounds}`, rows }
  } finally {
    await house.end()
  }
}

function row(of: string, audits: readonly Audit[], part: 'scores' | 'timings') {
  const names = Object.keys(audits[0]?.[part] ?? {})
  const middle = names.map((name) => [name, median(audits.map((audit) => audit[part][name] ?? 0))])
  return { of, ...Object.fromEntries(middle) }
}
