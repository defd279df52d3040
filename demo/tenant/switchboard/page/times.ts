const format = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Hours, minutes and seconds, where the reader is. */
export const nameTime = (at: number): string => format.format(at);
