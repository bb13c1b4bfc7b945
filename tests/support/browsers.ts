import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core'

// The last list of these is the one that counts, so Playwright's are named again. Ours are the suggestions under an
// address bar that nobody sees: two pages of Chromium's own, which took more work than the page that was opened.
const without = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'LensOverlay', 'MediaRouter', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
]

// No talk with anybody outside, which Chromium would otherwise begin by itself.
const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${without}`,
]
const fakeDevices = '--use-fake-device-for-media-stream'
const grantsAtOnce = '--use-fake-ui-for-media-stream'

const kinds = {
  /** Moving test pictures and beeps, given to whoever asks. */
  'fake camera': [fakeDevices, grantsAtOnce],
  /** There is a camera, and the person says no. */
  'camera refused': [fakeDevices],
  /** A machine with neither camera nor microphone. */
  'no camera': [grantsAtOnce],
}
export type BrowserKind = keyof typeof kinds

const running = new Map<BrowserKind, Promise<Browser>>()

/** One real Chromium of each kind for a whole file; people get contexts of their own in it. */
export function browserOf(kind: BrowserKind): Promise<Browser> {
  const browser = running.get(kind) ?? launch(kind)
  running.set(kind, browser)
  return browser
}

export async function closeBrowsers(): Promise<void> {
  const browsers = await Promise.all(running.values())
  running.clear()
  await Promise.all(browsers.map((browser) => browser.close()))
}

/** A browser of one's own, which whoever launched it closes. */
export function launch(kind: BrowserKind, over: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    // Playwright's own switch for it would grant whatever the flags leave out.
    ignoreDefaultArgs: ['--mute-audio'],
    ...over,
    args: [...quiet, ...kinds[kind], ...(over.args ?? [])],
  })
}

/** A browser whose profile outlives it, as a person's does. Whoever opened it closes it. */
export function openProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: [...quiet, ...kinds['fake camera']],
    locale: 'en-GB',
    viewport: { width: 1_280, height: 800 },
  })
}

/**
 * A browser with a profile of its own on the disk, as a person has one: installed apps and notifications are not to be
 * had without. It goes when its context is closed.
 */
export async function launchProfile(
  kind: BrowserKind,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-profile-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ['--mute-audio'],
    ...options,
    args: [...quiet, ...kinds[kind]],
  })
  context.on('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return context
}

export const chromiumPath = () => process.env.CHROMIUM ?? '/usr/bin/chromium'
