import { generate } from 'selfsigned';
import { entraHost, graphHost } from './hosts.ts';

const dayInMilliseconds = 86_400_000;

/** A fresh key and self-made certificate for the two Microsoft hosts, in PEM; kept in memory only. */
export async function createCertificate(): Promise<{ key: string; cert: string }> {
  const names = [entraHost, graphHost, 'localhost'];
  const pems = await generate([{ name: 'commonName', value: 'Lanyard local test tenant' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayInMilliseconds),
    notAfterDate: new Date(Date.now() + 30 * dayInMilliseconds),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  return { key: pems.private, cert: pems.cert };
}
