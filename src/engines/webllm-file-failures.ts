/** How a file of a model does not come, in words for readers: which one, why, and what to do. */
import { EngineError, type Help } from './engine.ts'
import type { FileFailure } from './webllm-wire.ts'

const KEPT = 'What has come is kept: loading again goes on from there.'

/** @param model its name */
export function ofFile(model: string, file: FileFailure): EngineError {
  const { host, pathname } = new URL(file.url)
  const name = pathname.slice(pathname.lastIndexOf('/') + 1)
  const what = `${roleOf(name)} of ${model} (${name})`
  const { says, help = [] } = SENTENCES[file.why](host, what, file)
  return new EngineError(says, { help })
}

type Say = (
  host: string,
  what: string,
  file: FileFailure,
) => { says: string; help?: readonly Help[] }

const SENTENCES: Record<FileFailure['why'], Say> = {
  refused: (host, what, { status }) => ofStatus(host, what, status),
  unreachable: (host, what) => ({
    says: `${host} could not be reached: no answer came for ${what}. Check the connection, and whether something in between blocks that host. ${KEPT}`,
  }),
  page: (host, what) => ({
    says: `${host} sent an HTML page in place of ${what}: something in between may ask for a login. Open another site to see, then load again. ${KEPT}`,
  }),
  cut: (host, what, { loaded }) => ({
    says: `The connection to ${host} ended after ${megabytes(loaded)} of ${what}. Check the connection. ${KEPT}`,
  }),
  size: (host, what, { loaded }) => ({
    says: `${host} sent ${megabytes(loaded)} of ${what}, which is not the size that the model’s own list says; it was not stored. Load again, or delete what is stored of the model first.`,
    help: ['delete-model'],
  }),
}

function ofStatus(host: string, what: string, status: number): ReturnType<Say> {
  if (status === 404 || status === 410)
    return {
      says: `${host} has no ${what}: it answered ${status}. The model was moved or taken away. Choose another one.`,
      help: ['smaller-model'],
    }
  if (status === 401 || status === 403)
    return {
      says: `${host} does not give ${what} to everybody: it answered ${status}. Choose another model.`,
      help: ['smaller-model'],
    }
  return {
    says: `${host} answered ${status} in place of ${what}. It may be busy: wait a little. ${KEPT}`,
  }
}

function roleOf(name: string): string {
  if (name.endsWith('.wasm')) return 'code for the graphics card'
  if (name === 'tensor-cache.json') return 'list of weights'
  if (name.startsWith('tokenizer')) return 'tokenizer'
  if (name.endsWith('.json')) return 'settings'
  return 'part of the weights'
}

function megabytes(bytes: number): string {
  return bytes < 1e5 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`
}
