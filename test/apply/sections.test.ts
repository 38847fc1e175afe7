import { expect, test } from '@jest/globals';
import { cutLines } from '../../src/apply/file-lines.ts';
import { indexSections, isLeft } from '../../src/apply/sections.ts';

const signatures = [
  'function read(',
  '  place: Place,',
  '): State {',
  '  return all[0];',
  '}',
  'function list(',
  '  place: Place,',
  '): State[] {',
];
const methods = [
  'class Users {',
  '  update() {',
  '    const one = find();',
  '  }',
  '  read() {',
  '    const all = list();',
];
const titles = ['## Start', 'Run this:', '### Twice', '    npm start', '## Test', '    npm test'];

test.each([
  [
    'what closes the head of another function',
    signatures,
    { above: 0, below: 7, between: ['  place: Place,'] },
    true,
  ],
  ['what closes its own head', signatures, { above: 0, below: 2, between: ['  place: Place,'] }, false],
  ['another method', methods, { above: 1, below: 5, between: [] }, true],
  ['one that the hunk goes on to itself', methods, { above: 1, below: 5, between: ['  read() {'] }, false],
  [
    'a hunk that stands deeper in the file',
    methods,
    { above: 1, below: 5, between: ['  then();'], deeper: 2 },
    true,
  ],
  ['a line below a smaller title', titles, { above: 0, below: 3, between: [] }, false],
  ['a line below another title', titles, { above: 0, below: 5, between: [] }, true],
  ['one below a title that the hunk has', titles, { above: 0, below: 5, between: ['## Test'] }, false],
])('a block is left, or not, before %s', (_, lines, stretch, expected) => {
  const index = indexSections(cutLines(`${lines.join('\n')}\n`));
  expect(isLeft(index, { deeper: 0, ...stretch })).toBe(expected);
});
