import type { Clash } from '../apply/merge/clash.ts';

/** Where a patch and newer commits meet, as one sentence without a full stop. It quotes the path as it is. */
export function describeClash(clash: Clash): string {
  switch (clash.kind) {
    case 'lines':
      return `${clash.path}, line ${clash.line}: the patch and newer commits changed the same lines, or lines beside each other`;
    case 'two_places':
      return `${clash.path}, line ${clash.line}: merged with newer commits the patch changes other lines than where its own lines stand now`;
    case 'entry':
      return `${clash.path}: ${describeWish(clash)}, and newer commits ${describeDeed(clash)}`;
  }
}

/** All sides of it, one below the other, each under its name; nothing where there are no lines to show. */
export function clashLines(clash: Clash): readonly string[] {
  switch (clash.kind) {
    case 'lines':
      return [
        ...side('when the patch was written', clash.was, clash.cut),
        ...side('as the patch wants it', clash.wanted, clash.cut),
        ...side('as it is now', clash.now, clash.cut),
      ];
    case 'two_places':
      return [
        ...side('merged', clash.merged, clash.cut),
        ...side('put where its lines stand now', clash.placed, clash.cut),
      ];
    case 'entry':
      return [];
  }
}

/** All of them, one below the other, so that whoever decides sees at once what is to be decided. */
export function formatClashes(clashes: readonly Clash[]): string {
  return clashes.map((clash) => [describeClash(clash), ...clashLines(clash)].join('\n')).join('\n\n');
}

function describeWish({ wanted, now }: Extract<Clash, { kind: 'entry' }>): string {
  switch (wanted) {
    case 'absent':
      // What both deleted is no clash.
      return now === 'absent' ? 'the patch moves it' : 'the patch deletes or moves it';
    case 'directory':
      return 'the patch needs a folder there';
    case 'file':
    case 'symlink':
    case 'submodule':
      return 'the patch changes or makes it';
  }
}

function describeDeed({ was, now }: Extract<Clash, { kind: 'entry' }>): string {
  switch (now) {
    case 'absent':
      return 'deleted or moved it';
    case 'directory':
      return 'made a folder there';
    case 'symlink':
      return 'made a symbolic link there';
    case 'submodule':
      return 'made a submodule there';
    case 'file':
      return was === 'file' ? 'changed it' : 'made a file there';
  }
}

function side(name: string, lines: readonly string[], cut: true | undefined): readonly string[] {
  const shown = lines.length === 0 ? ['(no lines)'] : lines;
  return [`${name}${cut === true ? ', cut' : ''}:`, ...shown.map((line) => `  ${line}`)];
}
