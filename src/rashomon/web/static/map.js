// The map that moves. It needs WebGL2; without it the page keeps the drawn map and everything else.

const frame = document.getElementById("map");
const form = document.getElementById("filter");
const card = document.getElementById("card");
const schemes = matchMedia("(prefers-color-scheme: dark)");
const NAMES = "rashomon.names"; // whether countries' names are shown is kept for this browser
const DEEPEST = 12;
const NEAREST = 6; // a town is shown with the country around it
const EARTH_KM = 6371;
let map;

function able() {
  return Boolean(frame?.dataset.code && frame.dataset.world && document.createElement("canvas").getContext("webgl2"));
}

// Colours come from the style sheet, in the scheme of the moment.
function colour(name) {
  const probe = document.createElement("i");
  probe.className = `map-${name}`;
  frame.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

// A circle of so many kilometres as a polygon; longitudes go on past 180 so that it stays in one piece.
function circle(lon, lat, km) {
  const ring = [];
  const far = km / EARTH_KM, up = lat * Math.PI / 180;
  for (let step = 0; step <= 64; step++) {
    const way = step / 64 * 2 * Math.PI;
    const there = Math.asin(Math.sin(up) * Math.cos(far) + Math.cos(up) * Math.sin(far) * Math.cos(way));
    const aside = Math.atan2(Math.sin(way) * Math.sin(far) * Math.cos(up), Math.cos(far) - Math.sin(up) * Math.sin(there));
    ring.push([lon + aside * 180 / Math.PI, there * 180 / Math.PI]);
  }
  return ring;
}

function features(kind, rows, geometry, properties) {
  return { type: "FeatureCollection", features: rows.map((row) => ({ type: "Feature", geometry: geometry(row), properties: { kind, ...properties(row) } })) };
}
const drawn = () => JSON.parse(document.getElementById("drawn").textContent);
const short = (count) => count < 10000 ? String(count) : count < 1e6 ? `${Math.round(count / 1000)}k` : `${(count / 1e6).toFixed(1)}M`;

function sources({ box, pins, areas }) {
  return {
    pins: features("pin", pins, ([lon, lat]) => ({ type: "Point", coordinates: [lon, lat] }),
      ([,, count, killed, id]) => ({ count, killed, id: id ?? "", words: count > 1 ? short(count) : "" })),
    areas: features("area", areas, ([lon, lat, km]) => ({ type: "Polygon", coordinates: [circle(lon, lat, km)] }),
      ([lon, lat, km, count, name, country]) => ({ lon, lat, km, count, name, country })),
    middles: features("middle", areas, ([lon, lat]) => ({ type: "Point", coordinates: [lon, lat] }),
      ([lon, lat, km, count, name, country]) => ({ lon, lat, km, count, name, country, words: count > 1 ? short(count) : "" })),
    asked: features("box", box ? [box] : [], ([south, west, north, east]) => {
      const right = east < west ? east + 360 : east;
      return { type: "LineString", coordinates: [[west, south], [right, south], [right, north], [west, north], [west, south]] };
    }, () => ({})),
  };
}

function style() {
  const data = sources(drawn());
  const made = Object.fromEntries(Object.entries(data).map(([name, each]) => [name, { type: "geojson", data: each }]));
  const font = ["sans-serif"];
  const [ink, paper, pin, area] = ["ink", "paper", "pin", "area"].map(colour);
  return {
    version: 8,
    sources: { ...made, world: { type: "geojson", data: frame.dataset.world, tolerance: 0.2 }, towns: { type: "geojson", data: frame.dataset.towns }, lit: { type: "geojson", data: { type: "FeatureCollection", features: [] } } },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colour("water") } },
      { id: "land", type: "fill", source: "world", filter: ["==", ["get", "kind"], "land"], paint: { "fill-color": colour("land"), "fill-antialias": false } },
      { id: "borders", type: "line", source: "world", filter: ["==", ["get", "kind"], "borders"], paint: { "line-color": colour("border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.2] } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": area, "fill-opacity": 0.1 } },
      { id: "rims", type: "line", source: "areas", paint: { "line-color": area, "line-width": 1.4, "line-dasharray": [3, 2] } },
      { id: "names", type: "symbol", source: "world", filter: ["all", ["==", ["get", "kind"], "label"], ["<=", ["get", "zoom"], ["zoom"]]], layout: { visibility: named() ? "visible" : "none", "text-field": ["get", "name"], "text-font": font, "text-size": 11, "text-max-width": 7, "symbol-sort-key": ["get", "zoom"] }, paint: { "text-color": colour("name"), "text-halo-color": colour("land"), "text-halo-width": 1.2 } },
      { id: "dots", type: "circle", source: "towns", minzoom: 3, filter: ["<=", ["get", "zoom"], ["zoom"]], layout: { visibility: named() ? "visible" : "none" }, paint: { "circle-radius": 1.8, "circle-color": colour("name") } },
      { id: "towns", type: "symbol", source: "towns", minzoom: 3, filter: ["<=", ["get", "zoom"], ["zoom"]], layout: { visibility: named() ? "visible" : "none", "text-field": ["get", "name"], "text-font": font, "text-size": 10.5, "text-anchor": "left", "text-offset": [0.5, 0], "symbol-sort-key": ["get", "zoom"] }, paint: { "text-color": colour("name"), "text-halo-color": colour("land"), "text-halo-width": 1.2 } },
      { id: "asked", type: "line", source: "asked", paint: { "line-color": ink, "line-opacity": 0.35, "line-width": 1 } },
      { id: "lit", type: "circle", source: "lit", paint: { "circle-radius": 14, "circle-color": "transparent", "circle-stroke-color": ink, "circle-stroke-width": 2 } },
      { id: "hearts", type: "circle", source: "middles", paint: { "circle-radius": ["case", [">", ["get", "count"], 1], 8, 4.5], "circle-color": colour("land"), "circle-opacity": 0.85, "circle-stroke-color": area, "circle-stroke-width": 1.4 } },
      { id: "middles", type: "symbol", source: "middles", layout: { "text-field": ["get", "words"], "text-font": font, "text-size": 11, "text-allow-overlap": true }, paint: { "text-color": area } },
      { id: "places", type: "symbol", source: "middles", minzoom: 5, layout: { "text-field": ["get", "name"], "text-font": font, "text-size": 11, "text-anchor": "top", "text-offset": [0, 0.9], "text-optional": true }, paint: { "text-color": area, "text-halo-color": colour("land"), "text-halo-width": 1.2 } },
      { id: "pins", type: "circle", source: "pins", paint: { "circle-color": pin, "circle-opacity": 0.88, "circle-stroke-color": paper, "circle-stroke-width": 1.2, "circle-radius": ["case", ["==", ["get", "count"], 1], 5, ["interpolate", ["linear"], ["log10", ["get", "count"]], 0, 9, 2, 15, 6, 30]] } },
      { id: "counts", type: "symbol", source: "pins", filter: [">", ["get", "count"], 1], layout: { "text-field": ["get", "words"], "text-font": font, "text-size": 11, "text-allow-overlap": true, "text-ignore-placement": true }, paint: { "text-color": paper } },
    ],
  };
}

