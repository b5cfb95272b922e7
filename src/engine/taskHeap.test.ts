/** The heap gives tasks back in the order of their ends, whatever is taken out in between. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addRow, NONE } from './state/table.ts';
import { createTasks } from './state/tasks.ts';
import { addTask, removeTask } from './taskHeap.ts';

it('behaves as a sorted list does', () => {
  const steps = fc.array(
    fc.oneof(
      fc.nat(9).map((at) => ({ at })),
      fc.nat(30).map((take) => ({ take })),
    ),
    {
      maxLength: 60,
      size: 'max',
    },
  );
  fc.assert(
    fc.property(steps, (all) => {
      const tasks = createTasks(64);
      let list: number[] = [];
      let root: number = NONE;
      for (const step of all) {
        if ('at' in step) {
          const t = addRow(tasks);
          tasks.doneAt[t] = step.at;
          root = addTask(tasks, root, t);
          list.push(t);
        } else if (list.length > 0) {
          const t = list[step.take % list.length];
          root = removeTask(tasks, root, t);
          list = list.filter((other) => other !== t);
        }
        const first = Math.min(...list.map((t) => tasks.doneAt[t]));
        expect(root === NONE ? Number.POSITIVE_INFINITY : tasks.doneAt[root]).toBe(first);
      }
      const order: number[] = [];
      for (; root !== NONE; root = removeTask(tasks, root, root)) order.push(tasks.doneAt[root]);
      expect(order).toEqual(list.map((t) => tasks.doneAt[t]).sort((a, b) => a - b));
    }),
    { seed: 5, numRuns: 300 },
  );
});
