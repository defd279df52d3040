/** A delegated Graph permission as the consent page words it. */
export interface TenantPermission {
  scope: string;
  title: string;
  detail: string;
  /**
   * Who may consent: anybody for themselves; anybody unless the organisation goes by Microsoft's managed policy, which
   * leaves these out (Microsoft, "Manage app consent policies", as of January 2026); or always an administrator.
   */
  consent: 'person' | 'excluded' | 'administrator';
}

const by =
  (consent: TenantPermission['consent']) =>
  (scope: string, title: string, detail: string): TenantPermission => ({ scope, title, detail, consent });
const person = by('person');
const excluded = by('excluded');
const administrator = by('administrator');

/** The OpenID Connect scopes, in words. `openid` and `profile` are one line, as on Microsoft's page. */
export const oidcPermissions: readonly TenantPermission[] = [
  person('openid', 'Know who you are', 'The app learns your name and which account you use.'),
  person('profile', 'Know who you are', 'The app learns your name and which account you use.'),
  person('email', 'See your email address', 'The app learns your main email address.'),
  person(
    'offline_access',
    'Keep the access you give it',
    'The app may go on using these permissions while you are not using it.',
  ),
];

/** Every Graph permission that the tenant has heard of; any other name is an unknown scope. */
export const graphPermissions: readonly TenantPermission[] = [
  person(
    'User.Read',
    'Sign you in and read your profile',
    'Your name, job title, photo and contact details.',
  ),
  excluded(
    'Mail.ReadBasic',
    'See your message list',
    'Subjects, senders and dates, without what messages say.',
  ),
  excluded('Mail.Read', 'Read your mail', 'Everything in your mailbox, without changing it.'),
  excluded('Mail.ReadWrite', 'Read and change your mail', 'Mark, move, draft and delete messages.'),
  person('Mail.Send', 'Send mail as you', 'Messages go out under your name.'),
  excluded('Mail.ReadBasic.Shared', 'See message lists shared with you', 'Without what messages say.'),
  excluded('Mail.Read.Shared', 'Read mail shared with you', 'Your own and shared mailboxes.'),
  excluded('Mail.ReadWrite.Shared', 'Change mail shared with you', 'Your own and shared mailboxes.'),
  excluded('Mail.Send.Shared', 'Send mail for others', 'From mailboxes that are shared with you.'),
  excluded('MailboxItem.Read', 'Read the items of your mailbox', 'Everything that is kept in it.'),
  excluded('MailboxFolder.Read', 'Read the folders of your mailbox', 'Their names and counts.'),
  excluded(
    'MailboxFolder.ReadWrite',
    'Change the folders of your mailbox',
    'Create, rename and delete them.',
  ),
  excluded(
    'MailboxSettings.Read',
    'Read your mailbox settings',
    'Time zone, working hours, automatic replies.',
  ),
  excluded(
    'MailboxSettings.ReadWrite',
    'Change your mailbox settings',
    'Time zone, hours, automatic replies.',
  ),
  excluded('Calendars.ReadBasic', 'See when you are busy', 'Times, places and titles of your events.'),
  excluded('Calendars.Read', 'Read your calendars', 'All details of your events, without changing them.'),
  excluded(
    'Calendars.ReadWrite',
    'Read and change your calendars',
    'Create, answer, move and delete events.',
  ),
  excluded('Calendars.Read.Shared', 'Read calendars shared with you', 'Your own and shared calendars.'),
  excluded(
    'Calendars.ReadWrite.Shared',
    'Change calendars shared with you',
    'Your own and shared calendars.',
  ),
  excluded('Tasks.Read', 'Read your tasks', 'Your lists and tasks, without changing them.'),
  excluded('Tasks.ReadWrite', 'Read and change your tasks', 'Create, complete and delete tasks.'),
  excluded('Tasks.Read.Shared', 'Read tasks shared with you', 'Your own and shared lists.'),
  person('Files.Read', 'Read your files', 'The files in your OneDrive, without changing them.'),
  person(
    'Files.ReadWrite',
    'Read and change your files',
    'Create, change and delete files in your OneDrive.',
  ),
  excluded('Files.Read.All', 'Read all files that you can open', 'Yours and those shared with you.'),
  excluded('Files.ReadWrite.All', 'Change all files that you can open', 'Yours and those shared with you.'),
  excluded('Sites.Read.All', 'Read the sites that you can open', 'Lists and documents in SharePoint.'),
  excluded('Sites.ReadWrite.All', 'Change the sites that you can open', 'Lists and documents in SharePoint.'),
  excluded('People.Read', 'See the people you work with', 'A list of people relevant to you.'),
  person('Contacts.Read', 'Read your contacts', 'The address book in your mailbox.'),
  excluded('Contacts.ReadWrite', 'Read and change your contacts', 'The address book in your mailbox.'),
  excluded('Contacts.Read.Shared', 'Read contacts shared with you', 'Your own and shared address books.'),
  excluded(
    'Contacts.ReadWrite.Shared',
    'Change contacts shared with you',
    'Your own and shared address books.',
  ),
  person('Presence.Read', 'See whether you are available', 'Your own presence in Teams.'),
  person('Presence.ReadWrite', 'See and set whether you are available', 'Your own presence in Teams.'),
  person('Presence.Read.All', 'See who is available', 'The presence of everybody in your organisation.'),
  person(
    'User.ReadBasic.All',
    'Look people up',
    'Names, addresses and photos of people in your organisation.',
  ),
  person('Notes.Read', 'Read your notebooks', 'Your OneNote pages, without changing them.'),
  person('Chat.ReadBasic', 'See your list of chats', 'Who you chat with in Teams, without what is said.'),
  excluded('Chat.Read', 'Read your chats', 'Everything that is said in your chats in Teams.'),
  excluded('Chat.ReadWrite', 'Read and write in your chats', 'Messages go out under your name.'),
  excluded('OnlineMeetings.Read', 'See your online meetings', 'Their times, links and participants.'),
  excluded('OnlineMeetings.ReadWrite', 'See and set up online meetings', 'Create, change and delete them.'),
  person('Team.ReadBasic.All', 'See your teams', 'Names and descriptions of teams you are in.'),
  administrator(
    'User.Read.All',
    'Read everybody’s full profile',
    'All profiles in your organisation, with managers and reports.',
  ),
];
