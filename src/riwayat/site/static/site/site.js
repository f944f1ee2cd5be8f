// What helps but is not needed: the lines of a picture that hang together are lit where one points or tabs.
"use strict";

(() => {
  const canvas = document.querySelector(".canvas");
  if (!canvas) return;
  const paths = [...canvas.querySelectorAll("path")];
  const boxes = new Map([...canvas.querySelectorAll("[data-box]")].map((box) => [box.dataset.box, box]));

  // Everything before and behind the lines that were pointed at.
  const reached = (start) => {
    const found = new Set(start);
    const walk = (from, next) => {
      const edge = [...from];
      while (edge.length) {
        const here = edge.pop();
        for (const path of paths) {
          if (!found.has(path) && next(here, path)) { found.add(path); edge.push(path); }
        }
      }
    };
    const tone = (a, b) => a.classList[0] === b.classList[0];
    walk(start, (here, path) => tone(here, path) && path.dataset.to === here.dataset.from);
    walk(start, (here, path) => tone(here, path) && path.dataset.from === here.dataset.to);
    return found;
  };
  const light = (those) => {
    canvas.classList.toggle("some", those.size > 0);
    for (const path of paths) path.classList.toggle("on", those.has(path));
    for (const box of boxes.values()) box.classList.remove("on");
    for (const path of those) {
      boxes.get(path.dataset.from)?.classList.add("on");
      boxes.get(path.dataset.to)?.classList.add("on");
    }
  };
  const pointed = (target) => {
    const handle = target.closest?.(".handle");
    if (handle) return reached(paths.filter((path) => path.dataset.link === handle.dataset.link));
    const box = target.closest?.("[data-box]")?.dataset.box;
    return box ? reached(paths.filter((path) => path.dataset.from === box || path.dataset.to === box)) : new Set();
  };
  for (const kind of ["pointerover", "focusin"]) canvas.addEventListener(kind, (event) => light(pointed(event.target)));
  for (const kind of ["pointerleave", "focusout"]) canvas.addEventListener(kind, () => light(new Set()));
})();

// A report: pointing at a statement lights its chain, and the other way round.
(() => {
  const reading = document.querySelector("[data-reading]");
  if (!reading) return;
  const light = (chain) => {
    for (const one of reading.querySelectorAll("[data-chain]")) one.classList.toggle("lit", chain !== null && one.dataset.chain === chain);
  };
  for (const kind of ["pointerover", "focusin"]) {
    reading.addEventListener(kind, (event) => light(event.target.closest("[data-chain]")?.dataset.chain ?? null));
  }
  for (const kind of ["pointerleave", "focusout"]) reading.addEventListener(kind, () => light(null));
})();
