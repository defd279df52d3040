import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { type AptContext, installWithApt } from './apt.ts';
import { thisMachine } from './machine.ts';
import { killGroup, reapWithUs } from './reaper.ts';

/** A place for windows. */
export interface Display {
  /** What DISPLAY should be for a browser; absent where the browser finds its own way. */
  display?: string;
  /** Ends the display if it was started here. Close the browsers on it first. */
  stop(): Promise<void>;
}

/**
 * A display to open windows on: the one there is, or on Linux a virtual one. It has no window manager, and needs
 * none: both browsers move the focus among their own windows.
 */
export async function ensureDisplay(context: AptContext): Promise<Display> {
  const { machine = thisMachine } = context;
  const { DISPLAY: display, WAYLAND_DISPLAY } = machine.env;
  if (display) return { display, stop: nothingToStop };
  if (machine.platform !== 'linux' || WAYLAND_DISPLAY) return { stop: nothingToStop };

  const path = '/usr/bin/Xvfb';
  if (!machine.isExecutable(path)) await installWithApt(['xvfb'], context);
  if (!machine.isExecutable(path)) {
    throw new Error('There is no display for a browser window: install Xvfb (package xvfb), or set DISPLAY.');
  }
  return startXvfb(path);
}

const nothingToStop = async () => {};

/** `-displayfd` lets the server choose a free number and tell it once it is ready, so two never collide. */
async function startXvfb(path: string): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn(path, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  await once(server, 'spawn');
  const { pid } = server;
  const pipe = server.stdio[3];
  if (pid === undefined || !(pipe instanceof Readable)) throw new Error('Xvfb has no process of ours.');

  const callOff = reapWithUs({ pid });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.ref();
      const exited = once(server, 'exit');
      killGroup(pid);
      await exited;
    }
    callOff();
  };
  const number = await readLine(pipe);
  if (!number) {
    await stop();
    throw new Error('Xvfb ended before it had a display to offer.');
  }
  // A display that goes on must not keep this process from ending; the reaper sees to it.
  server.unref();
  return { display: `:${number}`, stop };
}

/** The first line, or what there was of it when the stream ended. */
async function readLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}
