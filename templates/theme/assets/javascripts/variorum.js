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

// What a link leads to is opened, if it is folded. Then a topic's answers, by answer or by outlet: the style sheet does it; here the button
// that is in force looks pressed, and the address keeps the choice.
(function () {
  "use strict";
  // What a fragment names, as it is written or decoded, as browsers find it. A link that was cut in two may be no text at all.
  function named(fragment) {
    try {
      return fragment && (document.getElementById(fragment) || document.getElementById(decodeURIComponent(fragment)));
    } catch (error) {
      return null;
    }
  }

  // A claim or question of a former id leads on to what stands in its place; so does the cell of an outlet in its row.
  function former() {
    var name = location.hash.slice(1), target = named(name) || named(name.split("--")[0]);
    var line = target && target.closest(".vm-former > li"), on = line && line.querySelector("a[href]");
    if (on) location.replace(on.href);
  }
  addEventListener("hashchange", former);
  former();

  function unfold() {
    var target = named(location.hash.slice(1));
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details")) folded.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();

  var board = document.querySelector(".vm-board");
  var byAnswer = document.getElementById("vm_by_answer"), byOutlet = document.getElementById("vm_by_outlet");
  if (!board || !byOutlet) return;
  var form = board.querySelector(".vm-picker"), asked = new URL(location.href).searchParams;

  function keep(name, value) {
    var url = new URL(location.href);
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    history.replaceState(history.state, "", url);
  }

  var view = asked.get("view");
  if (view === "outlet" || asked.get("outlets")) byOutlet.checked = true;
  else if (view === "answer" || form || !matchMedia("(min-width: 60em)").matches) byAnswer.checked = true;
  else byOutlet.checked = true;
  [byAnswer, byOutlet].forEach(function (button) {
    button.addEventListener("change", function () { keep("view", button.value); });
  });
  // What a link leads to is shown, whatever questions are asked for.
  function wanted() {
    var target = named(location.hash.slice(1));
    if (target && board.contains(target) && !target.checkVisibility()) {
      board.querySelector("[name=vm_only][value=all]").checked = true;
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", wanted);
  wanted();
  if (!form) return;

  var boxes = Array.prototype.slice.call(form.querySelectorAll("input"));
  var ids = boxes.map(function (box) { return box.value; });
  var first = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  var frame = board.querySelector(".vm-rows"), grids = frame.querySelectorAll(".vm-heads, .vm-cells");
  var cells = {};
  ids.forEach(function (id) { cells[id] = []; });
  frame.querySelectorAll("[data-outlet]").forEach(function (cell) { cells[cell.dataset.outlet].push(cell); });
  var shown = ids;

  function picked() {
    return boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  }

  // Only the cells that change are touched. By answer none is hidden: there the choice is of no use.
  function show(remember) {
    var chosen = byOutlet.checked ? picked() : ids;
    ids.forEach(function (id) {
      var hide = chosen.indexOf(id) < 0;
      if (hide === shown.indexOf(id) < 0) return;
      cells[id].forEach(function (cell) {
        // Where the sentence on a row speaks of an outlet, its report stays, below the columns.
        if (cell.classList.contains("vm-report--named")) cell.classList.toggle("vm-report--off", hide);
        else cell.hidden = hide;
      });
    });
    shown = chosen;
    var fits = chosen.length <= Number(form.dataset.columns);
    var columns = ids.map(function (id) { return chosen.indexOf(id) < 0 ? "0" : fits ? "minmax(0, 1fr)" : "10rem"; }).join(" ");
    grids.forEach(function (grid) { grid.style.gridTemplateColumns = columns; });
    frame.classList.toggle("vm-rows--fit", fits);
    form.querySelector("output").textContent = "(" + picked().length + " / " + ids.length + ")";
    if (!remember) return;
    var all = picked();
    keep("outlets", all.join() === first.join() ? null : all.length === ids.length ? "all" : all.join());
  }

  function pick(wanted) {
    boxes.forEach(function (box) { box.checked = wanted.indexOf(box.value) >= 0; });
  }

  // A link to an answer must lead to something that is seen.
  function reveal() {
    var target = named(location.hash.slice(1));
    var outlet = target && target.getAttribute("data-outlet");
    if (byOutlet.checked && outlet && picked().indexOf(outlet) < 0) {
      pick(picked().concat(outlet));
      show(false);
      target.scrollIntoView();
    }
  }

  if (asked.get("outlets")) {
    var wish = asked.get("outlets") === "all" ? ids : asked.get("outlets").split(",").filter(function (id) { return ids.indexOf(id) >= 0; });
    if (wish.length) pick(wish);
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
  [byAnswer, byOutlet].forEach(function (button) {
    button.addEventListener("change", function () { show(false); });
  });
  addEventListener("hashchange", reveal);
  show(false);
  reveal();
})();

// The address of a question or claim, copied by its "#".
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".vm-permalink");
    if (!link) return;
    navigator.clipboard.writeText(link.href.replace(/#page_title$/, "")).then(function () {
      var told = link.parentElement.querySelector(".vm-copied");
      if (told) return;
      told = document.createElement("span");
      told.className = "vm-copied";
      told.setAttribute("role", "status");
      link.after(told);
      told.textContent = " " + (link.dataset.copied || "");
      setTimeout(function () { told.remove(); }, 2500);
    }, function () {});
  });
})();

// A button that copies a citation.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copy] > pre").forEach(function (text) {
    var words = text.parentElement.dataset;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "vm-copy";
    button.textContent = words.copy;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(text.textContent).then(function () {
        button.textContent = words.copied;
        setTimeout(function () { button.textContent = words.copy; }, 2500);
      }, function () {});
    });
    text.after(button);
  });
})();

// Where and when a page was printed.
(function () {
  "use strict";
  var address = document.querySelector(".vm-sheet-address"), day = document.querySelector(".vm-sheet-day");
  if (!address) return;
  addEventListener("beforeprint", function () {
    if (!address.textContent) address.textContent = location.href.split("#")[0];
    day.textContent = new Date().toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: "long" });
  });
})();
