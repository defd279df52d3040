import type { Machine } from '../../../demo/browser/machine.ts';

interface Description extends Partial<Omit<Machine, 'isExecutable' | 'realPath' | 'readStart'>> {
  /** Programs by path, each with what it starts with. */
  programs?: Record<string, string>;
  /** Links, from where to where. */
  links?: Record<string, string>;
  /** Other files, by path. */
  files?: Record<string, string>;
}

/** A machine that has the programs it is told of; they may be added to while it runs. */
export function fakeMachine({ programs = {}, links = {}, files = {}, ...rest }: Description = {}): Machine {
  const realPath = (path: string) => links[path] ?? path;
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    home: '/home/megan',
    isRoot: false,
    isExecutable: (path) => realPath(path) in programs,
    realPath,
    readStart: (path) => programs[path] ?? files[path] ?? '',
    ...rest,
  };
}

/** What a compiled program starts with. */
export const compiled = '\u007fELF';
