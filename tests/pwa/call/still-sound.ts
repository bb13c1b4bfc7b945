// happy-dom has no sound: this one makes none either, and remembers what it was asked for.

export interface StillSound {
  contexts: StillContext[]
  /** What a context that is asked for a loudspeaker answers; without it there is nothing to ask. */
  sinks: ((id: string) => Promise<void>) | null
}

class StillNode {
  readonly context: StillContext
  readonly gain = { value: 0 }
  readonly loop: boolean
  isStarted = false
  constructor(context: StillContext, { gain = 0, loop = false }: { gain?: number; loop?: boolean } = {}) {
    this.context = context
    this.gain.value = gain
    this.loop = loop
    context.nodes.push(this)
  }
  connect = (other: unknown) => other
  disconnect() {}
  start() {
    this.isStarted = true
  }
}

class StillContext {
  state = 'suspended'
  sampleRate = 8_000
  destination = {}
  nodes: StillNode[] = []
  sink = ''
  setSinkId?: (id: string) => Promise<void>
  constructor() {
    sound.contexts.push(this)
    const { sinks } = sound
    if (sinks) {
      this.setSinkId = async (id) => {
        await sinks(id)
        this.sink = id
      }
    }
  }
  async resume() {
    this.state = 'running'
  }
  async close() {
    this.state = 'closed'
  }
}

const sound: StillSound = { contexts: [], sinks: null }

export function installStillSound(): StillSound {
  Object.assign(globalThis, {
    AudioContext: StillContext,
    GainNode: StillNode,
    AudioBufferSourceNode: StillNode,
    AudioBuffer: class {
      readonly samples: Float32Array
      constructor({ length }: { length: number }) {
        this.samples = new Float32Array(length)
      }
      getChannelData = () => this.samples
    },
  })
  return sound
}
