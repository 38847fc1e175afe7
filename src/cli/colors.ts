import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** Colours on a terminal, plain text elsewhere; NO_COLOR and FORCE_COLOR are heeded. */
export function colors(stream: NodeJS.WriteStream): {
  readonly [Name in 'bold' | 'dim' | 'green' | 'red' | 'cyan']: Paint;
} {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    styleText(format, text, { stream });
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    green: paint('green'),
    red: paint('red'),
    cyan: paint('cyan'),
  };
}
