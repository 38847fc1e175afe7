import type { Guard } from './guard.ts';

export const WORKFLOWS_GUARDS: readonly Guard[] = [
  {
    against: 'credentials in the checkout of the test job',
    file: '.github/workflows/ghost-runner.yml',
    from: 'persist-credentials: false',
    to: 'persist-credentials: true',
    caught: { title: 'keeps to the policy', file: 'test/workflows.test.ts' },
  },
  {
    against: 'ids that make a stop wait for a patch',
    file: '.github/workflows/ghost-runner.yml',
    from: 'group: ghost-apply-',
    to: 'group: ghost-',
    caught: {
      title: 'can not be entered from another workflow, whatever id a patch has',
      file: 'test/workflows.test.ts',
    },
  },
  {
    against: 'verdicts that are lost because a step before the last one failed',
    file: '.github/workflows/ghost-runner.yml',
    from: "steps.ghost.conclusion == 'failure' && ",
    to: '',
    caught: {
      title:
        'the token of a GitHub App that the last job can not have costs no verdict: nothing is said of the tests, and the job is run once more',
      file: 'test/scenarios/doors.test.ts',
      words:
        'that the last job can not have costs no verdict: nothing is said of the tests, and the job is run once more',
    },
  },
  {
    against: 'forks that wake the watch',
    file: '.github/workflows/ghost-watch.yml',
    from: 'github.event.workflow_run.head_repository.full_name == github.repository &&',
    to: "github.repository != '' &&",
    caught: {
      title: 'is woken by what concerns a patch and by no fork',
      file: 'test/workflows.test.ts',
    },
  },
  {
    against:
      'comments that the workflow takes for stops by a word of their text, and does before those above them',
    file: '.github/workflows/ghost-command.yml',
    from: "        !startsWith(github.event.comment.body, '/ghost approve') &&\n",
    to: '',
    caught: {
      title: 'approve waits for what one wrote before, whatever stands behind it',
      file: 'test/workflows.test.ts',
      words: '%s waits for what one wrote before, whatever stands behind it',
    },
  },
];
