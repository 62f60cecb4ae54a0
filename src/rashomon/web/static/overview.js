// The overview beyond links and forms: the brush, the keys, and the form following the address bar.

const form = document.getElementById("filter");
const drag = { top: 0, part: 0.82 }; // the part of the histogram's height that has bars

// A click with a modifier key is the browser's own: a new tab, a new window.
document.addEventListener("click", (event) => {
  if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a[hx-get]")) event.stopPropagation();
}, true);

// The form shows what the address bar says, whoever changed it: a link, Back, the map.
function follow() {
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name || field.name === "as_of" || field === document.activeElement && field.id === "text") continue;
    const value = asked.get(field.name) ?? "";
    if (field.type === "checkbox") field.checked = value === field.value;
    else if (field.value !== value) field.value = value;
  }
  carry();
}
function carry() { // the form for the day to look back from keeps what is asked now
  const back = document.querySelector("form.as-of");
  for (const old of back.querySelectorAll("input[type=hidden]")) old.remove();
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name !== "as_of") back.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
}
for (const event of ["htmx:pushedIntoHistory", "htmx:replacedInHistory", "htmx:historyRestore"]) {
  document.body.addEventListener(event, follow);
}
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id === "view" || event.detail.target?.id === "view") document.getElementById("problem").replaceChildren();
});

function askDays(since, until) {
  form.elements.since.value = since;
  form.elements.until.value = until;
  if (window.htmx) htmx.trigger(form, "asked");
  else form.requestSubmit();
}

function brush() {
  const picture = document.querySelector("svg.bars");
  picture?.querySelector(".brush")?.remove();
  if (!picture || !window.d3?.brushX) return;
  const bars = JSON.parse(document.getElementById("drawn").textContent).bars.map(([first, last, words]) => ({ first, last, words }));
  const slots = bars.length;
  const { width, height } = picture.getBoundingClientRect();
  if (!slots || !width) return;
  const slot = width / slots;
  const at = (day, end) => { // where a day stands: the left or right edge of its bar
    const index = bars.findIndex((bar) => bar.last >= day);
    return index < 0 ? width : (index + (end && bars[index].first <= day ? 1 : 0)) * slot;
  };
  const layer = d3.select(picture).append("g").attr("class", "brush");
  const drawn = d3.brushX().extent([[0, 0], [width, height * drag.part]]);
  layer.call(drawn);
  const { since, until, close } = Object.fromEntries(new FormData(form));
  if ((since || until) && !close) {
    layer.call(drawn.move, [since ? at(since, false) : 0, until ? at(until, true) : width]);
  }
  drawn.on("end", ({ selection, sourceEvent }) => {
    if (!sourceEvent) return;
    if (!selection) { // a click: the one bar, or, where days are chosen, all of them again
      const index = Math.min(slots - 1, Math.floor((sourceEvent.clientX - picture.getBoundingClientRect().left) / slot));
      if (since || until) askDays("", "");
      else if (bars[index]) askDays(bars[index].first, bars[index].last);
      return;
    }
    const [left, right] = selection.map((x) => Math.round(x / slot));
    const [from, to] = left === right ? [Math.floor(selection[0] / slot), Math.floor(selection[0] / slot)] : [left, right - 1];
    askDays(bars[from].first, bars[Math.min(to, bars.length - 1)].last);
  });
  // The tooltips of the bars lie under the brush: it tells of the bar that it is over.
  layer.select(".overlay").append("title");
  layer.on("pointermove", (event) => {
    const bar = bars[Math.floor((event.clientX - picture.getBoundingClientRect().left) / slot)];
    layer.select(".overlay title").text(bar?.words ?? "");
  });
}
document.body.addEventListener("htmx:afterSettle", brush);
document.body.addEventListener("htmx:historyRestore", brush);
addEventListener("resize", brush);
if (form) brush();

// A menu closes when something else is done.
function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
}
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });

// Keys: j and k walk the list; Enter, as on every link, opens.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key !== "j" && event.key !== "k") return;
  const rows = [...document.querySelectorAll("#view a.incident")];
  const now = rows.indexOf(document.activeElement);
  const next = now < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, now + (event.key === "j" ? 1 : -1)));
  rows[next]?.focus();
  rows[next]?.closest("tr").scrollIntoView({ block: "nearest" });
  event.preventDefault();
});

// Who comes back from an incident finds the list where he left it.
const LEFT = "rashomon.left";
addEventListener("pagehide", () => {
  sessionStorage.setItem(LEFT, JSON.stringify([location.href, document.querySelector(".incidents")?.scrollTop ?? 0]));
});
const [where, from] = JSON.parse(sessionStorage.getItem(LEFT) ?? "[]");
if (where === location.href) document.querySelector(".incidents").scrollTop = from;
