import type { Faults } from './faults.ts';

/**
 * The OpenID Foundation's tests for relying parties (conformance suite, `openid/client`), each as the faults that turn
 * the tenant into that test's provider. The two of key rotation also need `TenantControl.rotateKeys`.
 */
export const conformanceFaults = {
  'oidcc-client-test': {},
  'oidcc-client-test-nonce-invalid': { idToken: 'wrong-nonce' },
  'oidcc-client-test-invalid-iss': { idToken: 'wrong-iss' },
  'oidcc-client-test-missing-sub': { idToken: 'missing-sub' },
  'oidcc-client-test-invalid-aud': { idToken: 'wrong-aud' },
  'oidcc-client-test-missing-aud': { idToken: 'missing-aud' },
  'oidcc-client-test-missing-iat': { idToken: 'missing-iat' },
  'oidcc-client-test-kid-absent-single-jwks': { idToken: 'missing-kid' },
  'oidcc-client-test-kid-absent-multiple-jwks': { idToken: 'missing-kid', discovery: 'several-keys' },
  'oidcc-client-test-idtoken-sig-rs256': {},
  'oidcc-client-test-idtoken-sig-none': { idToken: 'alg-none' },
  'oidcc-client-test-invalid-sig-rs256': { idToken: 'wrong-signature' },
  'oidcc-client-test-invalid-sig-hs256': { idToken: 'alg-hs256' },
  'oidcc-client-test-invalid-sig-es256': { idToken: 'alg-es256' },
  'oidcc-client-test-discovery-issuer-mismatch': { discovery: 'issuer-mismatch' },
  'oidcc-client-test-signing-key-rotation': {},
  'oidcc-client-test-signing-key-rotation-just-before-signing': {},
  'oidcc-client-test-refresh-token': {},
  'oidcc-client-test-refresh-token-invalid-issuer': { idToken: 'wrong-iss', idTokenOn: 'refresh' },
  'oidcc-client-test-refresh-token-invalid-sub': { idToken: 'wrong-sub', idTokenOn: 'refresh' },
  'oidcc-client-test-rp-init-logout': {},
  'oidcc-client-test-rp-init-logout-no-state': { logoutState: 'missing' },
  'oidcc-client-test-rp-init-logout-other-state': { logoutState: 'wrong' },
} as const satisfies Record<string, Partial<Faults>>;

export type ConformanceTest = keyof typeof conformanceFaults;
