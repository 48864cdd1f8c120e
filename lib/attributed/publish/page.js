"use strict";
// Filters and keyboard steps for the marked articles; the page tells all without them.
(() => {
  const data = document.getElementById("claim-facets");
  const section = data && data.closest("section");
  if (!section) return;
  const { facets, labels, claims } = JSON.parse(data.textContent);
  const numbers = new Map([...section.querySelectorAll(".number[id^=words-]")].map(a => [+a.id.slice(6), a]));
  const marks = [...section.querySelectorAll("mark[data-c]")].map(m => [m, m.dataset.c.split(" ").map(Number)]);
  const chosen = facets.map(() => "");
  const element = (tag, text, set) => Object.assign(document.createElement(tag), { textContent: text }, set);
  const fits = n => chosen.every((label, f) => label === "" || claims[n][f].includes(+label));
  const bar = element("div", "", { className: "steps" });
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Filter the claims in the articles, and step through them");
  const told = element("output", "");
  let fitting = [], last = 0;

  const filter = () => {
    fitting = [...numbers.keys()].filter(fits);
    const kept = new Set(fitting);
    numbers.forEach((a, n) => a.classList.toggle("out", !kept.has(n)));
    marks.forEach(([mark, those]) => mark.classList.toggle("out", !those.some(n => kept.has(n))));
    section.querySelectorAll("details.fold").forEach(fold => {
      fold.hidden = chosen.some(Boolean) && !fold.querySelector(".number:not(.out)");
    });
    told.textContent = `${fitting.length} of ${numbers.size} claims`;
  };
  const open = target => {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const step = by => {
    if (!fitting.length) return;
    const here = fitting.indexOf(last);
    const at = here < 0 ? (by > 0 ? 0 : fitting.length - 1) : (here + by + fitting.length) % fitting.length;
    last = fitting[at];
    open(numbers.get(last));
    numbers.get(last).focus();
    numbers.get(last).scrollIntoView({ block: "center" });
  };

  facets.forEach((name, f) => {
    const met = [...new Set(Object.values(claims).flatMap(claim => claim[f]))].sort((a, b) => labels[a].localeCompare(labels[b]));
    if (met.length < 2) return;
    const select = element("select", "");
    select.append(element("option", "all", { value: "" }), ...met.map(l => element("option", labels[l], { value: l })));
    select.addEventListener("change", () => { chosen[f] = select.value; filter(); });
    const label = element("label", `${name} `);
    label.append(select);
    bar.append(label);
  });
  const button = (text, by) => {
    const made = element("button", text, { type: "button" });
    made.addEventListener("click", () => step(by));
    return made;
  };
  const keys = element("input", "", { type: "checkbox", checked: true });
  const choice = element("label", "");
  choice.append(keys, " keys n and p step");
  bar.append(button("Previous claim", -1), button("Next claim", 1), choice, told);
  section.querySelector("h2").after(bar);

  section.addEventListener("focusin", event => {
    if (event.target.matches(".number")) last = +event.target.id.slice(6);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && event.target.matches(".number")) event.target.blur();
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,select,textarea");
    if (!keys.checked || busy) return;
    if (event.key === "n" || event.key === "j") step(1);
    if (event.key === "p" || event.key === "k") step(-1);
  });
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".out")) {
      chosen.fill("");
      bar.querySelectorAll("select").forEach(select => { select.value = ""; });
      filter();
    }
    open(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", () => section.querySelectorAll("details.fold").forEach(fold => { fold.open = true; }));
  filter();
  if (location.hash) arrive();
})();
