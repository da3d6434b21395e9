// What is here only improves pages that work without it.

// The theme's buttons for the menu and the search are labels, which the keyboard does not reach: real ones take their place.
(function () {
  "use strict";
  [["__drawer", ".md-nav--primary"], ["__search", ".md-search"]].forEach(function (pair) {
    var label = document.querySelector(".md-header__button[for=" + pair[0] + "]");
    var named = document.querySelector(pair[1]);
    if (!label || !named) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className + " vm-button" + pair[0];
    button.setAttribute("aria-label", named.getAttribute("aria-label"));
    button.append.apply(button, label.childNodes);
    button.addEventListener("click", function () { label.click(); });
    label.hidden = true;
    label.before(button);
  });
  addEventListener("keydown", function (event) {
    var drawer = document.getElementById("__drawer");
    if (event.key === "Escape" && drawer && drawer.checked) drawer.click();
  });
})();

// What a link leads to is opened, if it is folded.
(function () {
  "use strict";
  function unfold() {
    var target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return;
    }
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();
})();

// The picker of outlets above wide comparisons.
(function () {
  "use strict";
  var form = document.querySelector(".vm-picker");
  if (!form) return;
  var table = document.querySelector(".vm-compare");
  var boxes = Array.prototype.slice.call(form.querySelectorAll("input"));
  var ids = boxes.map(function (box) { return box.value; });
  var first = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  var cells = {};
  ids.forEach(function (id) { cells[id] = []; });
  table.querySelectorAll("[data-outlet]").forEach(function (cell) { cells[cell.dataset.outlet].push(cell); });
  var shown = ids, rows = Array.prototype.slice.call(table.tBodies[0].rows), waiting, scrolled = 0;

  // A choice lays out the rows in sight at once. The others follow one by one where there is time, so that none has to as it scrolls in.
  function layOut() {
    if (waiting || !window.requestIdleCallback) return;
    waiting = requestIdleCallback(function () {
      var next = rows.find(function (row) { return !row.classList.contains("vm-laid"); });
      waiting = 0;
      if (!next) return;
      if (performance.now() - scrolled < 200) return setTimeout(layOut, 200);
      next.classList.add("vm-laid");
      layOut();
    });
  }
  addEventListener("scroll", function () { scrolled = performance.now(); }, { capture: true, passive: true });

  function picked() {
    return boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  }

  // Only the cells that change are touched: a rule of style for each outlet had all of them asked anew.
  function show(keep) {
    var chosen = picked();
    rows.forEach(function (row) { row.classList.remove("vm-laid"); });
    ids.forEach(function (id) {
      var hide = chosen.indexOf(id) < 0;
      if (hide === shown.indexOf(id) < 0) return;
      cells[id].forEach(function (cell) {
        cell.hidden = hide;
        // In rows that are not laid out, a screen reader would find it all the same.
        if (hide) cell.setAttribute("aria-hidden", "true");
        else cell.removeAttribute("aria-hidden");
      });
    });
    shown = chosen;
    layOut();
    table.style.setProperty("--vm-outlets", chosen.length);
    // As many as fit into the window need no box of their own to scroll in.
    table.classList.toggle("vm-compare--fits", chosen.length <= Number(form.dataset.columns));
    form.querySelector("output").textContent = "(" + chosen.length + " / " + ids.length + ")";
    if (!keep) return;
    var url = new URL(location.href);
    if (chosen.join() === first.join()) url.searchParams.delete("outlets");
    else url.searchParams.set("outlets", chosen.length === ids.length ? "all" : chosen.join());
    history.replaceState(history.state, "", url);
  }

  function pick(wanted) {
    boxes.forEach(function (box) { box.checked = wanted.indexOf(box.value) >= 0; });
  }

  // What a fragment names, as it is written or decoded, as browsers find it. A link that was cut in two may be no text at all.
  function named(fragment) {
    try {
      return fragment && (document.getElementById(fragment) || document.getElementById(decodeURIComponent(fragment)));
    } catch (error) {
      return null;
    }
  }

  // A link to a cell must lead to something that is seen.
  function reveal() {
    var target = named(location.hash.slice(1));
    var outlet = target && target.getAttribute("data-outlet");
    if (outlet && picked().indexOf(outlet) < 0) {
      pick(picked().concat(outlet));
      show(false);
      lead(target, 3);
    }
  }

  // Rows that come into sight get heights of their own, by which what a link leads to moves.
  function lead(target, times) {
    target.scrollIntoView();
    if (times) requestAnimationFrame(function () { lead(target, times - 1); });
  }

  var asked = new URL(location.href).searchParams.get("outlets");
  if (asked) {
    var wanted = asked === "all" ? ids : asked.split(",").filter(function (id) { return ids.indexOf(id) >= 0; });
    if (wanted.length) pick(wanted);
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function () { show(true); });
  form.addEventListener("click", function (event) {
    if (event.target.value === "all") pick(ids);
    else if (event.target.value === "first") pick(first);
    else return;
    show(true);
  });
  addEventListener("hashchange", reveal);
  show(false);
  reveal();
})();
