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

    /* Who writes where. A part that somebody else is in is marked with the initials and set inert, unless this person is in it
       already; it opens again when they leave, or when nothing was heard of them for a while. */
    const STILL_HERE = 20000;
    const QUIET = 50000;
    const writers = document.querySelector("#writers");
    let part = null;
    let beat;
    let quiet;

    const say = (verb, path, headers = {}) =>
        htmx.ajax(verb, path, { source: writers, target: "#writers", swap: "none", headers });

    const show = () => {
        document.querySelectorAll(".writer").forEach((mark) => mark.remove());
        document.querySelectorAll("[data-writing] form[inert]").forEach((form) => form.removeAttribute("inert"));
        for (const { dataset, textContent } of writers.querySelectorAll("[data-writer]")) {
            const place = document.getElementById(dataset.writer);
            if (!place) {
                continue;
            }
            const mark = document.createElement("p");
            mark.className = "writer";
            const initials = document.createElement("strong");
            initials.textContent = textContent;
            mark.append(initials, ` ${dataset.name} is writing here`);
            place.prepend(mark);
            if (!place.contains(document.activeElement)) {
                place.querySelectorAll("form[data-autosave]").forEach((form) => form.setAttribute("inert", ""));
            }
        }
        clearTimeout(quiet);
        if (writers.childElementCount > 0) {
            quiet = setTimeout(() => htmx.trigger(writers, "again"), QUIET);
        }
    };

    if (writers) {
        document.addEventListener("focusin", ({ target }) => {
            const place = target.closest("[data-writing]");
            const typing = place && target.closest("form[data-autosave]") ? place : null;
            if (typing === part) {
                return;
            }
            part = typing;
            clearInterval(beat);
            if (part) {
                const { writing } = part.dataset;
                say("PUT", writing);
                beat = setInterval(() => say("PUT", writing, { "Trellis-Background": "true" }), STILL_HERE);
            } else {
                say("DELETE", writers.dataset.leaves);
            }
        });
        document.addEventListener("focusout", ({ relatedTarget }) => {
            if (part && !relatedTarget) {
                part = null;
                clearInterval(beat);
                say("DELETE", writers.dataset.leaves);
            }
        });
        document.addEventListener("htmx:afterSettle", show);
    }
})();
