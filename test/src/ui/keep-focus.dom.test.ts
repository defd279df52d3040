import { beforeEach, describe, expect, it } from 'vitest';
import { focusMeanwhile, focusOn } from '../../../src/ui/keep-focus.ts';
import { settle } from '../../fakes/page/settle.ts';

let main: HTMLElement;

beforeEach(() => {
  main = document.createElement('main');
  document.body.append(main);
});

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`${id} is missing.`);
  return element;
};

/** Draws this in the place of what was there, as a component does that draws something else. */
const draw = (html: string, place: Element = main) =>
  settle(() => {
    place.innerHTML = html;
  });
const remove = (id: string) => settle(() => find(id).remove());
const focus = () => document.activeElement?.id || document.activeElement?.tagName;

describe('The focus of something that goes away', () => {
  it('goes on to the head of what has come in its place', async () => {
    await draw('<section id="list"><section><button id="b">Allow</button></section></section>');
    find('b').focus();
    await draw('<section><h2 id="next">Turned off</h2><button>Turn on</button></section>', find('list'));
    expect(focus()).toBe('next');
  });

  it('waits for that where it comes later, on the card or the panel around', async () => {
    await draw('<div id="panel" role="tabpanel"><div><button id="b">Again</button></div></div>');
    find('b').focus();
    await draw('', find('panel'));
    expect(focus()).toBe('panel');
    await draw('<div><h2 id="later">Messages</h2></div>', find('panel'));
    expect(focus()).toBe('later');
  });

  it('stops waiting once a key is pressed', async () => {
    await draw('<div id="panel" role="tabpanel"><div><button id="b">Again</button></div></div>');
    find('b').focus();
    await draw('', find('panel'));
    find('panel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    await draw('<div><h2 id="later">Messages</h2></div>', find('panel'));
    expect(focus()).toBe('panel');
  });

  it('does not come back from where the person has gone meanwhile', async () => {
    await draw(
      '<button id="other">Tab</button><div id="panel" role="tabpanel"><div><button id="b">x</button></div></div>',
    );
    find('b').focus();
    await draw('', find('panel'));
    find('other').focus();
    await draw('<div><h2 id="later">Messages</h2></div>', find('panel'));
    expect(focus()).toBe('other');
  });

  it('comes to a control of the same name that has been drawn in its place', async () => {
    await draw('<div><button id="old" class="refresh" aria-label="Refresh">x</button></div>');
    find('old').focus();
    await draw('<div><button id="new" class="refresh" aria-label="Refresh">x</button></div><h2>News</h2>');
    expect(focus()).toBe('new');
  });

  it.each([
    ['of another kind', '<a href="#x" class="refresh" aria-label="Refresh">x</a>'],
    ['that looks different', '<button class="other" aria-label="Refresh">x</button>'],
    ['that is not drawn', '<div hidden><button class="refresh" aria-label="Refresh">x</button></div>'],
  ])('does not come to a control of the same name %s', async (_, control) => {
    await draw('<div><button id="old" class="refresh" aria-label="Refresh">x</button></div>');
    find('old').focus();
    await draw(`<div><h2 id="head">News</h2>${control}</div>`);
    expect(focus()).toBe('head');
  });

  it('never comes to a button, which a key that is held down would press', async () => {
    await draw('<section id="card"><div><button id="b">One</button></div></section>');
    find('b').focus();
    await draw('<div><button>Another</button></div>', find('card'));
    expect(focus()).toBe('card');
  });

  it('comes to the heading of the card around it, where that has one', async () => {
    await draw(
      '<section><h2 id="title">Permission</h2><div id="actions"><button id="b">Pause</button></div></section>',
    );
    find('b').focus();
    await remove('b');
    expect(focus()).toBe('title');
  });

  it('comes to the panel itself rather than to its first heading', async () => {
    await draw(
      '<div id="panel" role="tabpanel"><h2>Groups</h2><div id="row"><button id="b">x</button></div></div>',
    );
    find('b').focus();
    await remove('b');
    expect(focus()).toBe('panel');
  });

  it('comes to what is left of the page where no card or panel is around it', async () => {
    main.id = 'main';
    await draw('<div><button id="b">x</button></div>');
    find('b').focus();
    await draw('');
    expect(focus()).toBe('main');
  });

  it('moves on if its element is hidden rather than removed', async () => {
    await draw(
      '<div id="one" role="tabpanel"><button id="b">x</button></div><div id="two" role="tabpanel" hidden></div>',
    );
    find('b').focus();
    await settle(() => {
      find('two').hidden = false;
      find('one').hidden = true;
    });
    expect(focus()).toBe('two');
  });
});

describe('The focus of something that stays', () => {
  it('stays where it is, whatever changes around it', async () => {
    await draw('<button id="b">x</button><div id="list"></div>');
    find('b').focus();
    await draw('<h2>New</h2>', find('list'));
    expect(focus()).toBe('b');
  });

  it('is left alone after a click beside it, even if the element goes away later', async () => {
    await draw('<section><h2>Card</h2><div id="list"><button id="b">x</button></div></section>');
    find('b').focus();
    await settle(() => find('b').blur());
    await draw('', find('list'));
    expect(focus()).toBe('BODY');
  });
});

describe('A request for the focus', () => {
  it('makes focusable what takes no focus by itself, and leaves the Tab key’s order as it is', () => {
    main.innerHTML = '<h2 id="h">Title</h2><button id="b">x</button>';
    focusOn(find('h'));
    expect([focus(), find('h').tabIndex]).toEqual(['h', -1]);
    focusOn(find('b'));
    expect([focus(), find('b').getAttribute('tabindex')]).toEqual(['b', null]);
  });

  it('meanwhile goes on at once where there is something to go on to', () => {
    main.innerHTML = '<h2 id="h">Title</h2><button id="b">x</button>';
    focusMeanwhile(find('b'), () => find('h'));
    expect(focus()).toBe('h');
  });

  it('meanwhile goes on with the first change of the page that brings it, and only once', async () => {
    main.innerHTML = '<button id="b">x</button><div id="place"></div>';
    focusMeanwhile(find('b'), () => document.querySelector<HTMLElement>('#place h2'));
    await draw('<p>Not yet</p>', find('place'));
    expect(focus()).toBe('b');
    await draw('<h2 id="h1">Said</h2>', find('place'));
    expect(focus()).toBe('h1');
    find('b').focus();
    await draw('<h2 id="h2">More</h2>', find('place'));
    expect(focus()).toBe('b');
  });
});
