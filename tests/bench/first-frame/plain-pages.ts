// Two pages that do nothing but call, for comparison: with a bare RTCPeerConnection, and with PeerJS as its
// documentation has it. Both have camera, microphone and signalling ready before the button is pressed.

import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { PeerServer } from 'peer'
import type { BrowserContext, Page } from 'playwright-core'
import { type WebSocket, WebSocketServer } from 'ws'
import { browserOf } from '../../support/browsers.ts'
import { until } from '../../support/until.ts'
import { type Contestant, type Course, readCourse, stopwatch, wish } from './contestant.ts'

const frame = (script: string) =>
  `<!doctype html><meta charset="utf-8"><title>Call</title><button id="go">Call</button>
  <video id="remote" autoplay playsinline muted></video><script type="module">${script}</script>`

const begin = `
const asked = new URLSearchParams(location.search)
const side = asked.get('side')
const remote = document.getElementById('remote')
const granted = navigator.mediaDevices.getUserMedia(${wish})
`

const bare = `${begin}
const socket = new WebSocket(location.origin.replace('http', 'ws'))
const isOpen = new Promise((resolve) => { socket.onopen = resolve })
const stream = await granted
const pc = new RTCPeerConnection()
const tell = (message) => socket.send(JSON.stringify(message))
pc.onicecandidate = ({ candidate }) => candidate && tell({ candidate })
pc.ontrack = ({ streams }) => { remote.srcObject = streams[0] }
for (const track of stream.getTracks()) pc.addTrack(track, stream)
const call = async () => {
  await pc.setLocalDescription()
  tell({ description: pc.localDescription })
}
document.getElementById('go').onclick = call
socket.onmessage = async ({ data }) => {
  const { description, candidate, calls } = JSON.parse(data)
  if (calls) return call()
  if (candidate) return pc.addIceCandidate(candidate)
  await pc.setRemoteDescription(description)
  if (description.type === 'answer') return
  await pc.setLocalDescription()
  tell({ description: pc.localDescription })
}
await isOpen
window.isReady = true
if (side === 'customer' && asked.has('calls')) tell({ calls: true })
`

const minimalPeerJs = `${begin}
const stream = await granted
const { port } = await (await fetch('/broker')).json()
const peer = new peerjs.Peer(side, { host: location.hostname, port, path: '/', config: { iceServers: [] } })
peer.on('open', () => { window.isReady = true })
peer.on('call', (call) => call.answer(stream))
document.getElementById('go').onclick = () => {
  peer.call('customer', stream).on('stream', (received) => { remote.srcObject = received })
}
`

export async function barePage(): Promise<Contestant> {
  const { origin, end } = await serveBarePage()
  return { name: 'bare RTCPeerConnection page', run: () => runAt(origin), end }
}

/** Also for those who look at it from elsewhere: with `&calls` it needs no button. */
export async function serveBarePage() {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(frame(bare)),
  )
  const relay = new WebSocketServer({ server })
  relay.on('connection', (socket) =>
    socket.on('message', (data) => {
      const others = [...relay.clients].filter((other: WebSocket) => other !== socket)
      for (const other of others) other.send(String(data))
    }),
  )
  const origin = await listen(server)
  return { origin, end: () => close(server) }
}

export async function peerJsPage(): Promise<Contestant> {
  const broker = await new Promise<Server>((ready) => PeerServer({ port: 0, host: '127.0.0.1' }, ready))
  const { port } = broker.address() as AddressInfo
  const library = await readFile('node_modules/peerjs/dist/peerjs.min.js', 'utf8')
  const page = frame(minimalPeerJs).replace('<script', `<script>${library}</script><script`)
  const server = createServer((request, response) => {
    if (request.url === '/broker') return response.end(JSON.stringify({ port }))
    response.setHeader('content-type', 'text/html').end(page)
  })
  const origin = await listen(server)
  const end = async () => {
    broker.close()
    await close(server)
  }
  return { name: 'minimal PeerJS page', run: () => runAt(origin), end }
}

async function runAt(origin: string): Promise<Course> {
  const contexts: BrowserContext[] = []
  const open = async (side: string): Promise<Page> => {
    const context = await (await browserOf('fake camera')).newContext()
    contexts.push(context)
    const page = await context.newPage()
    await page.addInitScript(stopwatch('#remote'))
    await page.goto(`${origin}/?side=${side}`)
    await until(page, 'window.isReady === true')
    return page
  }
  const operator = await open('operator')
  const customer = await open('customer')
  await operator.getByRole('button', { name: 'Call' }).click()
  const course = await readCourse(operator, customer)
  await Promise.all(contexts.map((context) => context.close()))
  return course
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function close(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
}
