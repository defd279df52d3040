import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entraHost, graphHost, startTenant, type Tenant } from '../../../demo/tenant/index.ts';
import { clientId, redirectUri, start } from './app.ts';
import { send } from './https-client.ts';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());

describe('The server', () => {
  it.each(['0.0.0.0', '::', '::1', 'localhost', '192.0.2.7'])('refuses to listen on %s', async (host) => {
    await expect(startTenant({ clientId, redirectUris: [redirectUri], host })).rejects.toThrow(
      /127\.0\.0\.1 only/,
    );
  });

  it.each(['evil.example', '127.0.0.1', 'localhost', 'login.microsoftonline.com.evil.example', ''])(
    'refuses a request for the host "%s"',
    async (host) => {
      const answer = await send(tenant.port, `https://${entraHost}/common/discovery/v2.0/keys`, { host });
      expect([400, 421]).toContain(answer.status);
      expect(answer.text).not.toContain('kty');
    },
  );

  it('closes no connection for being idle, on which a request may be on its way', async () => {
    const answer = await send(tenant.port, `https://${entraHost}/common/discovery/v2.0/keys`);
    expect(answer.headers).toMatchObject({ connection: 'keep-alive' });
    expect(answer.headers).not.toHaveProperty('keep-alive');
  });

  it('fails with a short message on a port that is taken', async () => {
    const options = { clientId, redirectUris: [redirectUri], port: tenant.port };
    await expect(startTenant(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('has a certificate for both Microsoft hosts and the machine itself', async () => {
    const names = await new Promise<string>((resolve, reject) => {
      const socket = connect({
        host: '127.0.0.1',
        port: tenant.port,
        servername: entraHost,
        rejectUnauthorized: false,
      });
      socket.once('error', reject);
      socket.once('secureConnect', () => {
        resolve(socket.getPeerCertificate().subjectaltname ?? '');
        socket.destroy();
      });
    });
    for (const name of [`DNS:${entraHost}`, `DNS:${graphHost}`, 'DNS:localhost', 'IP Address:127.0.0.1']) {
      expect(names).toContain(name);
    }
  });

  it('uses fresh keys in every run', async () => {
    const other = await start();
    const keys = await Promise.all(
      [tenant, other].map(
        async ({ port }) => (await send(port, `https://${entraHost}/common/discovery/v2.0/keys`)).text,
      ),
    );
    await other.stop();
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('closes every connection when it stops, and can be stopped again', async () => {
    const other = await start();
    const socket = connect({ host: '127.0.0.1', port: other.port, rejectUnauthorized: false });
    await new Promise((resolve) => socket.once('secureConnect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume().on('error', () => {
      // A reset is one way of being closed.
    });
    await Promise.all([other.stop(), closed]);
    await other.stop();
    await expect(send(other.port, `https://${entraHost}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
