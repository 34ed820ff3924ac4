// What makes the pages live. Without it they work as well: plain forms and links.
"use strict";

/* A page that answers a post has another address; reloading it must not post again. */
const self = document.body.dataset.self;
if (self && self !== location.pathname + location.search) history.replaceState(null, "", self);

const $$ = (selector, root = document) => Array.from(root.querySelectorAll(selector));

/* Times: the reader's own zone, and how far off they are. */
function showTimes(root) {
  const now = new Date();
  for (const el of $$("time[data-at]", root)) {
    const at = new Date(el.dateTime);
    const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    if (at.toDateString() !== now.toDateString()) Object.assign(options, { day: "numeric", month: "short" });
    if (at.getFullYear() !== now.getFullYear()) options.year = "numeric";
    el.textContent = at.toLocaleString("en-GB", options);
    el.title = at.toLocaleString("en-GB", { dateStyle: "full", timeStyle: "long" });
  }
  for (const el of $$("[data-due]", root)) {
    const left = new Date(el.dataset.due) - now;
    el.firstElementChild.textContent = left < 0 ? `Overdue, ${distance(left)}` : `Due ${distance(left)}`;
    if (left < 0) for (const late of [el, el.closest(".task")]) late?.classList.replace("calm", "late") || late?.classList.replace("soon", "late");
  }
}

function distance(millis) {
  const past = millis < 0;
  const minutes = Math.floor(Math.abs(millis) / 60000);
  if (minutes === 0) return past ? "just now" : "in less than a minute";
  return past ? length(minutes) + " ago" : "in " + length(minutes);
}

function length(minutes) {
  const joined = (large, small, unit) => (small === 0 ? large : `${large} ${small} ${unit}`);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return joined(`${hours} h`, minutes % 60, "min");
  const days = Math.floor(hours / 24);
  return days < 7 ? joined(`${days} ${days === 1 ? "day" : "days"}`, hours % 24, "h") : `${days} days`;
}

/* Live parts: each is replaced by its newer self; a form that is being filled in stays. */
async function refresh() {
  const answer = await fetch(self, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return location.assign(self);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const wasOpen = document.querySelector('[data-live="answer"][data-version^="open"]');
  for (const part of $$("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    if (!next || next.dataset.version === part.dataset.version) continue;
    part.replaceWith(document.importNode(next, true));
  }
  document.title = fresh.title;
  showTimes(document);
  loadTimeline();
  const inbox = document.querySelector("[data-count]");
  if (inbox) say(inbox.dataset.count === "0" ? "Nothing waits for you" : `${inbox.dataset.count} waiting for you`);
  const result = document.querySelector('[data-live="banner"] .banner');
  if (wasOpen && result) { say(result.querySelector("h2").textContent); if (document.activeElement === document.body) result.focus(); }
}

function say(text) {
  document.getElementById("live-news").textContent = text;
}

function follow(source) {
  const paused = document.getElementById("live-state");
  let waiting = null;
  let stream = null;
  const changed = () => { waiting ??= setTimeout(() => { waiting = null; refresh().catch(() => {}); }, 150); };
  const connect = () => {
    stream = new EventSource(source);
    stream.addEventListener("changed", changed);
    stream.addEventListener("open", () => { paused.hidden = true; });
    stream.addEventListener("error", () => { paused.hidden = stream.readyState !== EventSource.CLOSED; });
  };
  connect();
  // Browsers allow few connections to a site: tasks in hidden tabs give theirs back. The inbox keeps counting.
  if (!source.startsWith("/inbox")) {
    document.addEventListener("visibilitychange", () => {
      stream.close();
      if (!document.hidden) { connect(); changed(); }
    });
  }
}

async function loadTimeline() {
  for (const place of $$("[data-timeline]")) {
    const answer = await fetch(place.dataset.timeline, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer || !answer.ok) continue;
    const fragment = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...Array.from(fragment.body.childNodes, (node) => document.importNode(node, true)));
    for (const time of $$("time", place)) time.dataset.at = "";
    showTimes(place);
  }
}

/* Decisions: asked once more in a dialog, then posted like any form. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!form.matches("[data-confirm]") || !button || button.name !== "outcome") return;
  const dialog = document.getElementById("confirm");
  if (!dialog || !dialog.showModal) return;
  event.preventDefault();
  const comment = form.elements.comment.value.trim();
  const go = dialog.querySelector("[data-do=confirm]");
  dialog.querySelector("[data-slot=label]").textContent = button.dataset.label;
  dialog.querySelector("[data-slot=comment]").textContent = comment;
  dialog.querySelector("[data-slot=comment-row]").hidden = comment === "";
  go.textContent = button.dataset.label;
  go.className = button.className;
  go.onclick = () => {
    go.disabled = true;
    for (const [name, value] of [["outcome", button.value], ["confirmed", "yes"]]) {
      const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      form.append(input);
    }
    form.submit();
  };
  dialog.querySelector("[data-do=cancel]").onclick = () => dialog.close();
  dialog.onclose = () => button.focus();
  dialog.showModal();
});

/* A page that comes back from the browser's memory may be old. */
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

showTimes(document);
setInterval(() => showTimes(document), 20000);
loadTimeline();
const live = document.body.dataset.liveSource;
if (live && "EventSource" in window) follow(live);
document.querySelector("[data-focus]")?.focus();
