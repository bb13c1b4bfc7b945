// time-out: 120 s
// The operator's app as it lives on a device: with its service worker, also where nothing can be reached.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { until } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'with the server gone the app opens, at its deepest address too, and the customer’s page is not made up',
  walkIn(startHouseProcess, async (people, house) => {
    const operator = await people.operator(people.administrator, { installed: true })
    await until(operator.page, 'navigator.serviceWorker.controller !== null')
    await house.kill()
    await operator.page.goto(`${house.publicUrl}/archive/anything`)
    await operator.page.getByRole('heading', { name: 'Visavis does not answer' }).waitFor()
    const failed = await operator.page.goto(`${house.publicUrl}/j#token`).catch((error) => String(error))
    assert.match(String(failed), /ERR_CONNECTION_REFUSED/)
  }),
)

test.run()
