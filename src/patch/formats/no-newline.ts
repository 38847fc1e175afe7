/** Does a line say that the one above it has no line break, in the words of git or of a diff in another language? */
export function isNoNewline(line: string): boolean {
  return line.startsWith('\\ ') && line.length <= MOST_CHARACTERS && SAID.test(line);
}

/** Something else behind a backslash is words, which belong to no hunk. */
export function isRemark(line: string): boolean {
  return line.startsWith('\\ ') && !isNoNewline(line);
}

/** Of the longest translation, and some to spare. */
const MOST_CHARACTERS = 120;

const SAID = new RegExp(
  `^\\\\ (?:${[
    'No (?:new ?line|line break)(?: at (?:the )?(?:end(?: of (?:the )?file)?|EOF))?',
    '(?:Kein Zeilenumbruch|Kein Newline) am (?:Dateiende|Ende der Datei)',
    '(?:Pas|Aucun|Il n.y a pas) de (?:fin|retour|saut) (?:de|à la) ligne à la fin du fichier',
    'No hay (?:ningún carácter de )?(?:nueva línea|salto de línea|fin de línea) al final del (?:fichero|archivo)',
    '(?:Sem|Nenhuma|Falta|Não há) .{0,20}(?:nova linha|quebra de linha|fim de linha) no (?:fim|final) do (?:ficheiro|arquivo)',
    '(?:Nessun|Manca) .{0,20}(?:newline|nuova riga|fine riga|a capo) alla fine del file',
    '(?:В конце файла нет|Нет|Отсутствует|Не хватает) .{0,20}новой строки(?: в конце файла)?',
    '(?:Geen|Ontbrekend) (?:regeleinde|nieuwe regel|newline) aan (?:het )?einde? van (?:het )?bestand',
    'Brak znaku (?:nowej linii|nowego wiersza|końca linii) na końcu pliku',
    'Ingen nyrad vid (?:filslut|slutet av filen)',
    '(?:文件|檔案)[末结結]?[尾末端][没沒]有[换換]行(?:符|符號|字元)?',
    'ファイルの?末尾に改行が(?:ありません|ない)',
    '파일 끝에 (?:줄바꿈|개행|새 줄) ?(?:문자)?(?:가|이)? ?(?:없음|없습니다)',
  ].join('|')})\\s*[.。]?\\s*$`,
  'i',
);
