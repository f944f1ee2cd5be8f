// The map: outlines of countries from this site, a point for each place; tiles only where they are set.
"use strict";

(() => {
  const place = document.getElementById("map");
  if (!place || typeof L === "undefined") return;
  const said = place.dataset;
  const styles = getComputedStyle(document.documentElement);
  const colour = (name) => styles.getPropertyValue(name).trim();
  const map = L.map(place, { zoomControl: false, attributionControl: true, worldCopyJump: true, minZoom: 1, maxZoom: 12, zoomSnap: 0.5 }).setView([15, 60], 2);
  L.control.zoom({ zoomInTitle: said.zoomIn, zoomOutTitle: said.zoomOut }).addTo(map);
  map.attributionControl.setPrefix(false).addAttribution("Natural Earth");
  if (said.tiles) L.tileLayer(said.tiles, { attribution: said.credit }).addTo(map);

  const names = L.layerGroup().addTo(map);
  let labels = [];
  fetch(said.outlines).then((response) => response.json()).then((collection) => {
    L.geoJSON(collection, {
      interactive: false,
      style: { color: colour("--soft"), weight: 0.7, fillColor: colour("--sheet"), fillOpacity: said.tiles ? 0 : 1, opacity: said.tiles ? 0.4 : 0.7 },
    }).addTo(map).bringToBack();
    labels = said.tiles ? [] : collection.features.map((one) => one.properties);
    label();
  });
  const label = () => {
    names.clearLayers();
    const most = map.getZoom() < 3 ? 2 : map.getZoom() < 5 ? 3 : map.getZoom() < 8 ? 5 : 9;
    for (const one of labels) {
      if (one.code === "-99" || one.rank > most || !map.getBounds().contains(one.at)) continue;
      const text = document.createElement("span");
      text.textContent = one[said.language] || one.en;
      L.marker(one.at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "country", html: text, iconSize: null }) }).addTo(names);
    }
  };
  map.on("moveend", label);

  const points = L.featureGroup().addTo(map);
  const told = (one) => {
    const box = document.createElement("div");
    box.dir = document.documentElement.dir;
    const link = document.createElement("a");
    link.href = one.to;
    link.textContent = [one.type, one.who].filter(Boolean).join(" · ");
    const facts = document.createElement("p");
    const disputed = one.disputed ? ` · ${said.disputed}` : "";
    facts.textContent = `${[one.time, one.place].filter(Boolean).join(" · ")} — ${one.origins} ${said.origins} · ${one.reports} ${said.reports}${disputed}`;
    box.append(link, facts);
    return box;
  };
  const show = () => {
    fetch(said.points + (said.query ?? location.search)).then((response) => response.json()).then((found) => {
      points.clearLayers();
      const places = new Map();
      for (const one of found.points) {
        const key = one.at.join();
        places.set(key, [...(places.get(key) ?? []), one]);
      }
      for (const those of places.values()) {
        const most = Math.max(...those.map((one) => one.origins));
        const box = document.createElement("div");
        those.slice(0, 12).forEach((one) => box.append(told(one)));
        const tone = colour(those.some((one) => one.disputed) ? "--red" : "--accent");
        const point = L.circleMarker(those[0].at, { radius: 5 + 2 * Math.sqrt(most), color: tone, weight: 1.5, fillColor: tone, fillOpacity: 0.45 });
        point.bindPopup(box, { maxHeight: 260 }).addTo(points);
        for (const one of those) point.on("mouseover mouseout", (event) => document.getElementById(one.id)?.classList.toggle("lit", event.type === "mouseover"));
      }
      if (places.size) map.fitBounds(points.getBounds(), { padding: [40, 40], maxZoom: 6 });
    });
  };
  show();
  document.body.addEventListener("htmx:pushedIntoHistory", show);
})();
