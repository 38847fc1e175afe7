import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const PATH = 'page.py';

const FILE = `class Page(Base):
    def title(self):
        return self.name

    def total(self):
        count = len(self.items)
        return count
`;

const SHOWN = '    count = len(self.items)\n    return count\n';

/** As a model writes it that leaves the indentation of the class away. */
const METHODS = {
  'a list in a comment':
    'def render(self):\n    """Render the page.\n\n    Steps:\n      - head\n      - body\n    """\n    return self.draw()\n',
  'arguments in a comment':
    'def find(self, name):\n    """Find it.\n\n    Args:\n      name: its name\n    """\n    return self.map[name]\n',
  'a text in quotes': 'def render(self):\n    return """\n      <ul>\n    </ul>\n    """\n',
  'an object': 'def as_dict(self):\n    return {\n      "name": self.name,\n    }\n',
};

function marked(text: string, mark: string): string {
  return text.replace(/^.*\n/gm, (line) => mark + line);
}

function patchesOf(shown: string, method: string): readonly string[] {
  return [
    `*** Begin Patch\n*** Update File: ${PATH}\n@@\n${marked(shown, ' ')}+\n${marked(method, '+')}*** End Patch\n`,
    `${PATH}\n<<<<<<< SEARCH\n${shown}=======\n${shown}\n${method}>>>>>>> REPLACE\n`,
  ];
}

describe('apply/shallower, steps within texts of the code', () => {
  test.each(Object.entries(METHODS))('make no other depth of what is added less deep: %s', (_, method) => {
    for (const patch of patchesOf(SHOWN, method))
      expect(apply({ files: { [PATH]: FILE }, patch })).toMatchObject({
        ok: false,
        refusals: [{ code: 'not_found' }],
      });
  });

  test('are none of the file where it has few others', () => {
    const page =
      'def page():\n    return """\n      <ul>\n        <li>\n          a\n        </li>\n      </ul>\n    """\n\n\n';
    const file = `${page}def total(items):\n    return len(items)\n`;
    const method = '    def first(items):\n        if items:\n            return items[0]\n';
    for (const patch of patchesOf('        return len(items)\n', `\n${method}`))
      expect(apply({ files: { [PATH]: file }, patch })).toMatchObject({
        ok: false,
        refusals: [{ code: 'not_found' }],
      });
  });

  test('are none where all steps of the patch are those of the file', () => {
    const method = 'def render(self):\n    if self.items:\n        return 1\n    return 0\n';
    for (const patch of patchesOf(SHOWN, method))
      expect(apply({ files: { [PATH]: FILE }, patch })).toMatchObject({
        ok: true,
        files: { [PATH]: `${FILE}\n${marked(method, '    ')}` },
      });
  });
});
