import { render } from 'solid-js/web'
import { listenForInstall } from '../platform/install-app.ts'
import { watchForNewVersion } from '../platform/new-version.ts'
import { noteFirstPaint, painted } from '../platform/painted.ts'
import { startWorker } from '../platform/worker.ts'
import { WordsProvider } from '../words/words.tsx'
import { createDevice } from './device/device.ts'
import { keepEarlyTaps } from './last-picture.ts'
import { beginLine } from './line-head-start.ts'
import { OperatorApp } from './operator-app.tsx'
import { operatorWords } from './operator-words.ts'
import { lastSeen } from './session.ts'

const place = document.getElementById('app') ?? document.body
// The worker may have put there what was seen last: that is seen first, whatever comes now.
const isPictured = place.hasAttribute('data-picture')
const playTaps = keepEarlyTaps()
beginLine()
watchForNewVersion()
listenForInstall()
const device = createDevice()
const [source, start] = await Promise.all([operatorWords(), lastSeen(device), isPictured && painted()])

place.replaceChildren()
place.removeAttribute('data-picture')
render(
  () => (
    <WordsProvider source={source}>
      <OperatorApp device={device} start={start} />
    </WordsProvider>
  ),
  place,
)
playTaps()
void noteFirstPaint().then(startWorker)
