/** The Worker of `bench-webllm-usual.page.ts`, as the package's own examples have it. */
import { WebWorkerMLCEngineHandler } from '@mlc-ai/web-llm'

const handler = new WebWorkerMLCEngineHandler()
addEventListener('message', (event) => handler.onmessage(event))
