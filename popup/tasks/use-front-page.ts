import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type AddTask, taskOfPage } from '../../src/page-task.ts';

/**
 * The task of reading the page over which the popup is; undefined until that is known, null where it is no page of the
 * web, or one that the browser does not tell us: `activeTab` covers the page on which the toolbar button was clicked.
 */
export function useFrontPage(): AddTask | null | undefined {
  const [task, setTask] = useState<AddTask | null | undefined>(undefined);
  useEffect(() => {
    browser.tabs.query({ active: true, currentWindow: true }).then(
      ([tab]) => setTask(taskOfPage(tab ?? {})),
      () => setTask(null),
    );
  }, []);
  return task;
}
