/* Checking in and out without a connection: a press that did not get through is kept (see queue.js) and handed over
   later. How long it waited is counted here; what time it was is for the server to say. */
"use strict";

(() => {
    const AGAIN_SECONDS = 10;
    const PRESS =
        /^\/(?:board\/)?sessions\/([0-9a-f-]{36})\/(?:clients\/([0-9a-f-]{36})\/)?(arrivals|departures)(?:\/([0-9a-f-]{36}))?$/;
    const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
    if (!meta("session-seconds")) {
        return;
    }
    const queue = sealedQueue("trellis-marks");
    const band = document.createElement("p");
    band.className = "kept-taps";
    band.setAttribute("role", "status");
    band.hidden = true;
    document.body.append(band);
    const tell = (count) => {
        band.hidden = count === 0;
        band.textContent =
            count === 1
                ? "1 press is kept on this device, and sent when the connection is back."
                : `${count} presses are kept on this device, and sent when the connection is back.`;
    };

    document.addEventListener(
        "htmx:sendError",
        async (event) => {
            const { requestConfig, elt } = event.detail;
            const press = requestConfig?.path?.match(PRESS);
            if (!press || !(press[2] ?? press[4])) {
                return;
            }
            event.detail.kept = true;
            const id = requestConfig.headers["Idempotency-Key"];
            const before = await queue.waiting();
            if (before.every((tap) => tap.id !== id)) {
                const kind = press[3] === "arrivals" ? "IN" : "OUT";
                await queue.keep({ id, session: press[1], client: press[2] ?? press[4], kind, at: Date.now() });
            }
            elt.classList.add("kept-press");
            tell((await queue.waiting()).length);
        },
        true,
    );

    let delivering = Promise.resolve();
    const deliver = () =>
        (delivering = delivering
            .then(async () => {
                const taps = await queue.waiting();
                tell(taps.length);
                if (taps.length === 0) {
                    return;
                }
                const body = new URLSearchParams();
                taps.forEach(({ id, session, client, kind, at }) => {
                    const age = Math.max(0, Date.now() - at);
                    Object.entries({ id, session, client, kind, age }).forEach(([name, value]) =>
                        body.append(name, value),
                    );
                });
                const headers = { [meta("csrf-header")]: meta("csrf-token") };
                const answer = await fetch("/taps", { method: "POST", headers, body });
                if (!answer.ok || answer.redirected) {
                    return;
                }
                await queue.drop(taps.map((tap) => tap.place));
                const left = await queue.waiting();
                tell(left.length);
                left.length === 0 && queue.wipe();
                document.querySelectorAll(".kept-press").forEach((one) => one.classList.remove("kept-press"));
                const differs = Number(answer.headers.get("Trellis-Differs") ?? 0);
                const words =
                    differs === 0
                        ? "What was kept is sent."
                        : `${differs} of what was kept differs from the record now. Open the session: it shows both.`;
                document.dispatchEvent(
                    new CustomEvent("trellis:say", { detail: { words, tone: differs === 0 ? "good" : "watch" } }),
                );
            })
            .catch(() => {}));

    document.addEventListener("submit", ({ target }) => target.action?.endsWith("/sign-out") && queue.wipe());
    window.addEventListener("online", deliver);
    setInterval(deliver, AGAIN_SECONDS * 1000);
    deliver();
})();
