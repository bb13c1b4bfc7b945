// Draws the app's icons for phones and desktops from pwa/public/icon.svg. What comes out is kept in git: a build needs
// no browser for it.
import './node-version.mjs'
import { readFile } from 'node:fs/promises'
import { chdir } from 'node:process'

const { root } = await import('./run-command.mjs')
chdir(root)
const { chromium } = await import('playwright-core')
const { chromium: findChromium } = await import('./chromium.mjs')

const mark = await readFile('pwa/public/icon.svg', 'utf8')
const shapes = mark.match(/<path[^>]*>/g).join('')
const ground = mark.match(/<rect[^>]*fill="(#\w+)"/)[1]
const plus = '<path d="M32 18v28M18 32h28" stroke="#fff" stroke-width="6" stroke-linecap="round"/>'
const box =
  '<path d="M18 22h28v6H18zM21 28v18h22V28M28 34h8" stroke="#fff" stroke-width="4" stroke-linejoin="round" fill="none"/>'

const svg = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${inside}</svg>`
// A mask may cut everything outside of a circle of 80 %: the mark lies inside of it, and the ground goes to the edges.
const full = (inside) => svg(`<rect width="64" height="64" fill="${ground}"/>${inside}`)
const rounded = (inside) => svg(`<rect width="64" height="64" rx="16" fill="${ground}"/>${inside}`)

const icons = [
  ['icon-192.png', 192, mark],
  ['icon-512.png', 512, mark],
  ['icon-maskable-192.png', 192, full(shapes)],
  ['icon-maskable-512.png', 512, full(shapes)],
  ['apple-touch-icon.png', 180, full(shapes)],
  // Android shows its outline alone, in its own colour.
  ['badge.png', 96, svg(shapes.replaceAll(/fill="#\w+"/g, 'fill="#fff"'))],
  ['shortcut-new-link.png', 96, rounded(plus)],
  ['shortcut-archive.png', 96, rounded(box)],
]

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const [name, size, picture] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${picture}`,
  )
  await page.screenshot({ path: `pwa/public/${name}`, omitBackground: true })
  await page.close()
}
await browser.close()
