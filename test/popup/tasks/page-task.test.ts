import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EditShape } from '../../../src/edits.ts';
import { taskOfPage, toTitle } from '../../../src/page-task.ts';

const page = 'https://fernleigh.example/beds?season=spring#ferns';

describe('The task of a page', () => {
  it('has the title of the page, and its link', () => {
    const edit = taskOfPage({ url: page, title: ' Fern\n beds ' });
    expect(edit).toEqual({ kind: 'add-task', title: 'Fern beds', due: null, link: page });
    expect(v.is(EditShape, edit)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'about:blank',
    'chrome://settings/',
    'file:///home/mira/plan.txt',
    'javascript:alert(1)',
    'data:text/html,<h1>Hello</h1>',
    ' javascript:alert(1)//https://fernleigh.example/',
    'not an address',
  ])('is not offered for %s', (url) => {
    expect(taskOfPage({ url, title: 'Beds' })).toBeNull();
  });

  it('has the host as its title if the page has none', () => {
    expect(taskOfPage({ url: page })?.title).toBe('fernleigh.example');
    expect(taskOfPage({ url: page, title: '\u202E\u0000 ' })?.title).toBe('fernleigh.example');
  });

  it('removes a password from the link', () => {
    expect(taskOfPage({ url: 'https://mira:moss@fernleigh.example/' })?.link).toBe(
      'https://fernleigh.example/',
    );
  });

  it.each([
    ['#access_token=eyJ0&state=1', ''],
    ['#/callback?code=0.AX', ''],
    ['#ferns', '#ferns'],
    ['#/beds?row=3', '#/beds?row=3'],
  ])('removes a token from the link: of %s remains "%s"', (hash, left) => {
    expect(taskOfPage({ url: `https://fernleigh.example/${hash}` })?.link).toBe(
      `https://fernleigh.example/${left}`,
    );
  });

  it('is no longer than an edit permits, for any page', () => {
    const long = taskOfPage({
      url: `https://fernleigh.example/#${'a'.repeat(3000)}`,
      title: '🌿'.repeat(200),
    });
    expect(long?.link).toBe('https://fernleigh.example/');
    expect(long?.title).toBe('🌿'.repeat(127));
    const longer = taskOfPage({
      url: `https://fernleigh.example/${'a'.repeat(3000)}`,
      title: 'a'.repeat(10_000),
    });
    expect(longer?.link).toBeNull();
    expect(v.is(EditShape, long) && v.is(EditShape, longer)).toBe(true);
  });
});

describe('The title of a task', () => {
  it('has neither control characters nor marks that change the writing direction', () => {
    expect(toTitle('Beds\u0007 \u202Egpj.exe\u2066')).toBe('Beds gpj.exe');
  });
});
