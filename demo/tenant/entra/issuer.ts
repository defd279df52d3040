import { entraHost } from '../hosts.ts';

/** The issuer of version 2.0 tokens of one tenant. */
export const issuerOf = (tid: string): string => `https://${entraHost}/${tid}/v2.0`;
