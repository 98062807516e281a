/* The tablet at the door. One page stays open: what is tapped goes to the server, whose answer is the next screen, and
   after a while the first screen comes back by itself. Without a connection a tap waits as a code that only the server
   can lead back to somebody. Nothing of anybody stays in the page. */
"use strict";

(() => {
    const IDLE_SECONDS = 25;
    const ASK_AGAIN_SECONDS = 20;
    const DELIVER_SECONDS = 10;
    const PATIENCE_SECONDS = 8;
    const stage = document.querySelector("#kiosk-screen");
    if (!stage) {
        return;
    }
    const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
    const band = document.querySelector("#kiosk-offline");
    const queue = sealedQueue("trellis-kiosk");
    let said = { letters: "", month: 0, day: 0, initial: "" };

    const codeKey = tabletKey.read();
    /* The empty page that the worker keeps has no token: it takes arrivals and sends nothing until it is loaded anew. */
    const alone = meta("csrf-token") === "";
    navigator.serviceWorker?.register("/kiosk/worker.js", { scope: "/kiosk" }).catch(() => {});

    let clock;
    const rest = (seconds) => {
        clearTimeout(clock);
        clock = setTimeout(start, seconds * 1000);
    };
    const show = (name) => {
        stage.replaceChildren(document.querySelector(`#kiosk-${name}`).content.cloneNode(true));
        stage.dataset.screen = name;
        stage.querySelector("h1")?.focus();
        rest(Number(stage.firstElementChild.dataset.rest ?? IDLE_SECONDS));
    };
    const letters = () => {
        stage.querySelectorAll("[data-slot]").forEach((slot, i) => (slot.textContent = said.letters[i] ?? ""));
        stage.querySelector("[data-next]").disabled = said.letters.length < 2;
    };
    function start() {
        said = { letters: "", month: 0, day: 0, initial: "" };
        show("letters");
        clearTimeout(clock);
    }

    /* --- with a connection --- */
    const send = async (path, values, key) => {
        if (alone) {
            return false;
        }
        stage.setAttribute("aria-busy", "true");
        try {
            const answer = await fetch(path, {
                method: "POST",
                headers: { [meta("csrf-header")]: meta("csrf-token"), "Idempotency-Key": key },
                body: new URLSearchParams(values),
                signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000),
            });
            if (answer.status === 403 || answer.status === 404) {
                location.reload();
                return true;
            }
            if (!answer.ok) {
                return false;
            }
            const there = answer.headers.get("Trellis-Go");
            if (there) {
                location.replace(there);
                return true;
            }
            stage.innerHTML = await answer.text();
            stage.dataset.screen = stage.firstElementChild.dataset.kind;
            stage.querySelector("h1")?.focus();
            rest(Number(stage.firstElementChild.dataset.rest));
            connected(true);
            return true;
        } catch {
            connected(false);
            return false;
        } finally {
            stage.removeAttribute("aria-busy");
        }
    };
    const clues = () => ({ letters: said.letters, month: said.month, day: said.day });

    stage.addEventListener("submit", async (event) => {
        event.preventDefault();
        const form = event.target;
        const path = form.dataset.send;
        const values = Object.fromEntries(new FormData(form, event.submitter));
        const key = crypto.randomUUID();
        if (path === "/kiosk/arrivals") {
            said.initial = values.initial;
            Object.assign(values, clues());
        }
        if (await send(path, values, key)) {
            return;
        }
        if (path === "/kiosk/arrivals" || path === "/kiosk/next") {
            await note("IN", key);
        } else if (path === "/kiosk/departures") {
            await note("OUT", key);
        } else {
            show(path === "/kiosk/help" ? "ask" : "noted");
        }
    });

    document.addEventListener("click", async ({ target }) => {
        const letter = target.closest("[data-letter]");
        const month = target.closest("[data-month]");
        const day = target.closest("[data-day]");
        const initial = target.closest("[data-initial]");
        const way = target.closest("[data-way]");
        if (letter && said.letters.length < 3) {
            said.letters += letter.dataset.letter;
            letters();
            rest(IDLE_SECONDS);
            if (said.letters.length === 3) {
                show("month");
            }
        } else if (target.closest("[data-erase]")) {
            said.letters = said.letters.slice(0, -1);
            letters();
        } else if (target.closest("[data-next]")) {
            show("month");
        } else if (month) {
            said.month = Number(month.dataset.month);
            show("day");
            const days = new Date(2024, said.month, 0).getDate();
            stage.querySelectorAll("[data-day]").forEach((one) => (one.hidden = Number(one.dataset.day) > days));
        } else if (day) {
            said.day = Number(day.dataset.day);
            (await send("/kiosk/initials", clues(), crypto.randomUUID())) || show("initial");
        } else if (initial) {
            said.initial = initial.dataset.initial;
            show("way");
        } else if (way) {
            await note(way.dataset.way, crypto.randomUUID());
        } else if (target.closest("[data-start]")) {
            start();
        } else if (target.closest("[data-help]")) {
            const visit = stage.querySelector("[name=visit]")?.value ?? "";
            (await send("/kiosk/help", { visit }, crypto.randomUUID())) || show("ask");
        }
    });

    /* --- without one --- */
    const codeOf = async () => {
        const two = (number) => String(number).padStart(2, "0");
        const words = `${said.letters}|${two(said.month)}-${two(said.day)}|${said.initial}`;
        const code = await crypto.subtle.sign("HMAC", await codeKey, new TextEncoder().encode(words));
        return [...new Uint8Array(code)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    };
    const note = async (kind, id) => {
        await queue.keep({ id, code: await codeOf(), kind, at: Date.now() });
        show("noted");
        deliver();
    };
    const connected = (is) => {
        band.hidden = is;
    };
    let delivering = Promise.resolve();
    const deliver = () =>
        (delivering = delivering
            .then(async () => {
                const taps = await queue.waiting();
                band.dataset.waiting = taps.length;
                if (taps.length === 0 || alone) {
                    return;
                }
                const body = new URLSearchParams();
                taps.forEach(({ id, code, kind, at }) => {
                    const age = Math.max(0, Date.now() - at);
                    Object.entries({ id, code, kind, age }).forEach(([name, value]) => body.append(name, value));
                });
                const headers = { [meta("csrf-header")]: meta("csrf-token") };
                const answer = await fetch("/kiosk/taps", { method: "POST", headers, body });
                if (answer.ok) {
                    await queue.drop(taps.map((tap) => tap.place));
                    const left = await queue.waiting();
                    band.dataset.waiting = left.length;
                    left.length === 0 && queue.wipe();
                    connected(true);
                }
            })
            .catch(() => connected(false)));

    /* The code on the screen changes each minute; an answer says that the tablet is still one. */
    const code = document.querySelector("#kiosk-code");
    const again = async () => {
        try {
            const answer = await fetch("/kiosk/code");
            if (answer.status === 404) {
                location.reload();
            } else if (alone) {
                stage.dataset.screen === "letters" && !said.letters && location.reload();
            } else if (answer.ok) {
                code.innerHTML = await answer.text();
                connected(true);
            }
        } catch {
            connected(false);
        }
    };
    const time = document.querySelector("#kiosk-time");
    const tick = () =>
        (time.textContent = new Date().toLocaleTimeString("en-US", {
            hour: "numeric",
            minute: "2-digit",
            timeZone: time.dataset.zone,
        }));

    start();
    tick();
    deliver();
    connected(!alone);
    setInterval(tick, 5000);
    setInterval(again, ASK_AGAIN_SECONDS * 1000);
    setInterval(deliver, DELIVER_SECONDS * 1000);
    window.addEventListener("online", alone ? again : deliver);
})();
