/* The little that HTML and htmx cannot do alone. No page holds a script of its own; everything here listens on the
   document and finds its work by data attributes. Nothing is kept in the browser's storage. Keys are in keys.js. */
"use strict";

(() => {
    const TOAST_SECONDS = 10;
    const WARNING_SECONDS = 120;
    const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
    const find = (selector) => document.querySelector(selector);

    /* Every changing request proves where it comes from and may be sent twice without being done twice. The key stays with
       its element and content until the server has answered for good, so that a retry after a lost answer is the same
       request, and a changed form is a new one. */
    const keys = new WeakMap();
    const keyOf = (element, formData) => {
        const content = JSON.stringify([...formData]);
        if (keys.get(element)?.content !== content) {
            keys.set(element, { content, key: crypto.randomUUID() });
        }
        return keys.get(element).key;
    };
    document.addEventListener("htmx:configRequest", ({ detail, target }) => {
        if (detail.verb === "get") {
            return;
        }
        detail.headers[meta("csrf-header")] = meta("csrf-token");
        detail.headers["Idempotency-Key"] = keyOf(target, detail.formData);
    });
    document.addEventListener("htmx:afterRequest", ({ detail }) => {
        const { status } = detail.xhr;
        if (status > 0 && status < 500) {
            keys.delete(detail.elt);
            restartIdleClock();
        }
    });

    /* Toasts go away by themselves, but never while someone points at them or stands in them. */
    const watchToast = (toast) => {
        let timer;
        const start = () => (timer = setTimeout(() => toast.remove(), TOAST_SECONDS * 1000));
        const stop = () => clearTimeout(timer);
        ["mouseenter", "focusin"].forEach((name) => toast.addEventListener(name, stop));
        ["mouseleave", "focusout"].forEach((name) => toast.addEventListener(name, start));
        start();
    };
    const toasts = find("#toasts");
    if (toasts) {
        new MutationObserver((changes) =>
            changes
                .flatMap((change) => [...change.addedNodes])
                .filter((node) => node.matches?.("[data-toast]"))
                .forEach(watchToast),
        ).observe(toasts, { childList: true });
    }
    const say = (words, tone) => {
        const toast = find("#toast-template")?.content.firstElementChild.cloneNode(true);
        if (toast) {
            toast.querySelector("p").textContent = words;
            toast.classList.replace("toast-good", "toast-" + tone);
            toasts.append(toast);
        }
    };
    document.addEventListener("trellis:say", ({ detail }) => say(detail.words, detail.tone));
    document.addEventListener("htmx:sendError", ({ detail, target }) =>
        detail.kept ||
        target.closest("[data-background]") ||
        say("No connection. Nothing was changed; press again when it is back.", "watch"),
    );
    document.addEventListener("htmx:responseError", ({ detail, target }) => {
        if (detail.xhr.status !== 401 && !target.closest("[data-background]")) {
            say("That did not go through. Load the page again and retry.", "bad");
        }
    });

    /* Dialogs: an answer that lands in one opens it, unless it only says what was done elsewhere; data-open names one that is already on the page. */
    document.addEventListener("htmx:afterSwap", ({ target }) => {
        if (target.matches?.("dialog:not([open])") && target.childElementCount) {
            target.showModal();
        }
    });
    document.addEventListener("click", ({ target }) => {
        const opener = target.closest("[data-open]");
        if (opener) {
            find("#" + opener.dataset.open)?.showModal();
        }
        if (target.closest("[data-close]")) {
            target.closest("[data-toast]")?.remove();
            target.closest("dialog")?.close();
        }
        if (target.matches("dialog[open]")) {
            target.close();
        }
        if (target.closest("[data-print]")) {
            window.print();
        }
        if (target.matches("[data-copied]")) {
            target.select();
        }
        const copier = target.closest("[data-copy]");
        if (copier) {
            copy(copier, find("#" + copier.dataset.copy));
        }
        if (target.closest("[data-stay]")) {
            stay();
        }
    });
    /* Copies a field; where the browser does not let a page write to the clipboard the text is left selected. */
    const copy = (button, field) => {
        field.select();
        const said = (words) => (button.querySelector("[data-copy-words]").textContent = words);
        (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
            () => said("Copied"),
            () => said("Press Ctrl C"),
        );
    };
    /* Somebody new is called by name in the lists as soon as the name is typed. */
    document.addEventListener("input", ({ target }) => {
        const number = target.closest?.(".setup-people") && target.name.match(/[0-9]+$/)?.[0];
        if (number) {
            const typed = ["given", "family"].map((part) => find("#" + part + number).value.trim());
            const name = typed.filter(Boolean).join(" ");
            document
                .querySelectorAll(`option[value="NEW${number}"]`)
                .forEach((option) => (option.textContent = name ? name + " (new)" : "New person " + number));
        }
    });
    document.addEventListener("close-dialog", () => find("#dialog")?.close());
    find("#dialog")?.addEventListener("close", ({ target }) => target.replaceChildren());

    /* A session that is about to end says so; one that has ended leaves no client's name on the screen. */
    let warning;
    let end;
    const leave = () => {
        if (!document.body.hasAttribute("data-unsent")) {
            location.assign("/sign-in");
        } else {
            document.body.classList.add("shaded");
        }
    };
    function restartIdleClock() {
        const seconds = Number(meta("session-seconds"));
        if (!seconds) {
            return;
        }
        clearTimeout(warning);
        clearTimeout(end);
        warning = setTimeout(() => find("#session-warning")?.showModal(), (seconds - WARNING_SECONDS) * 1000);
        end = setTimeout(leave, seconds * 1000);
    }
    const stay = () =>
        fetch("/session", { method: "HEAD" }).then((answer) => {
            if (answer.ok && !answer.redirected) {
                find("#session-warning").close();
                restartIdleClock();
            } else {
                leave();
            }
        });
    restartIdleClock();

    /* Whether this page hears of changes as they happen; a part that was replaced says it again. */
    let heard = ["off", "Connecting"];
    const live = () => {
        const place = find("[data-live]");
        if (place) {
            place.dataset.live = heard[0];
            place.querySelector("[data-live-words]").textContent = heard[1];
        }
    };
    const hears = (state, words) => {
        heard = [state, words];
        live();
    };
    htmx.createEventSource = (address) => {
        const source = new EventSource(address);
        source.addEventListener("signed-out", () => {
            source.close();
            hears("off", "Signed out");
        });
        return source;
    };
    document.addEventListener("htmx:sseOpen", () => hears("on", "Live"));
    document.addEventListener("htmx:sseError", () => hears("off", "Reconnecting"));
    document.addEventListener("htmx:afterSettle", live);

    /* A stopwatch for a call: starts, stops, starts anew. It is never sent and never kept. */
    document.addEventListener("click", ({ target }) => {
        const button = target.closest?.("[data-timer]");
        if (!button) {
            return;
        }
        if (button.dataset.timer) {
            clearInterval(Number(button.dataset.timer));
            button.dataset.timer = "";
            return;
        }
        const began = Date.now();
        const show = () => {
            const seconds = Math.floor((Date.now() - began) / 1000);
            button.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} · stop`;
        };
        button.dataset.timer = String(setInterval(show, 1000));
        show();
    });

    /* An alarm covers the page and sounds until somebody takes it. A browser lets a page sound once somebody touched it. */
    let sound;
    const beep = () => {
        if (navigator.userActivation && !navigator.userActivation.hasBeenActive) {
            return;
        }
        sound ??= new AudioContext();
        sound.resume?.();
        [0, 0.35, 0.7].forEach((after) => {
            const tone = sound.createOscillator();
            const volume = sound.createGain();
            tone.type = "square";
            tone.frequency.value = 880;
            volume.gain.value = 0.15;
            tone.connect(volume).connect(sound.destination);
            tone.start(sound.currentTime + after);
            tone.stop(sound.currentTime + after + 0.2);
        });
        navigator.vibrate?.([200, 100, 200]);
    };
    document.addEventListener("htmx:afterSettle", () => {
        const cover = find("[data-alarm]");
        if (!cover) {
            return;
        }
        beep();
        if (!cover.contains(document.activeElement)) {
            cover.querySelector("[data-alarm-first]").focus();
        }
    });
    document.addEventListener("keydown", (event) => {
        const cover = find("[data-alarm]");
        if (!cover || event.key !== "Tab") {
            return;
        }
        const stops = [...cover.querySelectorAll("button, a")];
        const next = stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
        event.preventDefault();
        stops[(next + stops.length) % stops.length].focus();
    });
})();
