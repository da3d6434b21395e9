// The search index and its worker are as large as all the rest: both wait until someone is about to search, and for what
// puts a search into the words that the site prints. Runs before the theme's script, which asks for both at once.
(function () {
  var request = XMLHttpRequest.prototype, open = request.open, send = request.send, Real = window.Worker, go;
  var wanted = new Promise(function (ok) {
    go = function () {
      if (go.asked) return;
      go.asked = 1;
      var script = document.createElement("script");
      var base = JSON.parse(document.getElementById("__config").textContent).base.replace(/\/$/, "");
      script.src = base + "/assets/javascripts/search.js";
      script.onload = script.onerror = ok;
      document.head.append(script);
    };
  });
  function ask(event) {
    if (event.target.closest && event.target.closest('[data-md-component="search"],[for="__search"]')) go();
  }
  addEventListener("focusin", ask);
  addEventListener("pointerdown", ask);
  addEventListener("keydown", function (event) { if (/^[sf/]$/.test(event.key)) go(); });
  if (/[?&][qh]=/.test(location.search)) go();
  request.open = function (method, url) {
    this.vmIndex = /search_index\.json/.test(url);
    return open.apply(this, arguments);
  };
  request.send = function (body) {
    var self = this;
    if (self.vmIndex) wanted.then(function () { send.call(self, body); });
    else send.call(self, body);
  };
  window.Worker = function (url, options) {
    var made = wanted.then(function () { return new Real(url, options); });
    ["addEventListener", "removeEventListener", "postMessage", "terminate"].forEach(function (name) {
      this[name] = function () {
        var given = arguments;
        made.then(function (worker) {
          if (name == "postMessage" && window.vmSearch) given = [vmSearch(given[0])];
          worker[name].apply(worker, given);
        });
      };
    }, this);
  };
})();
