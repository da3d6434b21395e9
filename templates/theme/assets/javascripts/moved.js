// Leads on from an address that there was: to what stands in the place of the part that a link names, or of the page.
(function () {
  "use strict";
  var name = location.hash.slice(1), line;
  try {
    line = name && document.getElementById(decodeURIComponent(name));
  } catch (error) {
    line = null;
  }
  var own = line && line.querySelector("a[href]"), page = document.getElementById("vm_moved");
  if (own) location.replace(own.href);
  else if (page && !line) location.replace(page.href.indexOf("#") < 0 ? page.href + location.hash : page.href);
})();
