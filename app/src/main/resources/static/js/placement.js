/* The desk of placement: a card is dragged by its handle onto a track. Where the pointer lets go the server decides, as
   for the pin in the card's dialog, which does the same without a pointer. */
"use strict";

(() => {
    const form = document.querySelector("#desk-move");
    if (!form) {
        return;
    }
    let drag = null;
    const columnAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-track]");
    const show = (column) =>
        document
            .querySelectorAll("[data-track]")
            .forEach((one) => one.classList.toggle("track-target", one === column));
    const end = () => {
        drag?.ghost.remove();
        drag?.card.classList.remove("dragged");
        show(null);
        drag = null;
    };

    document.addEventListener("pointerdown", (event) => {
        const handle = event.target.closest("[data-drag]");
        if (!handle || event.button !== 0) {
            return;
        }
        event.preventDefault();
        const card = handle.closest("[data-person]");
        const place = card.getBoundingClientRect();
        const ghost = card.cloneNode(true);
        ghost.classList.add("drag-ghost");
        ghost.setAttribute("aria-hidden", "true");
        ghost.style.width = `${place.width}px`;
        document.body.append(ghost);
        card.classList.add("dragged");
        handle.setPointerCapture(event.pointerId);
        drag = { card, ghost, x: event.clientX - place.left, y: event.clientY - place.top };
        ghost.style.transform = `translate(${place.left}px, ${place.top}px)`;
    });
    document.addEventListener("pointermove", (event) => {
        if (drag) {
            drag.ghost.style.transform = `translate(${event.clientX - drag.x}px, ${event.clientY - drag.y}px)`;
            show(columnAt(event));
        }
    });
    document.addEventListener("pointerup", (event) => {
        if (!drag) {
            return;
        }
        const column = columnAt(event);
        const { card } = drag;
        end();
        if (column && column !== card.closest("[data-track]")) {
            form.action = `${form.dataset.path}${card.dataset.person}/moves`;
            form.elements.track.value = column.dataset.track;
            form.requestSubmit();
        }
    });
    document.addEventListener("pointercancel", end);
    document.addEventListener("keydown", (event) => event.key === "Escape" && end());
})();
