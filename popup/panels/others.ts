// What is loaded together, after the first frame or for it.
export { Calendar } from './calendar.tsx';
export { Files } from './files.tsx';
export { Mail } from './mail.tsx';
export { People } from './people.tsx';
export { Tasks } from './tasks.tsx';
export { You } from './you.tsx';
