import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** Colours on a terminal, plain text elsewhere; NO_COLOR and FORCE_COLOR are heeded where they are not empty. */
export function colors(stream: NodeJS.WriteStream): {
  readonly [Name in 'bold' | 'dim' | 'green' | 'red' | 'cyan']: Paint;
} {
  const { FORCE_COLOR: forced, ...others } = process.env;
  // Node takes an empty one for a yes, which goes before NO_COLOR.
  const isPlain = forced === '' && !(stream.isTTY && stream.hasColors(others));
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    isPlain ? text : styleText(format, text, { stream });
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    green: paint('green'),
    red: paint('red'),
    cyan: paint('cyan'),
  };
}
