import { program } from './debian.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']

let asked

/** @returns {Promise<string>} the path of a Chromium, installed from Debian if there was none */
export function chromium() {
  asked ??= find()
  return asked
}

async function find() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const { path, output } = await program(names, packages, 'Chromium for the journeys')
  if (path) return path
  throw new Error(
    `${output}\nThe journeys need Chromium and it could not be installed. Install it by hand, or set CHROMIUM to its path.`,
  )
}
