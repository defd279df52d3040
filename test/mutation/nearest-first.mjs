import { BaseSequencer } from 'vitest/node';

// Vitest starts with the files that take longest. A mutant is killed soonest by the tests that are about it.

const ORDER = Symbol.for('lanyard.mutation.order');

/** @typedef {{ [ORDER]?: readonly string[] }} Shared Stryker's runner and Vitest's configuration share a process. */

/**
 * Has the next run begin with these test files, in this order; paths from the root.
 * @param {readonly string[]} files
 */
export function runFirst(files) {
  /** @type {Shared} */ (globalThis)[ORDER] = files;
}

export class NearestFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const order = /** @type {Shared} */ (globalThis)[ORDER] ?? [];
    /** @param {import('vitest/node').TestSpecification} file */
    const place = ({ moduleId }) => order.findIndex((path) => moduleId.endsWith(path));
    return [...files].sort((one, other) => place(one) - place(other));
  }
}
