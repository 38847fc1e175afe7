// Changes appear without a reload: items of the lists whose text changed are exchanged by their ids, and all
// others stay as the reader left them: opened, scrolled, focused, selected.

const state = document.getElementById('live');
const texts = new Map();
for (const item of document.querySelectorAll('[data-live] > *')) {
  texts.set(item.id, item.outerHTML);
}

let refreshing = false;
let missed = false;

const changes = new EventSource('/changes');
changes.addEventListener('open', () => show('Live', true));
changes.addEventListener('error', () => show('Not connected: what you see may be old', false));
changes.addEventListener('message', () => void refresh());

function show(words, live) {
  state.textContent = words;
  state.classList.toggle('lost', !live);
}

async function refresh() {
  missed = refreshing;
  if (refreshing) {
    return;
  }
  refreshing = true;
  try {
    const response = await fetch(location.pathname);
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const list of document.querySelectorAll('[data-live]')) {
      exchange(list, fresh.getElementById(list.id));
    }
  } finally {
    refreshing = false;
  }
  if (missed) {
    await refresh();
  }
}

function exchange(list, fresh) {
  const wanted = new Map([...fresh.children].map((item) => [item.id, item]));
  for (const item of [...list.children].filter(({ id }) => !wanted.has(id))) {
    item.remove();
  }
  for (const [index, [id, item]] of [...wanted].entries()) {
    const old = [...list.children].find((child) => child.id === id);
    const text = item.outerHTML;
    if (old === undefined) {
      list.insertBefore(item, list.children[index] ?? null);
    } else if (texts.get(id) !== text) {
      replace(old, item);
    }
    texts.set(id, text);
  }
}

function replace(old, item) {
  for (const part of old.querySelectorAll('details[id]')) {
    item.querySelector(`[id="${CSS.escape(part.id)}"]`)?.toggleAttribute('open', part.open);
  }
  const focused = old.contains(document.activeElement) ? document.activeElement.parentElement.id : '';
  old.replaceWith(item);
  if (focused !== '') {
    document.getElementById(focused)?.querySelector('summary')?.focus();
  }
}
