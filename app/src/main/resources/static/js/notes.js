/* The group note asks where the lines stand once something was saved. Its keys are in keys.js. */
"use strict";

document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
    if (target.matches("[data-autosave]") && detail.successful) {
        htmx.trigger(document.body, "standing");
    }
});
