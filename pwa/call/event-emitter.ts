type Act = (...words: unknown[]) => void

/** What PeerJS takes of an emitter: scripts/build/lean-peerjs.ts puts it in the place of a larger one. */
export class EventEmitter {
  #acts = new Map<string, Act[]>()

  on(event: string, act: Act): this {
    this.#acts.set(event, [...(this.#acts.get(event) ?? []), act])
    return this
  }

  emit(event: string, ...words: unknown[]): boolean {
    const acts = this.#acts.get(event) ?? []
    for (const act of acts) act(...words)
    return acts.length > 0
  }

  removeAllListeners(): void {
    this.#acts.clear()
  }
}
