import { AppError, type Reply } from '../../shared/contract/errors.ts'
import type { Input, OperationName, Output } from '../../shared/contract/index.ts'

/** What Electron's preload puts on the window; the browser host has none. */
type Bridge = { call: (name: string, input: unknown) => Promise<Reply<unknown>> }

declare global {
  interface Window {
    bridge?: Bridge
  }
}

/** Asks the main process. Throws the AppError it answers; nothing else in the screens knows which host this is. */
export async function call<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await (window.bridge ? window.bridge.call(name, input) : post(name, input))
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.fields)
  return reply.value as Output<Name>
}

async function post(name: string, input: unknown): Promise<Reply<unknown>> {
  let response: Response
  try {
    response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    })
  } catch {
    throw new AppError('host-unreachable')
  }
  if (response.status === 401) throw new AppError('session-refused')
  if (response.status === 413) throw new AppError('file-too-large')
  if (!response.ok) throw new AppError('unexpected')
  return (await response.json()) as Reply<unknown>
}

/** In the browser: exchanges the token of the start address for the session's cookie, once. */
export async function openSession(): Promise<void> {
  // A start address put into a page that is already open changes nothing but what is behind the #.
  window.addEventListener('hashchange', () => {
    if (window.location.hash.startsWith('#token=')) window.location.reload()
  })
  const token = window.location.hash.match(/^#token=([0-9a-f]+)$/)?.[1]
  if (!token) return
  window.history.replaceState(null, '', '/')
  await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(token),
  })
}
