// The desk's pages work as forms and links. With this script they change in place, and every button and link with a data-key has a key.
"use strict";
(() => {
  const main = document.getElementById("desk"), said = document.getElementById("said");
  let busy = false, dirty = new Set(), timer = 0, leaving = false; // busy: an answer is awaited; leaving: another page is
  const typed = new Set(); // parts whose fields wait to be sent: no look whether something was found takes that away

  const parts = root => new Map([...root.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));

  // Of a long text only the paragraphs whose marks are others now: laying all of it out again takes longer than the answer.
  function change(node, fresh, own) {
    // What was unfolded stays so while the same is shown.
    if (!own) node.querySelectorAll("details").forEach((one, at) => { const other = fresh.querySelectorAll("details")[at]; if (other) other.open = one.open; });
    if (node.isEqualNode(fresh)) { node.querySelectorAll("form").forEach(form => form.reset()); return; } // equal but for what was typed
    const old = [...node.children], now = [...fresh.children];
    if (node.matches(".text") && old.length === now.length) {
      old.forEach((one, at) => { if (!one.isEqualNode(now[at])) one.replaceWith(now[at]); });
      return;
    }
    const top = node.scrollTop;
    node.replaceChildren(...fresh.childNodes);
    node.scrollTop = top;
  }

  // Replaces what the answer has, but not a part in which something was typed and not saved.
  function show(html, keep, own) {
    if (leaving) return;
    const page = new DOMParser().parseFromString(html, "text/html"), next = page.getElementById("desk");
    const focus = document.activeElement, name = focus?.dataset?.key || focus?.id;
    if (!keep) dirty = new Set();
    if (own) typed.clear();
    const old = parts(document), fresh = parts(page), kept = new Set([...dirty, ...typed]);
    if (!next.querySelector("[data-part]") || main.className !== next.className) {
      said.textContent = page.querySelector(".why")?.textContent || "";
      if (!said.textContent) location.reload();
      return;
    }
    for (const [part, node] of old) {
      if (kept.has(part)) continue;
      if (!fresh.has(part)) node.remove();
      else change(node, fresh.get(part), own);
    }
    for (const [part, node] of fresh) if (!old.has(part)) (main.querySelector(".side") || main).append(node);
    document.title = page.title;
    const words = page.getElementById("said").textContent;
    if (words || !keep) said.textContent = words;
    for (const one of ["waiting", "state"]) next.dataset[one] ? main.dataset[one] = next.dataset[one] : delete main.dataset[one];
    if (focus && !focus.isConnected) (name && (document.querySelector(`[data-key="${CSS.escape(name)}"]`) || document.getElementById(name)) || main).focus({preventScroll: true});
    settle();
  }

  function settle() {
    const now = document.querySelector(".mark.now"), text = document.querySelector(".text");
    if (now && text) {
      const box = now.getBoundingClientRect(), frame = text.getBoundingClientRect();
      if (box.top < frame.top + 20 || box.bottom > frame.bottom - 40) text.scrollTop += box.top - frame.top - frame.height / 3;
    }
    clearTimeout(timer);
    if (main.dataset.waiting && !leaving) timer = setTimeout(() => busy ? settle() : send(location.href, {}, true, false, true), +main.dataset.waiting);
  }

  // One after the other: an answer shows the files as the decision before it left them.
  let line = Promise.resolve();
  const send = (...given) => { const began = performance.now(); return line = line.then(() => ask(began, ...given)); };

  async function ask(began, url, options = {}, keep = false, push = false, look = false) {
    // Looking whether something was found meanwhile keeps no key from working.
    const own = push || Boolean(options.method);
    busy = own;
    let timing = "";
    try {
      const answer = await fetch(url, {...options, headers: {"X-Desk": look && main.dataset.state || "1"}});
      if (answer.status === 204) { settle(); return; } // nothing was found yet
      timing = answer.headers.get("Server-Timing");
      const html = await answer.text();
      if (push) history.pushState(null, "", url);
      show(html, keep, own);
      // What is asked for next is what is shown now, not what was decided on.
      const shown = document.querySelector(".counters [name=show]"), at = document.querySelector(".counters [name=at]");
      if (options.method && shown) history.replaceState(null, "", `?show=${encodeURIComponent(shown.value)}&at=${encodeURIComponent(at.value)}`);
    } catch (error) {
      said.textContent = "The desk does not answer: is it still running in the terminal?";
    } finally {
      busy = false;
      if (own) document.documentElement.dataset.timing = timing;
      if (own) document.documentElement.dataset.took = Math.round(performance.now() - began);
      if (own) document.documentElement.dataset.answers = 1 + +(document.documentElement.dataset.answers || 0);
    }
  }

  const unsaved = () => dirty.has("card") && (said.textContent = "Something in the card is changed and not saved: save or take it, or press Escape to leave it.");

  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-jump]"), claim = event.target.closest("[data-claim]"), line = event.target.closest("[data-line]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!unsaved()) send(link.href, {}, true, true);
    } else if (event.target.closest("a[data-field]")) { event.preventDefault(); toField(event.target.closest("a").hash); }
    else if (claim) select();
    else if (line) { event.preventDefault(); toLine(+line.dataset.line); }
  });

  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.matches("[data-do]")) { leaving = !event.defaultPrevented; return; }
    event.preventDefault();
    const part = form.closest("[data-part]").dataset.part;
    if (busy && part === "card") return; // pressed twice: what comes next has not been seen yet
    if (part === "counters" && unsaved()) return; // undo and redo change what is typed over
    const data = new FormData(form, event.submitter);
    if (event.submitter?.name === "second") { data.set("question", data.get("second")); data.set("do", "take"); }
    dirty.delete(part); // what is typed elsewhere stays
    if (event.submitter?.matches(".tick")) onwards(event.submitter);
    send(form.action, {method: "POST", body: new URLSearchParams(data)}, true);
  });

  // What is ticked goes to the end of its list: the focus stays at its place, on what comes next.
  function onwards(tick) {
    const alike = [...document.querySelectorAll(".tick")].filter(one => one.value === tick.value);
    alike[alike.indexOf(tick) + 1]?.focus();
  }

  document.addEventListener("input", event => {
    const field = event.target, part = field.closest("[data-part]");
    if (field.dataset.words) document.getElementById(field.dataset.words).textContent = field.value.replace(/\]\([^()\s]*\)/g, "]").split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
    if (part && !field.form?.matches("[data-do]")) typed.add(part.dataset.part);
    if (field.matches("[data-send], [data-ask], [data-link]") || !field.form?.matches("[data-do]")) return; // words to be looked for are not lost
    if (part && (part.dataset.part === "card" || part.dataset.part === "precis")) dirty.add(part.dataset.part);
  });

  document.addEventListener("change", event => {
    const field = event.target, here = new URL(location.href);
    if (field.matches("[data-send]")) { if (!unsaved()) send(`?show=${encodeURIComponent(field.value)}`, {}, true, true); }
    else if (field.matches("[data-ask]")) {
      here.searchParams.set("at", field.form.elements.at.value);
      here.searchParams.set("show", field.form.elements.show.value);
      here.searchParams.set("question", field.value);
      dirty.delete("card");
      send(here.href, {}, true, true);
    } else if (field.matches("[data-link]") && field.value) {
      const text = document.getElementById(field.dataset.link), {selectionStart: from, selectionEnd: to} = text;
      if (from < to) { text.setRangeText(`[${text.value.slice(from, to)}](${field.value})`, from, to, "end"); text.dispatchEvent(new Event("input", {bubbles: true})); }
      else said.textContent = "Select the words in the précis first.";
      field.value = "";
    }
  });

  // Where the selection stands in the text as it is stored, in characters; null if nothing is selected.
  function selected() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0), place = (node, offset) => {
      const paragraph = (node.nodeType === 1 ? node : node.parentElement).closest(".text p[data-start]");
      if (!paragraph) return null;
      const before = document.createRange();
      before.setStart(paragraph, 0); before.setEnd(node, offset);
      return +paragraph.dataset.start + [...before.toString()].length;
    };
    return [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
  }

  // A tap on the button ends the selection on a tablet, before the click comes.
  let before = null;
  document.addEventListener("pointerdown", event => { before = event.target.closest?.("[data-claim]") ? selected() : null; }, true);

  function select() {
    const span = selected() || before;
    before = null;
    if (!span) { document.getElementById("words")?.focus(); said.textContent = "Select words in the text first, or type them here."; return; }
    const [from, to] = span;
    if (from === null || to === null) { said.textContent = "Select words within the text."; return; }
    const show = new URL(location.href).searchParams.get("show") || "open";
    if (!unsaved()) send(`?show=${encodeURIComponent(show)}&at=s${from}-${to}`, {}, true, true);
  }

  // A field of the card, or of the bibliography: opened where it is folded away.
  function toField(hash) {
    const field = /^#([fb]-|new-source$|precis-text$)/.test(hash) && document.getElementById(hash.slice(1));
    if (!field) return;
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.focus();
  }

  function toLine(number) {
    const all = [...document.querySelectorAll(".text p")], found = all.filter(p => p.dataset.line && +p.dataset.line <= number).pop();
    if (found) { found.scrollIntoView({block: "center"}); found.tabIndex = -1; found.focus({preventScroll: true}); }
  }

  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("[data-do] textarea")) { // saves what is typed
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector("button"));
      main.focus({preventScroll: true});
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.repeat && event.target.matches(".tick")) { event.preventDefault(); return; } // a key that is held ticks once
    const typing = event.target.matches("input, textarea, select");
    if (event.key === "Escape") {
      if (typing) event.target.blur(); // what is typed stays, for a key
      else if (dirty.has("card")) { dirty.delete("card"); said.textContent = ""; send(location.href, {}, true); }
      main.focus({preventScroll: true});
      return;
    }
    if (typing || (event.key === "Enter" && event.target.closest("a, button, summary"))) return;
    const wanted = CSS.escape(event.key), button = document.querySelector(`[data-key="${wanted}"]:not(:disabled)`), field = document.querySelector(`[data-focus="${wanted}"]`);
    if (field) { event.preventDefault(); (field.matches("input, select, textarea") ? field : field.querySelector("input:not([type=hidden]), select, .tick"))?.focus(); }
    else if (button && !busy) { event.preventDefault(); button.click(); }
  });

  for (const form of document.querySelectorAll("[data-drop]")) {
    const zone = form.querySelector(".drop"), input = zone.querySelector("input");
    for (const name of ["dragover", "dragleave", "drop"]) form.addEventListener(name, event => { event.preventDefault(); zone.classList.toggle("over", name === "dragover"); });
    form.addEventListener("drop", event => { if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; form.querySelector("button").focus(); } });
  }
  document.addEventListener("change", event => {
    if (event.target.type === "file") event.target.form.querySelector("button").focus(); // Enter adds what was chosen
    const id = event.target.dataset.new;
    if (id && event.target.value === "+") { document.getElementById(id).open = true; document.querySelector(`#${id} input`).focus(); }
  });

  // Whatever leads away: the browser asks first.
  addEventListener("beforeunload", event => { if (dirty.size) { leaving = false; event.preventDefault(); } });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("popstate", () => { if (document.querySelector("[data-part]")) send(location.href, {}, true); });
  settle();
  toField(location.hash);
  // Words that were typed to be claimed: what they answer is asked next, where it is not known.
  if (/[?&]at=s\d/.test(location.search)) document.querySelector("select[data-ask]:has(option[value='']:checked)")?.focus();
})();
