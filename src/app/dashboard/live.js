// The page without a reload: when the server says that something changed, the content is asked for again and
// exchanged in place, so that whatever the reader opened, typed, selected or focused stays as it is.

const content = document.getElementById('content');
const live = document.getElementById('live');
const announcer = document.getElementById('announce');

/** Milliseconds after which a page that could not connect at all tries anew. */
const RETRY_MS = 5_000;

/** Milliseconds within which a page is as new as its connection. */
const FIRST_MS = 3_000;

/** Milliseconds between two looks at the ages that are shown. */
const TICK_MS = 5_000;

/** Milliseconds that the server's clock is ahead of this one. */
const ahead = Date.parse(content.dataset.now) - Date.now();

let running = false;
let missed = false;
let heard = false;

connect();

document.addEventListener('submit', ({ target, submitter }) => {
  if (target.method === 'post' && submitter !== null) {
    submitter.dataset.busy = '';
    submitter.setAttribute('aria-busy', 'true');
    // After the browser has taken the form, so that it is sent, and sent once.
    setTimeout(() => {
      submitter.disabled = true;
    });
  }
});

setInterval(() => {
  for (const time of document.querySelectorAll('time[data-age]')) {
    time.textContent = formatAge((Date.now() + ahead - Date.parse(time.dateTime)) / 1000);
  }
}, TICK_MS);

function connect() {
  const changes = new EventSource('/dashboard/changes');
  changes.addEventListener('open', () => tellConnection('Live', 'on'));
  changes.addEventListener('changed', () => {
    // The first one comes with the connection, and the page is as new as that unless it was away or incomplete.
    if (heard || performance.now() > FIRST_MS || content.dataset.pending !== undefined) {
      void refresh();
    }
    heard = true;
  });
  changes.addEventListener('error', () => {
    tellConnection('Not connected: this may be old', 'off');
    // A lost connection comes back by itself; one that was refused does not.
    if (changes.readyState === EventSource.CLOSED) {
      setTimeout(() => void refresh().then(connect), RETRY_MS);
    }
  });
}

function tellConnection(words, state) {
  live.textContent = words;
  live.dataset.state = state;
}

async function refresh() {
  missed = running;
  if (running) {
    return;
  }
  running = true;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.status === 401) {
      location.reload();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('content');
    if (answer.ok && fresh !== null) {
      const before = announcements();
      adapt(content, fresh);
      announce(before);
    }
  } catch {
    tellConnection('Not connected: this may be old', 'off');
  } finally {
    running = false;
  }
  if (missed) {
    await refresh();
  }
}

/** Makes one element like another by changing as little as possible; children with ids are known by them. */
function adapt(old, fresh) {
  adaptAttributes(old, fresh);
  const known = new Map([...old.children].filter(({ id }) => id !== '').map((child) => [child.id, child]));
  let place = old.firstChild;
  for (const wanted of Array.from(fresh.childNodes)) {
    const same = wanted.id ? known.get(wanted.id) : isAlike(place, wanted) ? place : undefined;
    if (same === undefined) {
      old.insertBefore(wanted, place);
      continue;
    }
    if (same === place) {
      place = place.nextSibling;
    } else {
      old.insertBefore(same, place);
    }
    if (same.nodeType === Node.ELEMENT_NODE) {
      adapt(same, wanted);
    } else if (same.data !== wanted.data) {
      same.data = wanted.data;
    }
  }
  while (place !== null) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function isAlike(old, wanted) {
  return old !== null && old.nodeName === wanted.nodeName && !old.id && !wanted.id;
}

function adaptAttributes(old, fresh) {
  for (const { name, value } of fresh.attributes) {
    if (name !== 'open' && old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  for (const { name } of Array.from(old.attributes)) {
    // What a reader opened stays open; a button that was pressed waits for the page that answers.
    if (!fresh.hasAttribute(name) && !['open', 'disabled', 'data-busy', 'aria-busy'].includes(name)) {
      old.removeAttribute(name);
    }
  }
}

function announcements() {
  return new Map(
    [...document.querySelectorAll('[data-announce]')].map((item) => [item.id, item.dataset.announce]),
  );
}

/** Says what is new to who can't see it: one sentence, however much it is. */
function announce(before) {
  const news = [...announcements()].filter(([id, words]) => before.get(id) !== words);
  const [first] = news;
  if (first === undefined) {
    return;
  }
  const title = document.getElementById(first[0])?.querySelector('.title')?.textContent ?? 'This patch';
  announcer.textContent = news.length === 1 ? `${title}: ${first[1]}` : `${news.length} patches have changed`;
}

function formatAge(seconds) {
  const [size, unit] = [
    [86_400, 'days'],
    [3_600, 'h'],
    [60, 'min'],
  ].find(([least]) => seconds >= least * 2) ?? [1, 's'];
  return seconds < 2 ? 'just now' : `${Math.floor(seconds / size)} ${unit} ago`;
}
