import { useEffect, useState } from 'preact/hooks';
import { readFrontPage } from '../../src/front-page.ts';
import { type AddTask, taskOfPage } from '../../src/page-task.ts';

/**
 * The task of reading the page in front; undefined until that is known, null where it is no page of the web, or one
 * that the browser does not tell us.
 */
export function useFrontPage(): AddTask | null | undefined {
  const [task, setTask] = useState<AddTask | null | undefined>(undefined);
  useEffect(() => {
    readFrontPage().then(
      (page) => setTask(taskOfPage(page)),
      () => setTask(null),
    );
  }, []);
  return task;
}
