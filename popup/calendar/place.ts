/** A place as one would name it: of an address on the web, which many meetings are held at, only whose it is. */
export function nameOfPlace(location: string): string {
  const isAddress = /^https?:\/\/\S+$/i.test(location) && URL.canParse(location);
  return isAddress ? new URL(location).host : location;
}
