/** `mail-list` as `mailList`, `Mail.ReadBasic` as `mailReadBasic`. */
type Camel<Name extends string> = Uncapitalize<Joined<Name>>;

type Joined<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Joined<Rest>>}`
  : Name extends `${infer Head}.${infer Rest}`
    ? `${Head}${Joined<Rest>}`
    : Name;

/**
 * The name in `_locales` of a text about something that has a name of its own. Where there is no such text, what wants it
 * does not compile; and no bundle has to carry the names.
 */
export function wordAbout<Name extends string, Part extends string>(
  name: Name,
  part: Part,
): `${Camel<Name>}${Part}` {
  const joined = name.replace(/[-.]\w/g, ([, letter = '']) => letter.toUpperCase());
  // The compiler does not follow the replacement into the type, which says the same.
  return `${joined.charAt(0).toLowerCase()}${joined.slice(1)}${part}` as `${Camel<Name>}${Part}`;
}
