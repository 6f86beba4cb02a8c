// Filters, theme, and the way between a mark in the text and its card. The report reads well without all of this.
(function () {
  "use strict";
  var root = document.documentElement;
  var form = document.getElementById("tools");
  var shown = document.getElementById("shown");
  var cards = Array.prototype.slice.call(document.querySelectorAll(".card"));
  var marks = null;  // card id -> its marks; made when first needed
  var current = null;

  function marksOf(card) {
    if (!marks) {
      marks = {};
      document.querySelectorAll(".two a").forEach(function (link) {
        var id = link.hash.slice(1);
        (marks[id] = marks[id] || []).push(link.parentNode);
      });
    }
    return marks[card.id] || [];
  }

  // Makes a card the current one. `scroll` says what has to come into view: "card", "text" or "both".
  function choose(card, scroll) {
    if (current) {
      current.classList.remove("current");
      marksOf(current).forEach(function (mark) { mark.classList.remove("current"); });
    }
    current = card;
    card.classList.add("current");
    marksOf(card).forEach(function (mark) { mark.classList.add("current"); });
    var mark = marksOf(card)[0];
    if (scroll !== "card" && mark) mark.scrollIntoView({ block: "center" });
    if (scroll === "text") return;
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  }

  function step(by) {
    var from = current ? cards.indexOf(current) : by > 0 ? -1 : cards.length;
    for (var i = from + by; i >= 0 && i < cards.length; i += by)
      if (!cards[i].hidden) return choose(cards[i], "both");
  }

  function filter() {
    var words = form.elements.words.value.trim().toLowerCase();
    var rule = form.elements.rule.value;
    var bands = {};
    form.querySelectorAll("[name=band]").forEach(function (box) { bands[box.value] = box.checked; });
    var formBox = form.querySelector("[name=form]");
    var count = 0;
    cards.forEach(function (card) {
      if (words && card.words === undefined) card.words = card.textContent.toLowerCase();
      var visible = bands[card.dataset.band] && (!rule || card.dataset.rule === rule) &&
        (!("form" in card.dataset) || formBox.checked || rule === card.dataset.rule) &&
        (!words || card.words.indexOf(words) >= 0);
      if (visible) ++count;
      if (card.hidden === !visible) return;
      card.hidden = !visible;
      marksOf(card).forEach(function (mark) { mark.classList.toggle("dim", !visible); });
    });
    shown.textContent = count === cards.length ? "All " + count.toLocaleString("en") + " shown"
      : count.toLocaleString("en") + " of " + cards.length.toLocaleString("en") + " shown";
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#c'], a[href^='#m']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var card = document.getElementById("c" + link.hash.slice(2));
    if (!card || !card.classList.contains("card")) return;
    event.preventDefault();
    choose(card, link.hash.charAt(1) === "c" ? "card" : "text");
  });

  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (event.key === "Escape" && typing) return event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/" && form) {
      event.preventDefault();
      form.elements.words.focus();
    }
  });

  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    filter();
  }

  var button = document.getElementById("theme");
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function paint(theme) {
    if (theme) root.dataset.theme = theme;
    button.textContent = isDark() ? "Light" : "Dark";
  }
  var kept = null;
  try { kept = localStorage.getItem("emend-theme"); } catch (e) { /* some browsers keep nothing for local files */ }
  paint(kept === "dark" || kept === "light" ? kept : "");
  button.hidden = false;
  button.addEventListener("click", function () {
    var theme = isDark() ? "light" : "dark";
    paint(theme);
    try { localStorage.setItem("emend-theme", theme); } catch (e) { /* then only this page remembers */ }
  });
})();
