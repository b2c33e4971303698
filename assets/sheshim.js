// Improves pages that work without it: offers while typing, copying, the focus on what went wrong.

const box = document.querySelector('textarea[data-suggest]');
if (box) offerWhileTyping(box);
for (const button of document.querySelectorAll('button[data-copy]')) copyOnClick(button);
for (const button of document.querySelectorAll('button[data-print]')) printOnClick(button);
document.querySelector('[data-focus]')?.focus();

/** More of them push the button out of a small window. */
const MOST_OFFERS = matchMedia('(max-width: 40rem)').matches ? 3 : 5;

/**
 * Offers links below the box while somebody types a few words by hand. Pasted text is never sent:
 * it may be a complaint, and what is asked for here stands in an address.
 */
function offerWhileTyping(field) {
  const list = document.createElement('ul');
  list.className = 'offers';
  list.hidden = true;
  list.setAttribute('aria-label', field.dataset.suggestLabel);
  const status = document.createElement('p');
  status.className = 'ds-sr-only';
  status.setAttribute('role', 'status');
  field.after(list, status);
  let pasted = false;
  let waiting;
  let asked = 0;

  field.addEventListener('input', (event) => {
    if (/^insertFrom(Paste|Drop|Yank)/.test(event.inputType)) pasted = true;
    if (field.value === '') pasted = false;
    clearTimeout(waiting);
    const words = field.value.trim();
    const short =
      words.length >= 2 && words.length <= Number(field.dataset.suggestLimit) && !words.includes('\n');
    if (pasted || !short) show([]);
    else waiting = setTimeout(ask, 250, words);
  });

  async function ask(words) {
    const number = ++asked;
    try {
      const answer = await fetch(`${field.dataset.suggest}&q=${encodeURIComponent(words)}`);
      const { items = [] } = answer.ok ? await answer.json() : {};
      if (number === asked && field.value.trim() === words) show(items);
    } catch {
      show([]);
    }
  }

  function show(items) {
    if (items.length === 0) asked++;
    list.replaceChildren(
      ...items.slice(0, MOST_OFFERS).map(({ text, kind, url }) => {
        const link = document.createElement('a');
        const { pathname, search } = new URL(url, location.href);
        link.href = pathname + search;
        link.textContent = text;
        // What else was chosen in the form holds for an offer too; a case is read whoever reads it.
        if (kind === 'term') link.addEventListener('click', (event) => askFor(text, event));
        if (kind === 'category') link.addEventListener('click', () => keepChoice(link));
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
    list.hidden = items.length === 0;
    const told = list.hidden ? '' : field.dataset.suggestStatus;
    if (status.textContent !== told) status.textContent = told;
  }

  function askFor(text, event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = text;
    field.form.requestSubmit();
  }

  function keepChoice(link) {
    const { my, others } = field.form.elements;
    const chosen = new URL(link.href);
    if (my.value === '' || !others.checked) return;
    chosen.searchParams.set('my', my.value);
    chosen.searchParams.set('others', '1');
    link.href = chosen.href;
  }

  // Not when the pointer goes down: what is pressed would move away from under it.
  const leave = (target) => {
    if (target !== field && !list.contains(target)) show([]);
  };
  document.addEventListener('click', ({ target }) => leave(target));
  document.addEventListener('keyup', ({ key }) => {
    if (key === 'Tab') leave(document.activeElement);
  });

  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.form.requestSubmit();
    if (list.hidden) return;
    if (event.key === 'Escape') show([]);
    if (event.key !== 'ArrowDown' || field.selectionStart < field.value.length) return;
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  list.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const next = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? field }[event.key];
    if (event.key === 'Escape') {
      show([]);
      field.focus();
    } else if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}

/** Copies what `data-copy` says, or the text of the element that `data-copy-from` names. */
function copyOnClick(button) {
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.querySelector(button.dataset.copyFrom ?? ':not(*)');
    const text = from?.textContent ?? new URL(button.dataset.copy, location.href).href;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return;
    }
    button.textContent = button.dataset.copied;
    button.setAttribute('aria-live', 'polite');
    setTimeout(() => {
      button.textContent = words;
    }, 2000);
  });
}

/** Paper needs no script, but a button is easier to find than the browser's menu. */
function printOnClick(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
