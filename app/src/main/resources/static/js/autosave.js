/* What is typed saves itself: htmx sends a form marked data-autosave; this tells the truth about it, and sends again what
   did not get through. Text that could not be sent stays in the open page, also when the session has ended. */
"use strict";

(() => {
    const AGAIN_SECONDS = 15;
    const unsent = new Set();
    const refused = new Set();
    const find = (selector) => document.querySelector(selector);

    const tell = (form, state, words) => {
        const place = form.querySelector("[data-saved]") ?? find("[data-saved]");
        if (place) {
            place.dataset.state = state;
            place.textContent = words;
        }
    };
    const remember = (form, { sent, kept }) => {
        sent ? unsent.delete(form) : unsent.add(form);
        kept ? refused.delete(form) : refused.add(form);
        document.body.toggleAttribute("data-unsent", unsent.size + refused.size > 0);
    };

    /* An answer says where the whole page stands. Of two that were under way together neither may know of the other, and the
       later one may come first: when both are back, the page is asked once more. */
    let underWay = 0;
    let together = false;
    const came = (form) => {
        underWay -= 1;
        if (underWay === 0 && together) {
            together = false;
            htmx.trigger(form, "autosave");
        }
    };

    document.addEventListener("htmx:beforeRequest", ({ target }) => {
        if (target.matches("[data-autosave]")) {
            together ||= underWay > 0;
            underWay += 1;
            tell(target, "sending", "Saving…");
        }
    });
    /* A page with words that are not saved yet does not go to the sign-in page by itself. */
    document.addEventListener("htmx:beforeOnLoad", (event) => {
        if (event.target.matches("[data-autosave]") && event.detail.xhr.status === 401) {
            event.preventDefault();
        }
    });
    document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
        if (!target.matches("[data-autosave]")) {
            return;
        }
        came(target);
        const { status } = detail.xhr;
        if (status >= 200 && status < 300) {
            remember(target, { sent: true, kept: true });
            tell(target, "saved", "Saved " + new Date().toLocaleTimeString([], { hour12: false }));
            askToSignIn(false);
        } else if (status === 409) {
            remember(target, { sent: true, kept: true });
            tell(target, "saved", "Kept beside the other words");
        } else if (status === 422) {
            remember(target, { sent: true, kept: false });
            tell(target, "unsent", "Not saved: see the message");
        } else {
            remember(target, { sent: false, kept: true });
            tell(target, "unsent", "Not sent yet. Kept on this page, trying again.");
            askToSignIn(status === 401 || status === 403);
        }
    });

    /* Signing in anew, in another tab, brings another token for the requests of this page. */
    const askToSignIn = (needed) => {
        const band = find("#signed-out");
        if (band) {
            band.hidden = !needed;
        }
    };
    const renewToken = async () => {
        const answer = await fetch("/account");
        if (answer.redirected || !answer.ok) {
            return false;
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const token = page.querySelector("meta[name=csrf-token]")?.content;
        if (token) {
            find("meta[name=csrf-token]").content = token;
            document.querySelectorAll("input[name=_csrf]").forEach((input) => (input.value = token));
        }
        return Boolean(token);
    };
    const sendAgain = async () => {
        if (unsent.size === 0) {
            return;
        }
        const out = find("#signed-out");
        if (out && !out.hidden && !(await renewToken().catch(() => false))) {
            return;
        }
        unsent.forEach((form) => htmx.trigger(form, "autosave"));
    };
    window.addEventListener("online", sendAgain);
    window.addEventListener("focus", sendAgain);
    setInterval(sendAgain, AGAIN_SECONDS * 1000);
    window.addEventListener("beforeunload", (event) => {
        if (document.body.hasAttribute("data-unsent")) {
            event.preventDefault();
        }
    });
})();
