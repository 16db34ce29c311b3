/** Ends connections at shutdown: requests under way are answered first, the rest is cut. */
import type { App } from './route.ts';

const lookEveryMs = 20;
const patienceMs = 10_000;

/**
 * Node closes connections that it knows to be idle, once: one that is opened ahead and never used, or that becomes idle
 * a moment later, would hold the server until its keep-alive ends.
 */
export function closeGracefully(app: App): void {
  const { server } = app;
  let underWay = 0;
  server.on('request', (_request, response) => {
    underWay++;
    response.once('close', () => underWay--);
  });

  app.addHook('preClose', (done) => {
    if (server.listening) {
      let looks = patienceMs / lookEveryMs;
      const look = setInterval(() => {
        if (underWay === 0 || --looks <= 0) server.closeAllConnections();
      }, lookEveryMs);
      server.once('close', () => clearInterval(look));
    }
    done();
  });
}
