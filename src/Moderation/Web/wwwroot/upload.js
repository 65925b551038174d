// Makes uploading better where scripts run: files go in blocks with progress, so that a film of hundreds of megabytes
// survives a slow line. Without this script the same form sends its files whole.
(() => {
  'use strict';
  const form = document.querySelector('form[data-upload]');
  const input = form?.querySelector('input[type=file]');
  const status = form?.querySelector('[data-progress]');
  if (!form || !input || !status) return;

  const json = async (path, method, body) => {
    const answer = await fetch(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? 'Het uploaden is niet gelukt. Probeer het opnieuw.');
    return answer.json();
  };

  const put = async (path, block) => {
    for (let attempt = 1; ; attempt++) {
      let answer = null;
      try {
        answer = await fetch(path, { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: block });
      } catch { /* the line broke: try the block again */ }
      if (answer?.ok) return;
      const final = attempt === 4 || (answer !== null && answer.status < 500);
      if (final) {
        const problem = await answer?.json().catch(() => null);
        throw new Error(problem?.detail ?? 'De verbinding viel weg. Probeer het opnieuw.');
      }
      await new Promise(done => setTimeout(done, attempt * 1500));
    }
  };

  const upload = async (file, bar) => {
    const begun = await json('/api/media', 'POST', { name: file.name, size: file.size });
    const blocks = Math.ceil(file.size / begun.blockSize);
    for (let i = 0; i < blocks; i++) {
      await put(`/api/media/${begun.id}/blocks/${i}`, file.slice(i * begun.blockSize, (i + 1) * begun.blockSize));
      bar.value = (i + 1) / blocks;
    }
    await json(`/api/media/${begun.id}/complete`, 'POST', { blocks });
    return begun.id;
  };

  form.addEventListener('submit', async event => {
    if (input.files.length === 0) return;
    event.preventDefault();
    const buttons = [...form.querySelectorAll('button')];
    buttons.forEach(button => { button.disabled = true; });
    status.replaceChildren();
    const files = [...input.files];
    let failed = false;
    for (const file of files) {
      const line = document.createElement('p');
      const bar = document.createElement('progress');
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute('aria-label', file.name);
      line.append(file.name, ' ', bar);
      status.append(line);
      try {
        const id = await upload(file, bar);
        const hidden = document.createElement('input');
        hidden.type = 'hidden';
        hidden.name = 'uploaded';
        hidden.value = id;
        form.append(hidden);
        line.textContent = `${file.name}: klaar`;
      } catch (problem) {
        failed = true;
        line.className = 'error';
        line.textContent = `${file.name}: ${problem.message}`;
      }
    }
    buttons.forEach(button => { button.disabled = false; });
    input.value = '';
    if (failed) return;
    // On to the questions about the files.
    const action = document.createElement('input');
    action.type = 'hidden';
    action.name = 'action';
    action.value = 'add';
    form.append(action);
    form.submit();
  });
})();
