// Background Sync, which only some browsers have and TypeScript's library leaves out:
// https://wicg.github.io/background-sync/spec/#sync-event

interface SyncEvent extends ExtendableEvent {
  readonly tag: string
  readonly lastChance: boolean
}

interface ServiceWorkerGlobalScopeEventMap {
  sync: SyncEvent
}
