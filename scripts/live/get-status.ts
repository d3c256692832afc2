import { request } from 'node:http';

/** The status of `GET /` over a UNIX socket. */
export function getStatus(socketPath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { connection: 'close' };
    const outgoing = request({ socketPath, path: '/', headers, timeout: 10_000 }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer at ${socketPath}`)));
    outgoing.on('error', reject);
    outgoing.end();
  });
}
