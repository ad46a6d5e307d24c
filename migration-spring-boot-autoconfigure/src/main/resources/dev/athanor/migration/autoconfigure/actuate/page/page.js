(() => {
  'use strict';
  const dialog = document.querySelector('dialog');
  const content = dialog.querySelector('.content');
  const find = document.querySelector('#find');
  const rowLinks = () => [...document.querySelectorAll('a.id')];

  async function load(href) {
    const response = await fetch(href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!response.ok) {
      throw new Error('HTTP ' + response.status);
    }
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  }

  async function show(link) {
    try {
      content.replaceChildren((await load(link.href)).querySelector('article'));
      tellTimes();
      dialog.showModal();
      dialog.scrollTop = 0;
    } catch (failure) {
      location.assign(link.href);
    }
  }

  const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  function relative(instant) {
    const seconds = (new Date(instant) - Date.now()) / 1000;
    const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? units.at(-1);
    return Math.abs(seconds) < 5 ? 'just now' : words.format(Math.trunc(seconds / length), unit);
  }

  function tellTimes() {
    document.querySelectorAll('main time[datetime], dialog time[datetime]').forEach(time => {
      time.title ||= time.textContent + ' UTC';
      time.textContent = relative(time.getAttribute('datetime'));
    });
    document.querySelectorAll('button.copy').forEach(button => { button.hidden = false; });
    document.querySelectorAll('.zone').forEach(zone => { zone.hidden = true; });
  }
  async function copy(button) {
    const command = button.parentElement.querySelector('code');
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = 'Copied';
    } catch (refused) {
      getSelection().selectAllChildren(command);
    }
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('button.copy');
    if (button) {
      copy(button);
      return;
    }
    const link = event.target.closest('a[data-revision]');
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0;
    if (link && plain) {
      event.preventDefault();
      show(link);
    } else if (event.target === dialog || event.target.closest('dialog .close')) {
      dialog.close();
    }
  });

  document.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.target.matches('a.id')) {
      const links = rowLinks().filter(link => link.checkVisibility());
      const next = links[links.indexOf(event.target) + step];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    } else if (event.key === '/' && !dialog.open && !event.target.matches('input')) {
      event.preventDefault();
      find.focus();
    }
  });

  let found = -1;
  function search() {
    const words = find.value.trim().toLowerCase();
    const rows = [...document.querySelectorAll('.rows li')];
    document.querySelectorAll('.found').forEach(row => row.classList.remove('found'));
    if (!words) {
      return;
    }
    const matches = rows.filter(row => row.textContent.toLowerCase().includes(words));
    found = (found + 1) % Math.max(1, matches.length);
    const row = matches[found];
    if (row) {
      row.closest('details')?.setAttribute('open', '');
      row.classList.add('found');
      row.scrollIntoView({ block: 'center' });
    }
    find.setAttribute('aria-invalid', String(!row));
  }
  find.hidden = !document.querySelector('.rows');
  find.addEventListener('input', () => { found = -1; search(); });
  find.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      search();
    }
  });

  function remember(main) {
    const focused = document.activeElement?.dataset?.revision;
    const open = [...main.querySelectorAll('details')].map(details => details.open);
    return fresh => {
      fresh.querySelectorAll('details').forEach((details, index) => { details.open = open[index] ?? false; });
      if (focused) {
        rowLinks().find(link => link.dataset.revision === focused)?.focus({ preventScroll: true });
      }
    };
  }

  const main = () => document.querySelector('main');
  let last = main().outerHTML;

  function announce(title) {
    if (title !== document.title) {
      document.title = title;
      document.querySelector('.announced').textContent = title;
    }
  }

  function renew(page) {
    const fresh = document.adoptNode(page.querySelector('main'));
    if (fresh.outerHTML !== last) {
      last = fresh.outerHTML;
      const restore = remember(main());
      main().replaceWith(fresh);
      restore(fresh);
      tellTimes();
      announce(page.title);
    }
    document.querySelector('.seen').replaceWith(document.adoptNode(page.querySelector('.seen')));
  }

  function lost() {
    const seen = document.querySelector('.seen');
    seen.classList.add('lost');
    seen.textContent = 'No answer from the application: this is what was known before.';
  }

  const left = () => !document.hidden && !dialog.open && !find.value && getSelection().isCollapsed;
  async function refresh() {
    if (left()) {
      try {
        renew(await load(location.href));
      } catch (failure) {
        lost();
      }
    }
    setTimeout(refresh, main().dataset.live === 'true' ? 1000 : 5000);
  }
  tellTimes();
  setInterval(tellTimes, 10000);
  if (main().dataset.live !== undefined) {
    setTimeout(refresh, 1000);
  }
})();
