/* The group note: beside the line that somebody works in stands what helps to write it. Its keys are in keys.js, saving in
   autosave.js. */
"use strict";

(() => {
    const WAIT = 250;
    const beside = document.querySelector("#beside");
    let shown = "";
    let timer;

    document.addEventListener("focusin", ({ target }) => {
        const line = target.closest("[data-beside]");
        if (!beside || !line || line.dataset.beside === shown || beside.offsetParent === null) {
            return;
        }
        clearTimeout(timer);
        timer = setTimeout(() => {
            shown = line.dataset.beside;
            htmx.ajax("GET", shown, { target: "#beside", swap: "innerHTML" });
        }, WAIT);
    });
})();
