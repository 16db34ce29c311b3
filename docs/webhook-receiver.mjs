// A receiver of Samur's webhooks, with nothing but Node: SECRET=whsec_… node webhook-receiver.mjs 9000
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const key = Buffer.from((process.env.SECRET ?? '').replace(/^whsec_/, ''), 'base64');
const seen = new Set();

/** Undefined for whoever does not hold the secret, and for what was sent long ago. */
function verified(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures = '' } = headers;
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return undefined;
  const expected = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest();
  const good = signatures.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return good ? { id, ...JSON.parse(body) } : undefined;
}

createServer(async (request, response) => {
  const event = verified(request.headers, Buffer.concat(await request.toArray()).toString('utf8'));
  if (event === undefined) return response.writeHead(401).end();
  // The answer first, the work later: after ten seconds it would be sent again.
  response.writeHead(204).end();
  if (seen.has(event.id)) return;
  seen.add(event.id);
  console.log(event.type, event.data);
}).listen(Number(process.argv[2] ?? 9000), '127.0.0.1');
