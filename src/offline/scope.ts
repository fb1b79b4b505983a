/** The global scope of a service worker, as far as it is used: the project's types are a page's. */

export interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  readonly clientId: string
  /** Of the window that a navigation makes. */
  readonly resultingClientId: string
  respondWith(response: Promise<Response>): void
}

export interface WordEvent extends ExtendableEvent {
  readonly data: unknown
  readonly source: Client | null
  readonly ports: readonly MessagePort[]
}

interface Client {
  readonly id: string
  readonly url: string
  navigate(url: string): Promise<unknown>
}

interface Events {
  install: ExtendableEvent
  activate: ExtendableEvent
  fetch: FetchEvent
  message: WordEvent
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    /** Waits for one that is on its way. */
    get(id: string): Promise<Client | undefined>
    matchAll(options: { type: 'window' }): Promise<readonly Client[]>
    claim(): Promise<void>
  }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof Events>(
    name: Name,
    hear: (event: Events[Name]) => void,
  ): void
}

export const scope = globalThis as unknown as WorkerScope
