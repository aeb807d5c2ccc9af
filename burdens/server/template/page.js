"use strict";
(() => {
  // Words for slow starts [milliseconds after the page began].
  const slow = 20_000;
  const stuck = 90_000;
  // When to show what there is, though a widget is missing [milliseconds after the last cell].
  const patience = 20_000;

  const byId = id => document.getElementById(id);
  const say = words => {
    const progress = byId("burdens-progress");
    if (progress) progress.textContent = words;
  };
  const timers = [
    setTimeout(() => say("Still working. The server is busy; please wait."), slow),
    setTimeout(() => say("The page has not started. Load it again, or ask whoever runs the server."), stuck)
  ];

  // Voila replaces each script by the output it describes; a widget's output is empty at first.
  const described = 'script[type="application/vnd.voila.cell-output+json"]';
  const widgetView = "application/vnd.jupyter.widget-view+json";
  const places = [];
  const noteWidgets = () => {
    for (const script of document.querySelectorAll(described)) {
      if (widgetView in (JSON.parse(script.textContent).data ?? {})) places.push(script.parentElement);
    }
  };
  const drawn = () =>
    document.querySelector(".jp-LabShell #rendered_cells") &&
    !document.querySelector(described) &&
    places.every(place => place.querySelector(".jp-OutputArea-output > *"));

  function show() {
    timers.forEach(clearTimeout);
    byId("burdens-loading")?.remove();
    const cells = byId("rendered_cells");
    cells.removeAttribute("aria-busy");
    document.body.classList.add("burdens-ready");
    if (location.hash) byId(location.hash.slice(1))?.scrollIntoView();
  }

  // Voila typesets with the MathJax it would fetch from outside the network; we send none.
  const nothing = () => {};
  window.MathJax = { Hub: { Config: nothing, Configured: nothing, Queue: nothing, Register: { StartupHook: nothing } } };

  // anywidget gives a widget two seconds to start; one that starts later, on a slow machine, stands
  // there but never shows another value.
  const given = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = milliseconds => given(Math.max(milliseconds, stuck));

  // Voila calls these while it runs the notebook.
  window.voila_heartbeat = nothing;
  window.voila_finish = () => {
    noteWidgets();
    const observer = new MutationObserver(() => drawn() && finish());
    const late = setTimeout(() => finish(), patience);
    const finish = () => {
      observer.disconnect();
      clearTimeout(late);
      show();
    };
    observer.observe(document.body, { childList: true, subtree: true });
  };

  // Voila's own farewell is refused for want of the token, and the kernel would live on.
  window.addEventListener("pagehide", () => {
    const config = byId("jupyter-config-data");
    if (!config) return;
    const { baseUrl, kernelId } = JSON.parse(config.textContent);
    const token = /(?:^|;\s*)_xsrf=([^;]+)/.exec(document.cookie)?.[1] ?? "";
    void fetch(`${baseUrl}voila/api/shutdown/${kernelId}?_xsrf=${token}`, { method: "POST", keepalive: true });
  });

  // A page with entries that nobody has downloaded says so; where it goes to is its own business.
  // Voila, which listens after this, would let go of the kernel though the visitor may yet stay.
  window.addEventListener("beforeunload", event => {
    event.stopImmediatePropagation();
    if (document.body.dataset.burdensUnsaved === "yes") event.preventDefault();
  });
  window.addEventListener("pageshow", event => {
    if (event.persisted) location.reload();
  });
})();
