/* The keyboard, and the search box it leads to. A button marked data-key is pressed by that letter. The browser's storage keeps one thing: whether single-letter keys are on. */
"use strict";

(() => {
    const find = (selector) => document.querySelector(selector);
    const visible = (element) => element.offsetParent !== null;

    const singleKeys = find("[data-single-keys]");
    if (singleKeys) {
        singleKeys.checked = localStorage.getItem("single-keys") !== "off";
        singleKeys.addEventListener("change", () =>
            localStorage.setItem("single-keys", singleKeys.checked ? "on" : "off"),
        );
    }

    /* The privacy shade blurs the page for a passer-by. */
    const toggleShade = () => {
        document.body.classList.toggle("shaded");
        find("#menu:popover-open")?.hidePopover();
    };
    document.addEventListener("click", ({ target }) => target.closest("[data-shade]") && toggleShade());

    /* Search narrows the rows that are here; the words never leave the page. */
    const narrow = (search) => {
        const words = search.value.toLocaleLowerCase().split(/\s+/);
        document.querySelectorAll(`${search.dataset.search} [data-find]`).forEach((row) => {
            const text = (row.dataset.find || row.querySelector("th").textContent).toLocaleLowerCase();
            row.hidden = !words.every((word) => text.includes(word));
        });
    };
    document.addEventListener("input", ({ target }) => target.matches("[data-search]") && narrow(target));
    document.addEventListener("htmx:afterSettle", () =>
        [...document.querySelectorAll("[data-search]")].filter((search) => search.value).forEach(narrow),
    );

    /* In a table marked data-grid the arrows go from button to button: along the row, and up and down in the column. */
    const moveInGrid = (event, cell) => {
        const stops = (place) => [...place.querySelectorAll("a, button")].filter(visible);
        const row = cell.parentElement;
        const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
        let next;
        if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
            const all = stops(row);
            next = all[all.indexOf(document.activeElement) + step];
        } else {
            const rows = [...cell.closest("[data-grid]").querySelectorAll("tbody tr")].filter(visible);
            for (let i = rows.indexOf(row) + step; rows[i] && !next; i += step) {
                next = rows[i].cells[cell.cellIndex] && stops(rows[i].cells[cell.cellIndex])[0];
            }
        }
        if (next) {
            event.preventDefault();
            next.focus();
        }
    };

    /* On a page with one line per client (data-line): the arrows go to the line above or below, a digit chooses that short
       answer, G goes to the goal, N to the words, Enter to the next line that is still empty, and past the last one to the
       button that signs. While typing they work with Alt. */
    const lines = () => [...document.querySelectorAll("[data-line]")].filter(visible);
    const textOf = (line) => line.querySelector("[data-text]") ?? line.querySelector("textarea");
    const enter = (line) => line && (textOf(line) ?? line).focus();
    const nextEmpty = () => {
        const all = lines();
        const here = all.findIndex((line) => line.contains(document.activeElement));
        const order = [...all.slice(here + 1), ...all.slice(0, here + 1)];
        const empty = order.find((line) => textOf(line)?.value.trim() === "");
        if (empty) {
            enter(empty);
        } else {
            find(".dock .button-primary")?.focus();
        }
    };
    const moveInLines = (event) => {
        const all = lines();
        const here = all.findIndex((line) => line.contains(document.activeElement));
        const answer = all[here]?.querySelectorAll(".pill input")[Number(event.code.replace("Digit", "")) - 1];
        const goal = event.code === "KeyG" && all[here]?.querySelector("[data-goal]");
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            const next = all[event.key === "ArrowDown" ? here + 1 : Math.max(0, here - 1)];
            event.altKey ? enter(next) : next?.focus();
        } else if (event.key === "Enter" || (event.code === "KeyN" && event.altKey)) {
            nextEmpty();
        } else if (event.code === "KeyN") {
            here < 0 ? nextEmpty() : enter(all[here]);
        } else if (answer) {
            answer.click();
        } else if (goal) {
            goal.focus();
        } else {
            return;
        }
        event.preventDefault();
    };
    document.addEventListener("click", ({ target }) => target.closest("[data-next-empty]") && nextEmpty());

    /* Without Alt only where nothing is being typed; a chosen short answer is no typing, but keeps its own arrows. */
    const inLines = (event, typing, held) => {
        const short = event.target.matches("[type=radio]");
        const free = (!typing && !event.target.closest("button, a, summary")) || (short && !event.key.startsWith("Arrow"));
        return free && !held && singleKeys?.checked && !find("dialog[open]") && lines().length > 0;
    };

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest("input, textarea, select, [contenteditable]");
        const held = event.ctrlKey || event.metaKey || event.altKey;
        const cell = event.target.closest("[data-grid] :is(td, th)");
        if (event.key === "/" && !typing && !held && singleKeys?.checked) {
            const search = find("[data-search]");
            if (search) {
                event.preventDefault();
                search.focus();
                search.select();
            }
        } else if (!typing && !held && singleKeys?.checked && find(`[data-key="${CSS.escape(event.key)}"]`)) {
            event.preventDefault();
            find(`[data-key="${CSS.escape(event.key)}"]`).click();
        } else if (event.key === "Escape" && event.shiftKey) {
            event.preventDefault();
            toggleShade();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && typing?.form) {
            typing.form.requestSubmit();
        } else if (event.altKey && lines().length > 0) {
            moveInLines(event);
        } else if (inLines(event, typing, held)) {
            moveInLines(event);
        } else if (cell && !typing && !held && event.key.startsWith("Arrow")) {
            moveInGrid(event, cell);
        }
    });
})();
