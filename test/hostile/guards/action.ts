import type { Guard } from './guard.ts';

export const ACTION_GUARDS: readonly Guard[] = [
  {
    against: 'forms that waited in the queue, and lift what was stopped since they were sent',
    file: 'src/action/control.ts',
    from: "['approve', 'resume', 'retry', 'revert', 'unlock']",
    to: "['approve']",
    caught: {
      title: 'a form that waited in the queue leaves the',
      file: 'test/stages/control/form.test.ts',
    },
  },
];
