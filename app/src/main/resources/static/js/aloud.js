/* Reads the part marked data-say aloud, in the language of the page, with the browser's own voice. Without a voice the
   button stays hidden. Nothing is sent anywhere by this script. */
"use strict";

(() => {
    const button = document.querySelector("[data-aloud]");
    const part = document.querySelector("[data-say]");
    if (!button || !part || !("speechSynthesis" in window)) {
        return;
    }
    const start = button.textContent;
    const rest = () => (button.textContent = start);
    button.hidden = false;
    button.addEventListener("click", () => {
        if (speechSynthesis.speaking) {
            speechSynthesis.cancel();
            rest();
            return;
        }
        const words = new SpeechSynthesisUtterance(part.innerText);
        words.lang = document.documentElement.lang === "es" ? "es-US" : "en-US";
        words.rate = 0.95;
        words.onend = rest;
        words.onerror = rest;
        button.textContent = button.dataset.stopWords;
        speechSynthesis.speak(words);
    });
    window.addEventListener("pagehide", () => speechSynthesis.cancel());
})();
