import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The host of order desks, which differs from the shop's `localhost`. */
export const ORDER_DESK = '127.0.0.1'

/** A request that the desk received. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly type: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/**
 * How the desk answers. `hang` never answers; `lose` reads the order, then drops the connection.
 */
export type Manner =
  'confirm' | 'fault' | 'refuse' | 'redirect' | 'hang' | 'lose' | 'html' | 'no-cors' | 'say-no'

/** A real server that receives and records orders. */
export interface OrderDesk {
  readonly url: string
  manner: Manner
  /** All requests in order, except CORS preflights (OPTIONS). */
  readonly received: Received[]
  close: () => Promise<void>
}

const PAGE = '<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1></html>'

export async function openOrderDesk(): Promise<OrderDesk> {
  const received: Received[] = []
  const desk: { manner: Manner } = { manner: 'confirm' }
  const server = createServer((request, response) => {
    void take(request, response, { received, manner: desk.manner })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, ORDER_DESK, resolve)
  })
  const { port } = server.address() as AddressInfo
  return Object.assign(desk, {
    url: `http://${ORDER_DESK}:${port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  })
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { received, manner }: { received: Received[]; manner: Manner },
): Promise<void> {
  // If a reused connection breaks, Chromium sends the POST again, with the same idempotency key.
  // Tests count requests, so don't reuse connections.
  response.setHeader('Connection', 'close')
  if (manner !== 'no-cors') {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'content-type, idempotency-key')
  }
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  const body = await readBody(request)
  const path = request.url ?? ''
  if (path === '/favicon.ico') {
    response.writeHead(204).end()
    return
  }
  received.push({
    method: request.method ?? '',
    path,
    type: request.headers['content-type'] ?? '',
    headers: request.headers,
    body,
  })
  answer(response, manner)
}

function answer(response: ServerResponse, manner: Manner): void {
  const json = (status: number, data: unknown): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(data))
  }
  switch (manner) {
    case 'confirm':
    case 'no-cors':
      json(200, { ok: true, success: true })
      return
    case 'say-no':
      json(200, { success: false, message: 'Invalid access key' })
      return
    case 'fault':
      json(500, { error: 'no' })
      return
    case 'refuse':
      json(422, { errors: [{ message: 'no' }] })
      return
    case 'redirect':
      response.writeHead(302, { Location: '/thanks' }).end()
      return
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE)
      return
    case 'lose':
      response.destroy()
      return
    case 'hang':
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
