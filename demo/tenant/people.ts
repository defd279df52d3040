import { paintPortrait } from './portrait.ts';

/** The tenant of every personal Microsoft account (Microsoft, "OpenID Connect on the identity platform"). */
export const personalTid = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** The made-up organisation of the local tenant. */
export const organisation = {
  name: 'Fernleigh Botanic Trust',
  domain: 'fernleigh.onmicrosoft.example',
  tid: 'bb3a4e87-240a-4fdc-bfe1-63a3d6c76b32',
};

/** Somebody who can sign in, with what Graph says about them. */
export interface Person {
  key: string;
  kind: 'member' | 'administrator' | 'personal';
  displayName: string;
  givenName: string;
  surname: string;
  userPrincipalName: string;
  password: string;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  mobilePhone: string | null;
  businessPhones: readonly string[];
  preferredLanguage: string | null;
  /** Object id within the home tenant; a personal account's begins with zeros. */
  oid: string;
  tid: string;
  /** PNG, 240 pixels square, or null for somebody who never set one. */
  photo: Uint8Array | null;
}

const unset = {
  department: null,
  officeLocation: null,
  mobilePhone: null,
  businessPhones: [],
  preferredLanguage: null,
};

/** Everybody the tenant knows: two members (one with a photo), an administrator and a personal account. */
export function createPeople(): readonly Person[] {
  const work = (name: string) => `${name}@${organisation.domain}`;
  return [
    {
      ...unset,
      key: 'mira',
      kind: 'member',
      displayName: 'Mira Halloran',
      givenName: 'Mira',
      surname: 'Halloran',
      userPrincipalName: work('mira.halloran'),
      password: 'moss-under-glass',
      jobTitle: 'Field Botanist',
      department: 'Living Collections',
      officeLocation: 'Glasshouse 3',
      businessPhones: ['+44 1632 960142'],
      preferredLanguage: 'en-GB',
      oid: '893659ef-f0a7-4c3b-a158-faf4c81b02cb',
      tid: organisation.tid,
      photo: paintPortrait(240),
    },
    {
      ...unset,
      key: 'tomas',
      kind: 'member',
      displayName: 'Tomáš Wren',
      givenName: 'Tomáš',
      surname: 'Wren',
      userPrincipalName: work('tomas.wren'),
      password: 'lichen-on-slate',
      jobTitle: null,
      oid: '09f052b5-790e-432b-92e4-9a295e229288',
      tid: organisation.tid,
      photo: null,
    },
    {
      ...unset,
      key: 'ingrid',
      kind: 'administrator',
      displayName: 'Ingrid Okafor',
      givenName: 'Ingrid',
      surname: 'Okafor',
      userPrincipalName: work('ingrid.okafor'),
      password: 'keys-of-the-orangery',
      jobTitle: 'IT Administrator',
      department: 'House and Gardens',
      officeLocation: 'Gatehouse',
      oid: 'dd2044a2-1660-4b8e-81f8-0147aa61b5d5',
      tid: organisation.tid,
      photo: null,
    },
    {
      ...unset,
      key: 'sam',
      kind: 'personal',
      displayName: 'Sam Pelling',
      givenName: 'Sam',
      surname: 'Pelling',
      userPrincipalName: 'sam.pelling@outlook.example',
      password: 'tide-at-evening',
      jobTitle: null,
      oid: '00000000-0000-0000-82e8-3b4d0331f561',
      tid: personalTid,
      photo: null,
    },
  ];
}
