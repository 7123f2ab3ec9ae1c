import { connect } from 'node:net'

export type RawReply = { status: number; headers: Map<string, string>; body: string }

/**
 * Sends bytes to 127.0.0.1 exactly as given and reads until the other side closes. What a library's client would
 * mend (a missing Host, `..` in the path) arrives as written.
 */
export function sendRaw(port: number, text: string): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let received = ''
    const finish = () => {
      socket.destroy()
      resolve(parse(received))
    }
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      received += chunk
    })
    socket.on('end', finish)
    socket.on('error', (error) => (received ? finish() : reject(error)))
  })
}

/** A request as text: the given headers and nothing else, but its length and that it is the last one. */
export function requestText(line: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const length = body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
  const fields = Object.entries({ Connection: 'close', ...length, ...headers })
  return `${line} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

function parse(received: string): RawReply {
  const [head = '', ...rest] = received.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
    }),
  )
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}
