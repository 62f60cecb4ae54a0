// What the pages do beyond links and forms: everything here is a convenience, each page works without it.

// The panel with words in their report.
document.addEventListener("click", (event) => {
  if (event.target.closest("#words .close")) document.getElementById("words").replaceChildren();
});

// The report page: a claim and its words light up together, by mouse and by keyboard.
function lit(claim, on) {
  for (const words of document.querySelectorAll(`.mark[data-claims~="${CSS.escape(claim)}"]`)) words.classList.toggle("lit", on);
  document.querySelector(`[data-claim="${CSS.escape(claim)}"]`)?.classList.toggle("lit", on);
}
function claimsOf(target) {
  const line = target.closest?.("[data-claim]");
  if (line) return [line.dataset.claim];
  const words = target.closest?.(".mark[data-claims]");
  return words ? words.dataset.claims.split(" ").filter(Boolean) : [];
}
for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => claimsOf(event.target).forEach((claim) => lit(claim, true)));
  document.addEventListener(leave, (event) => claimsOf(event.target).forEach((claim) => lit(claim, false)));
}

// Keys: / to search, Escape closes the panel. No key works while somebody writes.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.getElementById("words").replaceChildren();
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "/") {
    const search = document.querySelector("input[type=search], input[name=text]:not([type=hidden])");
    if (search) search.focus();
    else location.assign("/search");
    event.preventDefault();
  }
});

// Deciding by keyboard: each button or link of a form with data-keys has its key; w writes the reason, z takes back the
// last one. Enter in a field with data-enter presses the button of that key; in other fields of such a form it does nothing.
function press(target) {
  if (target instanceof HTMLButtonElement) target.form.requestSubmit(target);
  else target.click();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const writing = event.target.closest("input, textarea, select");
  if (writing) {
    if (event.key === "Escape") writing.blur();
    const button = event.key === "Enter" && writing.form?.querySelector(`button[data-key="${CSS.escape(writing.dataset.enter ?? "")}"]`);
    if (button) {
      event.preventDefault();
      press(button);
    }
    return;
  }
  const key = CSS.escape(event.key);
  const button = document.querySelector(event.key === "z" ? "[data-undo] button" : `[data-keys] [data-key="${key}"]`);
  const field = document.querySelector(`[data-focus="${key}"]`);
  if (!button && !field) return;
  event.preventDefault();
  if (button) press(button);
  else {
    field.focus();
    field.select();
  }
});
