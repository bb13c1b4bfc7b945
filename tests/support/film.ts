import type { Page } from 'playwright-core'

/** A short film of a moving square, recorded by the browser itself: a real WebM without a codec of our own. */
export async function recordFilm(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(recording)
  return Buffer.from(base64 as string, 'base64')
}

// As text: what is compiled here would refer to names that the page does not have.
const recording = `(async () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 })
  const pen = canvas.getContext('2d')
  let step = 0
  const drawing = setInterval(() => {
    pen.fillStyle = '#246'
    pen.fillRect(0, 0, 160, 120)
    pen.fillStyle = '#fc3'
    pen.fillRect(step++ * 4 % 140, 50, 20, 20)
  }, 40)
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' })
  const parts = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.start()
  await new Promise((done) => setTimeout(done, 2000))
  await new Promise((done) => { recorder.onstop = done; recorder.stop() })
  clearInterval(drawing)
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
})()`
