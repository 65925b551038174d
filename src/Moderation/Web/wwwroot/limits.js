// Says while somebody writes how long the text is for the chosen channels and what they would not take. The server counts,
// as each channel does, and keeps nothing. Without this script the same is said on handing in.
(() => {
  'use strict';
  const form = document.querySelector('form[data-limits]');
  const here = form?.querySelector('[data-limits-here]');
  if (!form || !here) return;
  const asked = /^(text|title|byline|channels|variants\..+)$/;
  let timer = 0;
  let running = null;
  let shown = '';

  const ask = async () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && asked.test(name)) fields.append(name, value);
    }
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.limits, { method: 'POST', body: fields, signal: running.signal });
      const html = answer.ok ? await answer.text() : '';
      // Written again only when it changed: a screen reader says it every time.
      if (html !== shown) here.innerHTML = shown = html;
    } catch { /* asked again, or the line is gone: handing in checks it all */ }
  };

  form.addEventListener('input', event => {
    if (!asked.test(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 400);
  });
  if (form.querySelector('input[name=channels]:checked')) ask();
})();
