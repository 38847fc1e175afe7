/**
 * As restWords(), in Spanish, Portuguese, French, German, Italian, Russian, Chinese, Japanese and Korean. All words must be
 * known, or be `names` of what goes: of what such a remark says besides nobody knows here whether it is the rest of code.
 */
export function restWordsElsewhere(
  words: string,
  names: ReadonlySet<string>,
): 'stays' | 'named' | 'maybe' | null {
  const { parts, others } = SPACELESS.test(words) ? partsOf(words) : { parts: words.split(' '), others: [] };
  const has = (known: ReadonlySet<string>) => parts.some((part) => known.has(part));
  const hasStays = has(STAYS) || has(GONE) || (has(CHANGES) && has(NO));
  const isKnown = [...parts, ...others].every((part) => ALL.has(part) || names.has(part));
  if (!isKnown) return hasStays || MAYBE.test(words) ? 'maybe' : null;
  if (hasStays && (parts.length > 1 || others.length > 0 || !has(STAYS))) return 'stays';
  return (has(REST) && (has(THINGS) || has(FILES))) || (has(OTHERS) && has(THINGS)) ? 'named' : null;
}

/** Scripts whose words have no spaces between them, or have endings that are no words of their own. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The words that are known, and what stands between them. */
function partsOf(words: string): { readonly parts: readonly string[]; readonly others: readonly string[] } {
  const parts: string[] = [];
  const left = words.replace(PARTS, (part) => {
    parts.push(part);
    return ' ';
  });
  return { parts, others: left.split(' ').filter((part) => part !== '') };
}

const MAYBE =
  /(?<!\p{L})(?:resto|restante|restantes|demás|sin cambios|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|reste du|reste de|inchangée?s?|sans changements?|restlich\p{L}*|übrig\p{L}*|unverändert\p{L}*|invariat[oaie]|senza modifiche|остальн\p{L}*|без изменений|не изменил\p{L}*)(?!\p{L})|其余|剩余|不变|不變|残り|変更なし|そのまま|나머지|변경 ?없음|그대로/u;

const REST = setOf(
  'resto restante restantes demás demais existente existentes',
  'reste suite restant restants existant existante existants existantes',
  'rest weitere weiteren weiterer restliche restlicher restliches restlichen übrige übriger übriges übrigen',
  'bestehender bestehende bestehendes bestehenden vorhandener vorhandene vorhandenes vorhandenen bisheriger bisherige bisheriges',
  'rimanente rimanenti esistente esistenti',
  'остальной остальная остальное остальные остального остальных прочий прочее далее существующий существующая существующее существующие',
  '其余 剩余 剩下 现有 現有 已有 其餘 剩餘 既存 残り 以下 以降 それ以外 나머지 기존 이하',
);

/** Other files, and an original one, are spoken of as what they are. */
const OTHERS = setOf(
  'otros otras outro outros outras original originales originais autre autres originaux',
  'andere anderen alles altri altre altro originale originali 其他 其它 原有 他 다른',
);

const THINGS = setOf(
  'código funciones función métodos método clase lógica contenido líneas cuerpo importaciones',
  'função funções classe conteúdo linhas corpo importações',
  'code codes fonction fonctions méthode méthodes contenu lignes logique corps imports',
  'funktion funktionen methode methoden klasse inhalt zeilen logik rumpf importe',
  'codice funzione funzioni metodo metodi contenuto righe logica',
  'код кода функции функций методы методов метод класс класса содержимое строки логика импорты',
  '代码 代碼 程式碼 内容 內容 逻辑 邏輯 函数 函數 方法 类 实现 實現 导入 部分 コード 処理 メソッド 関数 クラス 実装',
  '코드 메서드 함수 클래스 로직 내용 부분',
);

const FILES = setOf('archivo fichero arquivo fichier datei file файл файла 文件 ファイル 파일');

/** Alone it may say anything. */
const STAYS = setOf(
  'igual iguales mismo misma mismos mismas permanece permanecen queda quedan sigue siguen mantiene mantienen',
  'iguais mesmo mesma mesmos mesmas permanecem continua continuam mantém mantido même mêmes identique identiques conservé conservée',
  'bleibt bleiben gleich bisher vorher zuvor gehabt resta restano rimane rimangono uguale uguali stesso stessi stesse',
  'остаётся остается остаются прежним прежней прежними прежние',
  '保持 维持 維持 一样 相同 変わらず 유지 동일',
);

/** Alone it says that there is more. */
const GONE = setOf(
  'omitido omitidos omitida omitidas inalterado inalterada inalterados inalteradas',
  'inchangé inchangée inchangés inchangées omis',
  'unverändert unveränderter unveränderte unverändertes ausgelassen weggelassen',
  'invariato invariata invariati invariate omesso неизменным пропущен опущен',
  '不变 不變 未变 不改 无变化 没有变化 未更改 未修改 無變更 省略 以下略 中略 後略 同上 同じ 元のまま 중략 原样 原樣 そのまま 그대로 생략',
);

/** Each is said of what is not there by words with no. */
const CHANGES = setOf(
  'cambio cambios cambia cambian modificaciones alterações mudanças modificações change changent changement changements modification modifications modifiche cambiamenti',
  'geändert verändert änderung änderungen изменений изменения изменился изменилась изменилось изменились меняется меняются',
  '变更 變更 更改 修改 変更 변경',
);

const NO = setOf(
  'sin ningún no sem sans ne pas aucun aucune senza nessuna ohne nicht keine без не 无 無 没有 なし ありません 없음 없습니다',
);

/** Words around them that say nothing else. */
const AROUND = setOf(
  'el la los las de del en y que nada se es está están lo como antes aquí',
  'o a os as do da dos das no na e é estão aqui',
  'le les l du des d et est sont ici comme avant reste restent',
  'der die das den dem des er es sie und ist sind hier so wie von im in wird wurde werden',
  'il i gli di della dei è sono qui come prima',
  'и в это здесь так же тут как было раньше тот',
  '的 与 與 和 原 如 都 均 此处 此處 这里 這裡 之前 原来 以上 は の です に と を も ここ 元 通り 以前',
  '은 는 이 가 의 을 를 합니다 됩니다 입니다 여기 와 과 함 됨 하게 이전 이전과',
);

const ALL: ReadonlySet<string> = new Set([
  ...REST,
  ...OTHERS,
  ...THINGS,
  ...FILES,
  ...STAYS,
  ...GONE,
  ...CHANGES,
  ...NO,
  ...AROUND,
]);

/** The longest ones first, so that each piece is read in one way. */
const PARTS = new RegExp(
  [...ALL]
    .filter((part) => SPACELESS.test(part))
    .sort((left, right) => right.length - left.length)
    .join('|'),
  'gu',
);

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
