import { organisation, type Person } from '../people.ts';

/** Somebody or something that writes mail and calls meetings. */
export interface Correspondent {
  name: string;
  address: string;
  /** Signs with this; a machine signs nothing. */
  signature: string | null;
}

/** An address at the trust, made of a name: without marks, in Latin letters. */
export const addressFor = (name: string): string => {
  const mailbox = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[Łł]/g, 'l')
    .replaceAll(/[Øø]/g, 'o')
    .replaceAll('ı', 'i')
    .replaceAll(/['’]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  return `${mailbox}@${organisation.domain}`;
};

const colleague = (name: string): Correspondent => ({
  name,
  address: addressFor(name),
  signature: name.split(' ')[0] ?? name,
});
const machine = (name: string, mailbox: string): Correspondent => ({
  name,
  address: `${mailbox}@${organisation.domain}`,
  signature: null,
});
const outsider = (name: string, address: string, firm?: string): Correspondent => ({
  name,
  address,
  signature: firm === undefined ? name : `${name}\n${firm}`,
});
const sender = (name: string, address: string): Correspondent => ({ name, address, signature: null });

/** Everybody who turns up in a mailbox. None of them is real, and no address leads anywhere. */
export const cast = {
  // The people of the tenant, so that they know each other.
  mira: colleague('Mira Halloran'),
  tomas: colleague('Tomáš Wren'),
  ingrid: colleague('Ingrid Okafor'),
  odile: colleague('Odile Marchetti'),
  bram: colleague('Bram Ashgrove'),
  priya: colleague('Priya Raghunathan'),
  callum: colleague('Callum Teague'),
  nadia: colleague('Nadia Frost'),
  oswin: colleague('Oswin Baptiste'),
  hanneke: colleague('Hanneke Vries'),
  yusuf: colleague('Yusuf Demirci'),
  rosalind: colleague('Rosalind Achterberg'),

  climate: machine('Glasshouse Climate Monitor', 'climate'),
  catalogue: machine('Herbarium Catalogue', 'no-reply.herbarium'),
  helpdesk: machine('Fernleigh Helpdesk', 'helpdesk'),
  payroll: machine('Payroll', 'payroll'),
  rooms: machine('Room Bookings', 'rooms'),
  shop: machine('Garden Shop Stock', 'shop.stock'),

  gwen: outsider('Gwen Trelawney', 'gwen@trelawney-nurseries.example', 'Trelawney & Sons Nurseries'),
  anselm: outsider(
    'Anselm Kowalczyk',
    'a.kowalczyk@northmere.example',
    'Plant Sciences, University of Northmere',
  ),
  leigh: outsider(
    'Leigh Panesar',
    'leigh.panesar@fernborough.example',
    'Parks and Open Spaces, Fernborough Council',
  ),
  kestrel: outsider('Jo Kestrel', 'jo@studio-kestrel.example', 'Studio Kestrel, signs and print'),
  marsh: outsider('Aled Marsh', 'orders@marsh-daughters.example', 'Marsh & Daughters, peat-free composts'),
  dorothy: outsider('Dorothy Quayle', 'dorothy.quayle@postbox.example'),
  bulletin: sender('Botanic Gardens Bulletin', 'bulletin@gardens-network.example'),
  journal: sender('Annals of Cold Frames', 'editorial@coldframes.example'),

  // Only a personal account hears from these.
  aunt: outsider('Marguerite Pelling', 'marguerite.pelling@postbox.example'),
  rowan: outsider('Rowan Ito', 'rowan.ito@postbox.example'),
  choir: outsider('Bea Lindqvist', 'bea@tideside-choir.example', 'Tideside Choir'),
  landlord: sender('Harbour Lettings', 'office@harbour-lettings.example'),
  library: sender('Fernborough Libraries', 'no-reply@fernborough-libraries.example'),
  trains: sender('Coastline Trains', 'tickets@coastline-trains.example'),
  dentist: sender('Quay Street Dental', 'reminders@quaystreet-dental.example'),
  bakery: sender('The Second Rise', 'hello@second-rise.example'),
} as const satisfies Record<string, Correspondent>;

export type CastKey = keyof typeof cast;

/** Colleagues who may copy each other in, and answer for each other. */
export const colleagues: readonly CastKey[] = [
  'mira',
  'tomas',
  'ingrid',
  'odile',
  'bram',
  'priya',
  'callum',
  'nadia',
  'oswin',
  'hanneke',
  'yusuf',
  'rosalind',
];

/** The list that reaches the whole trust. */
export const allStaff: Correspondent = { ...machine('Fernleigh Staff', 'all-staff'), signature: null };

/** The mailbox's owner as a correspondent. */
export const asCorrespondent = (person: Person): Correspondent => ({
  name: person.displayName,
  address: person.userPrincipalName,
  signature: person.givenName,
});

/** A name and an address, as Graph writes both. */
export const asRecipient = ({ name, address }: Correspondent) => ({ emailAddress: { name, address } });
