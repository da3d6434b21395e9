// What a reader searches for, in the words that the site prints: a name in a spelling that no text has, a figure grouped in
// another way. Loaded when someone is about to search. The theme's search box, its worker and its list stay as they are.
(function () {
  "use strict";
  var docs = [], names = [], folds = [], asked = {};

  // What the spellings of one name share. The letters that count as one come with the index, from builder/values/names.py.
  function key(word, folds) {
    var plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    folds.forEach(function (fold) { plain = plain.replace(fold[0], fold[1]); });
    return (plain.charAt(0).replace(/[aeiouy]/, "a") + plain.slice(1).replace(/[aeiouy]+/g, "")).replace(/(.)\1+/g, "$1");
  }

  function sorted(letters) {
    return letters.split("").sort().join("");
  }

  // Whether something that can be found has a word, or figure, with this beginning.
  function printed(beginning) {
    if (asked[beginning] === undefined) {
      var whole = new RegExp("(^|[^\\p{L}\\p{N}.,])" + beginning.replace(/[.]/g, "\\.") + (/\d$/.test(beginning) ? "(?![.,]?\\d)" : ""), "iu");
      asked[beginning] = docs.some(function (doc) { return whole.test(doc.title) || whole.test(doc.text); });
    }
    return asked[beginning];
  }

  function figure(typed) {
    var digits = typed.replace(/\D/g, "");
    var forms = [digits].concat([",", ".", "\u00a0", "\u202f"].map(function (sign) { return digits.replace(/\B(?=(\d{3})+$)/g, sign); }));
    return forms.filter(printed).join(" ") || typed;
  }

  function spellings(typed, only) {
    // German and Polish print ch where English has kh: Plechowo.
    var found = alike(key(typed, folds), typed) || (typed.length > 4 && alike(key(typed.replace(/ch/gi, "kh"), folds), typed));
    if (!found || printed(typed)) return typed;
    // The search finds what begins with a word: Zelensky finds Zelenskyy.
    found = found.filter(function (word) {
      return !found.some(function (other) { return other !== word && word.indexOf(other) === 0; });
    });
    return found.slice(0, only ? 1 : 3).join(" ");
  }

  function alike(wanted, typed) {
    var found = [];
    if (typed.length < 4 && wanted.length < 3) return null;
    [
      function (name) { return name.key === wanted; },
      // In another order, as Vorozhba and Vorobzha; and whoever is still typing.
      function (name) { return wanted.length > 3 && name.key[0] === wanted[0] && sorted(name.key) === sorted(wanted); },
      function (name) { return wanted.length > 3 && name.key.indexOf(wanted) === 0; }
    ].some(function (same) {
      found = names.filter(same).map(function (name) { return name.word; });
      return found.length;
    });
    return found.length ? found : null;
  }

  // Called with every message to the theme's worker: first the index (0), then what is searched for (2).
  window.vmSearch = function (message) {
    if (message.type === 0) {
      var own = message.data.config.names || { words: [], folds: [] };
      docs = message.data.docs;
      folds = own.folds.map(function (fold) { return [new RegExp(fold[0], "g"), fold[1]]; });
      names = own.words.map(function (word) { return { word: word, key: key(word, folds) }; });
    }
    if (message.type !== 2) return message;
    var phrase = message.data.indexOf('"') >= 0;
    return {
      type: 2,
      data: message.data
        .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
        .replace(/(^|[^\d.,])(\d{1,3}(?:[.,'’ \u00a0\u202f]?\d{3})+)(?![.,]?\d)/g, function (_, before, typed) { return before + figure(typed); })
        .replace(/([+\-]?)([\p{L}\p{M}]{3,})/gu, function (_, sign, typed) { return sign + spellings(typed, phrase || sign); })
    };
  };
  window.vmSearch.key = key;
})();
