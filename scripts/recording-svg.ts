import type { Line, Look, Run } from './terminal-recording.ts';

/** What the picture is for those who can't see it. */
export type Caption = { readonly title: string; readonly description: string };

/** Columns of the terminal that is drawn. */
export const COLUMNS = 100;

const ROWS = 22;
const CHARACTER_WIDTH = 8.43;
const LINE_HEIGHT = 20;
const MARGIN = 18;
const BAR = 34;
const WIDTH = Math.ceil(COLUMNS * CHARACTER_WIDTH) + 2 * MARGIN;
const SCREEN = ROWS * LINE_HEIGHT;
const HEIGHT = BAR + SCREEN + MARGIN;

/** Milliseconds that the end of the recording stays before it begins anew. */
const LAST_LOOK = 6000;

/**
 * A terminal in which the lines appear at their moments, again and again, as an SVG without scripts that follows the
 * theme of its reader. Where nothing may move, or can, it is a still of the end.
 */
export function drawRecording(lines: readonly Line[], caption: Caption): string {
  const duration = (lines.at(-1)?.at ?? 0) + LAST_LOOK;
  const end = place(lines.length);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description">
<title id="title">${escape(caption.title)}</title>
<desc id="description">${escape(caption.description)}</desc>
<style>
${STYLE}
#lines{transform:translateY(${-end.scroll}px);animation:lines ${seconds(duration)} step-end infinite}
#cover{transform:translateY(${end.cover}px);animation:cover ${seconds(duration)} step-end infinite}
@keyframes lines{${keyframes(lines, duration, ({ scroll }) => -scroll)}}
@keyframes cover{${keyframes(lines, duration, ({ cover }) => cover)}}
@media(prefers-reduced-motion:reduce){#lines,#cover{animation:none}}
</style>
<clipPath id="screen"><rect width="${WIDTH}" height="${SCREEN}"/></clipPath>
<rect class="window" x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="8"/>
<circle class="button" cx="20" cy="17" r="5"/><circle class="button" cx="37" cy="17" r="5"/><circle class="button" cx="54" cy="17" r="5"/>
<g clip-path="url(#screen)" transform="translate(0 ${BAR})">
<g id="lines">
${lines.map(drawLine).join('')}</g>
<rect id="cover" class="back" x="1" width="${WIDTH - 2}" height="${SCREEN}"/>
</g>
</svg>
`;
}

const STYLE = `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#1f2328;white-space:pre}
.window{fill:#f6f8fa;stroke:#d1d9e0}
.back{fill:#f6f8fa}
.button{fill:#d1d9e0}
.bold{font-weight:600}
.dim{fill:#59636e}
.red{fill:#cf222e}
.green{fill:#1a7f37}
.cyan{fill:#0969da}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.window{fill:#0d1117;stroke:#3d444d}.back{fill:#0d1117}.button{fill:#3d444d}.dim{fill:#9198a1}.red{fill:#ff7b72}.green{fill:#3fb950}.cyan{fill:#58a6ff}}`;

type Place = { readonly scroll: number; readonly cover: number };

/** Where everything stands when so many lines are there: first they fill the screen, then it moves. */
function place(shown: number): Place {
  return {
    scroll: Math.max(0, shown - ROWS) * LINE_HEIGHT,
    cover: Math.min(shown, ROWS) * LINE_HEIGHT,
  };
}

function keyframes(lines: readonly Line[], duration: number, of: (place: Place) => number): string {
  const frames = lines.map(({ at }, index) => ({ at, y: of(place(index + 1)) }));
  return frames
    .filter(({ y }, index) => y !== frames[index - 1]?.y)
    .map(({ at, y }) => `${((at / duration) * 100).toFixed(2)}%{transform:translateY(${y}px)}`)
    .join('');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)}s`;
}

function drawLine({ runs }: Line, index: number): string {
  const text = runs.map(drawRun).join('');
  return text === ''
    ? ''
    : `<text x="${MARGIN}" y="${(index + 1) * LINE_HEIGHT - BASELINE}">${text}</text>\n`;
}

/** From the bottom of a line to the foot of its letters. */
const BASELINE = 6;

function drawRun({ text, looks }: Run): string {
  return looks.length === 0 ? escape(text) : `<tspan class="${classes(looks)}">${escape(text)}</tspan>`;
}

function classes(looks: readonly Look[]): string {
  return looks.join(' ');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
