/* The group note: go to the next empty line, and ask where the lines stand once something was saved. */
"use strict";

(() => {
    const nextEmpty = () => {
        const lines = [...document.querySelectorAll("[data-line]")];
        const here = lines.indexOf(document.activeElement);
        const order = [...lines.slice(here + 1), ...lines.slice(0, here + 1)];
        (order.find((line) => line.value.trim() === "") ?? document.querySelector(".note-sign button"))?.focus();
    };
    document.addEventListener("click", ({ target }) => {
        if (target.closest("[data-next-empty]")) {
            nextEmpty();
        }
    });
    document.addEventListener("keydown", (event) => {
        if (event.altKey && event.key === "n") {
            event.preventDefault();
            nextEmpty();
        }
    });
    document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
        if (target.matches("[data-autosave]") && detail.successful) {
            htmx.trigger(document.body, "standing");
        }
    });
})();
