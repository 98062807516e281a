/* Taps during group, also without a connection: see queue.js for what waits in this browser, and how. */
"use strict";

(() => {
    const NAME = "trellis-taps";
    const AGAIN_SECONDS = 10;
    const room = document.querySelector("[data-chips]");
    const says = document.querySelector("[data-chip-queue]");

    const { keep, waiting, drop, wipe } = sealedQueue(NAME);

    document.addEventListener("submit", ({ target }) => target.action?.endsWith("/sign-out") && wipe());
    if (!room) {
        return;
    }

    const tell = (count) => {
        says.textContent = count === 0 ? "Every tap is sent" : `${count} kept on this device, not sent yet`;
        says.dataset.state = count === 0 ? "saved" : "unsent";
    };
    let delivering = Promise.resolve();
    const deliver = () =>
        (delivering = delivering.then(async () => {
            const taps = (await waiting()).filter((tap) => tap.session === room.dataset.session);
            tell(taps.length);
            if (taps.length === 0) {
                return;
            }
            const body = new URLSearchParams();
            taps.forEach(({ id, client, code, at }) => {
                Object.entries({ id, client, code, at }).forEach(([name, value]) => body.append(name, value));
            });
            const token = document.querySelector("meta[name=csrf-token]").content;
            const header = document.querySelector("meta[name=csrf-header]").content;
            const answer = await fetch(room.dataset.chips, { method: "POST", headers: { [header]: token }, body });
            if (answer.status === 204) {
                await drop(taps.map((tap) => tap.place));
                const left = await waiting();
                tell(left.filter((tap) => tap.session === room.dataset.session).length);
                if (left.length === 0) {
                    wipe();
                }
            } else {
                document.querySelector("#signed-out").hidden = false;
            }
        }).catch(() => {}));

    /* Kept first, then sent: a tap is never only in the air. */
    const record = async (tap) => {
        await keep({ session: room.dataset.session, at: new Date().toISOString(), ...tap });
        deliver();
    };
    const show = (card, code, step) => {
        const place = card.querySelector(`[data-code="${code}"] b`);
        const count = Number(place.dataset.count) + step;
        place.dataset.count = count;
        place.textContent = count > 0 ? count : "";
    };

    room.addEventListener("click", ({ target }) => {
        const card = target.closest("[data-client]");
        const tap = target.closest("[data-code]");
        const back = target.closest("[data-take-back]");
        const undo = card?.querySelector("[data-take-back]");
        if (tap) {
            const id = crypto.randomUUID();
            show(card, tap.dataset.code, 1);
            Object.assign(card.dataset, { last: id, lastCode: tap.dataset.code });
            undo.disabled = false;
            record({ id, client: card.dataset.client, code: tap.dataset.code });
        } else if (back && card.dataset.last) {
            show(card, card.dataset.lastCode, -1);
            record({ id: card.dataset.last, client: card.dataset.client, code: "BACK" });
            card.dataset.last = "";
            undo.disabled = true;
        }
    });

    waiting().then((taps) => {
        const own = taps.filter((tap) => tap.session === room.dataset.session);
        own.filter((tap) => tap.code !== "BACK").forEach((tap) => {
            const card = room.querySelector(`[data-client="${tap.client}"]`);
            card && show(card, tap.code, 1);
        });
        deliver();
    });
    window.addEventListener("online", deliver);
    setInterval(deliver, AGAIN_SECONDS * 1000);
})();
