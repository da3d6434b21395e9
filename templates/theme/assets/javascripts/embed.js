// In a frame: tells the page around it how high the row is. On that page: gives each frame of this site the height that it tells.
(function () {
  "use strict";
  var own = document.currentScript && new URL(document.currentScript.src).origin;
  if (document.body && document.body.classList.contains("vm-embed")) {
    if (parent === window) return;
    var tell = function () {
      parent.postMessage({ variorum: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
    };
    new ResizeObserver(tell).observe(document.documentElement);
    return;
  }
  addEventListener("message", function (event) {
    var height = event.data && event.data.variorum;
    if (event.origin !== own || typeof height !== "number" || !(height > 0)) return;
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = Math.min(height, 4000) + "px";
    });
  });
})();
