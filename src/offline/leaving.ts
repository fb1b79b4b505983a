/** In place of the service worker where pages change all the time: deletes what one has stored, and goes. */
import { scope } from './scope.ts'
import { Shelf } from './shelf.ts'

scope.addEventListener('install', () => void scope.skipWaiting())
scope.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave(): Promise<void> {
  const { registration, clients } = scope
  await new Shelf(registration.scope).deleteAll()
  await registration.unregister()
  for (const window of await clients.matchAll({ type: 'window' })) {
    await window.navigate(window.url)
  }
}
