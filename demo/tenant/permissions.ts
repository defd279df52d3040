/** A delegated Graph permission as the consent page words it. */
export interface TenantPermission {
  scope: string;
  title: string;
  detail: string;
  /** Microsoft's permissions reference says for each who may consent; a few always need an administrator. */
  consent: 'user' | 'admin';
}

const user = (scope: string, title: string, detail: string): TenantPermission => ({
  scope,
  title,
  detail,
  consent: 'user',
});

/** The OpenID Connect scopes, in words. `openid` and `profile` are one line, as on Microsoft's page. */
export const oidcPermissions: readonly TenantPermission[] = [
  user('openid', 'Know who you are', 'The app learns your name and which account you use.'),
  user('profile', 'Know who you are', 'The app learns your name and which account you use.'),
  user('email', 'See your email address', 'The app learns your main email address.'),
  user(
    'offline_access',
    'Keep the access you give it',
    'The app may go on using these permissions while you are not using it.',
  ),
];

/** Every Graph permission that the tenant has heard of; any other name is an unknown scope. */
export const graphPermissions: readonly TenantPermission[] = [
  user('User.Read', 'Sign you in and read your profile', 'Your name, job title, photo and contact details.'),
  user('Mail.ReadBasic', 'See your message list', 'Subjects, senders and dates, without what messages say.'),
  user('Mail.Read', 'Read your mail', 'Everything in your mailbox, without changing it.'),
  user('Mail.ReadWrite', 'Read and change your mail', 'Mark, move, draft and delete messages.'),
  user('Mail.Send', 'Send mail as you', 'Messages go out under your name.'),
  user('Calendars.ReadBasic', 'See when you are busy', 'Times, places and titles of your events.'),
  user('Calendars.Read', 'Read your calendars', 'All details of your events, without changing them.'),
  user('Calendars.ReadWrite', 'Read and change your calendars', 'Create, answer, move and delete events.'),
  user('Tasks.Read', 'Read your tasks', 'Your lists and tasks, without changing them.'),
  user('Tasks.ReadWrite', 'Read and change your tasks', 'Create, complete and delete tasks.'),
  user('Files.Read', 'Read your files', 'The files in your OneDrive, without changing them.'),
  user('Files.ReadWrite', 'Read and change your files', 'Create, change and delete files in your OneDrive.'),
  user('People.Read', 'See the people you work with', 'A list of people relevant to you.'),
  user('Contacts.Read', 'Read your contacts', 'The address book in your mailbox.'),
  user('Presence.Read', 'See whether you are available', 'Your own presence in Teams.'),
  user('Presence.ReadWrite', 'See and set whether you are available', 'Your own presence in Teams.'),
  user('Presence.Read.All', 'See who is available', 'The presence of everybody in your organisation.'),
  user('User.ReadBasic.All', 'Look people up', 'Names, addresses and photos of people in your organisation.'),
  user('Notes.Read', 'Read your notebooks', 'Your OneNote pages, without changing them.'),
  user('Chat.ReadBasic', 'See your list of chats', 'Who you chat with in Teams, without what is said.'),
  user('Team.ReadBasic.All', 'See your teams', 'Names and descriptions of teams you are in.'),
  {
    scope: 'User.Read.All',
    title: 'Read everybody’s full profile',
    detail: 'All profiles in your organisation, with managers and reports.',
    consent: 'admin',
  },
];