function named() {
  return localStorage.getItem(NAMES) !== "no";
}

// Where the map stands after each swap: in the box that was asked for, else around all that is found.
function view({ box, extent }) {
  const [south, west, north, east] = box ?? extent ?? [-50, -130, 65, 160];
  return [[west, south], [east < west ? east + 360 : east, north]];
}

let moved = false; // the box in the address comes from this very map: it must not move again
function redraw() {
  delete frame.dataset.drawn;
  const data = drawn();
  for (const [name, each] of Object.entries(sources(data))) map.getSource(name)?.setData(each);
  if (!moved) map.fitBounds(view(data), { padding: data.box ? 0 : 48, maxZoom: NEAREST, animate: false });
  moved = false;
}

const wrapped = (lon) => ((lon + 180) % 360 + 360) % 360 - 180;
function ask() {
  if (form.elements.near.value) return; // a place and its surroundings are asked for: the map only shows them
  const bounds = map.getBounds();
  const whole = bounds.getEast() - bounds.getWest() >= 359;
  const sides = [Math.max(-85, bounds.getSouth()), wrapped(bounds.getWest()), Math.min(85, bounds.getNorth()), wrapped(bounds.getEast())];
  form.elements.box.value = whole ? "" : sides.map((side) => side.toFixed(3)).join(",");
  form.elements.zoom.value = String(Math.max(0, Math.round(map.getZoom()) + 1)); // the server counts in tiles of 256 pixels
  moved = true;
  if (window.htmx) htmx.trigger(form, "asked");
  else form.requestSubmit();
}

function show(id) {
  if (window.htmx) htmx.ajax("GET", `/incidents/${encodeURIComponent(id)}/card${asOf("?")}`, { target: card, swap: "innerHTML" });
  else location.assign(`/incidents/${encodeURIComponent(id)}${asOf("?")}`);
}
function asOf(mark) {
  const day = form.elements.as_of?.value;
  return day ? `${mark}as_of=${day}` : "";
}

function clicked(event) {
  const [found] = map.queryRenderedFeatures(event.point, { layers: ["pins", "hearts", "areas"] });
  if (!found) return card.replaceChildren();
  const { kind, count, id, lon, lat, km } = found.properties;
  if (kind === "pin" && count === 1) return show(id);
  const [x, y] = kind === "pin" ? found.geometry.coordinates : [lon, lat];
  if (kind === "pin" && map.getZoom() < DEEPEST - 0.5) return map.easeTo({ center: [x, y], zoom: Math.min(DEEPEST, map.getZoom() + 2) }, { asked: true });
  // One town, or an area: the list shows what is near it.
  form.elements.box.value = form.elements.zoom.value = "";
  form.elements.near.value = [y.toFixed(4), x.toFixed(4), kind === "pin" ? 1 : Math.ceil(km)].join(",");
  if (window.htmx) htmx.trigger(form, "asked");
  else form.requestSubmit();
}

async function start() {
  const { Map, NavigationControl, ScaleControl, setWorkerUrl } = await import(frame.dataset.code);
  setWorkerUrl(new URL(frame.dataset.worker, location.href).href);
  frame.hidden = false;
  document.body.classList.add("with-map");
  const data = drawn();
  map = new Map({ container: "canvas", style: style(), bounds: view(data), fitBoundsOptions: { padding: data.box ? 0 : 48, maxZoom: NEAREST }, maxZoom: DEEPEST, minZoom: 0, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0 });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl(), "bottom-left");
  map.on("idle", () => { frame.dataset.drawn = "yes"; });
  map.on("click", clicked);
  for (const layer of ["pins", "hearts", "areas"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
  map.on("moveend", (event) => { if (event.originalEvent || event.asked) ask(); });
  document.body.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "view") redraw(); });
  document.body.addEventListener("htmx:historyRestore", redraw);
  schemes.addEventListener("change", () => map.setStyle(style()));
  window.rashomonMap = map; // for whoever looks at it from the browser's console
}

// The place of the line that is pointed at, or has the focus, is ringed on the map.
function light(event) {
  const at = event.target.closest?.("tr")?.dataset.at;
  const on = event.type === "pointerover" || event.type === "focusin";
  const point = at && on ? [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: at.split(",").map(Number) } }] : [];
  map?.getSource("lit")?.setData({ type: "FeatureCollection", features: point });
}

if (able()) {
  try {
    await start();
  } catch (problem) {
    frame.hidden = true;
    document.body.classList.remove("with-map");
    console.warn("The map cannot be drawn here; the page goes on without it.", problem);
  }
  for (const event of ["pointerover", "pointerout", "focusin", "focusout"]) document.addEventListener(event, light);
  document.addEventListener("click", (event) => { if (event.target.closest("#card .close")) card.replaceChildren(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") card.replaceChildren(); });
  const names = document.getElementById("names");
  names.checked = named();
  names.addEventListener("change", () => {
    localStorage.setItem(NAMES, names.checked ? "yes" : "no");
    for (const layer of ["names", "towns", "dots"]) map?.setLayoutProperty(layer, "visibility", names.checked ? "visible" : "none");
  });
  document.getElementById("everything").addEventListener("click", () => {
    form.elements.box.value = form.elements.zoom.value = form.elements.near.value = "";
    moved = false;
    if (window.htmx) htmx.trigger(form, "asked");
    else form.requestSubmit();
  });
}
