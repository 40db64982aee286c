"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const number = (text) => (text === "" ? Infinity : Number(text));

  const members = all(".card").map((card) => ({
    number: Number(card.dataset.number),
    card,
    screen: find(".screen", card),
    video: find("video", card),
    button: find(".play", card),
    cell: card.closest("#grid > li"),
    row: find(`#rows tr[data-number="${card.dataset.number}"]`),
    link: find(`#lines a[data-number="${card.dataset.number}"]`),
    curve: find(`#lines a[data-number="${card.dataset.number}"] path`),
    state: card.dataset.state,
    seconds: Number(card.dataset.seconds),
    frame: 1 / Number(card.dataset.fps),
    keys: {
      order: Number(card.dataset.number),
      final: number(card.dataset.final),
      test: number(card.dataset.test),
      epochs: Number(card.dataset.epochs),
    },
    near: false,
    shown: true,
  }));
  const byNumber = new Map(members.map((member) => [member.number, member]));
  const memberOf = (element) => byNumber.get(Number(element.closest("[data-number]")?.dataset.number));

  // Light and dark. A browser may keep no storage for files; the choice then lasts as long as the page.
  const theme = find("#theme");
  const themes = ["auto", "light", "dark"];
  const setTheme = (name) => {
    theme.dataset.name = name;
    find("span", theme).textContent = name;
    document.documentElement.style.colorScheme = name === "auto" ? "" : name;
    document.documentElement.dataset.theme = name;
  };
  const storage = (action) => {
    try {
      return action(localStorage);
    } catch {
      return null;
    }
  };
  const kept = storage((kept) => kept.getItem("epochreel-theme"));
  setTheme(themes.includes(kept) ? kept : "auto");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(theme.dataset.name) + 1) % themes.length];
    setTheme(next);
    storage((kept) => kept.setItem("epochreel-theme", next));
  });

  // One member lit: its card, its row, its curve.
  const lines = find("#lines");
  const named = find("#named");
  const untold = named.textContent;
  let lit = null;
  const light = (member) => {
    if (member === lit) {
      return;
    }
    for (const part of lit ? [lit.card, lit.row] : []) {
      part.classList.remove("lit");
    }
    lit = member;
    for (const part of lit ? [lit.card, lit.row] : []) {
      part.classList.add("lit");
    }
    const path = lit ? lit.curve.getAttribute("d") : "";
    find("#lit").setAttribute("d", path);
    find("#casing").setAttribute("d", path);
    lines.classList.toggle("dim", lit !== null);
    named.textContent = lit ? lit.card.dataset.summary : untold;
  };
  for (const member of members) {
    for (const part of [member.card, member.row]) {
      part.addEventListener("pointerenter", () => light(member));
      part.addEventListener("pointerleave", () => light(null));
      part.addEventListener("focusin", () => light(member));
      part.addEventListener("focusout", () => light(null));
    }
  }

  // The curve nearest to the pointer, measured in pixels.
  const segments = new Map();
  const segmentsOf = (member) => {
    if (!segments.has(member)) {
      const runs = member.curve.getAttribute("d").split("M").slice(1);
      const points = runs.map((run) => run.split("L").map((pair) => pair.split(" ").map(Number)));
      segments.set(member, points.flatMap((run) => run.slice(1).map((end, i) => [...run[i], ...end])));
    }
    return segments.get(member);
  };
  const squaredDistance = (x, y, x0, y0, x1, y1) => {
    const [dx, dy] = [x1 - x0, y1 - y0];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
    return (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2;
  };
  const REACH = 24;
  const nearest = (event) => {
    const box = lines.getBoundingClientRect();
    const view = lines.viewBox.baseVal;
    const [across, down] = [box.width / view.width, box.height / view.height];
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let best = null;
    let least = REACH * REACH;
    for (const member of members.filter((candidate) => candidate.shown)) {
      for (const [x0, y0, x1, y1] of segmentsOf(member)) {
        if (x1 * across > x - REACH && x0 * across < x + REACH) {
          const distance = squaredDistance(x, y, x0 * across, y0 * down, x1 * across, y1 * down);
          if (distance < least) {
            least = distance;
            best = member;
          }
        }
      }
    }
    return best;
  };
  const visit = (member) => {
    member.button.focus({ preventScroll: true });
    member.card.scrollIntoView({ block: "center", inline: "center", behavior: calm.matches ? "auto" : "smooth" });
  };
  lines.addEventListener("pointermove", (event) => light(nearest(event)));
  lines.addEventListener("pointerleave", () => light(null));
  lines.addEventListener("click", (event) => {
    event.preventDefault();
    const member = event.detail === 0 ? memberOf(event.target) : nearest(event);
    if (member) {
      visit(member);
    }
  });
  // One stop for the tab key; arrows go from curve to curve.
  const reach = (member) => members.forEach((other) => other.link.setAttribute("tabindex", other === member ? 0 : -1));
  reach(members[0]);
  lines.addEventListener("focusin", (event) => light(memberOf(event.target) ?? null));
  lines.addEventListener("focusout", () => light(null));
  lines.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = memberOf(event.target);
    if (!step || !here) {
      return;
    }
    event.preventDefault();
    const choice = ordered.filter((member) => member.shown || member === here);
    const next = choice[(choice.indexOf(here) + step + choice.length) % choice.length];
    reach(next);
    next.link.focus();
  });

  // Order and choice.
  let ordered = members;
  let key = "order";
  let ascending = true;
  const sort = find("#sort");
  const direction = find("#direction");
  const arrange = () => {
    const sign = ascending ? 1 : -1;
    // What has no number stays last either way.
    const compare = (a, b) => {
      const [p, q] = [a.keys[key], b.keys[key]];
      if (p === q) {
        return a.number - b.number;
      }
      if (p === Infinity || q === Infinity) {
        return p === Infinity ? 1 : -1;
      }
      return sign * (p - q);
    };
    ordered = [...members].sort(compare);
    for (const member of ordered) {
      member.cell?.parentElement.append(member.cell);
      member.row.parentElement.append(member.row);
    }
    for (const head of all(".figures th[data-key]")) {
      if (head.dataset.key === key) {
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      } else {
        head.removeAttribute("aria-sort");
      }
    }
    if (sort) {
      sort.value = key;
      direction.textContent = ascending ? "\u2191" : "\u2193";
      direction.setAttribute("aria-label", `${ascending ? "Ascending" : "Descending"}, reverse the order`);
    }
  };
  sort?.addEventListener("change", () => {
    key = sort.value;
    ascending = true;
    arrange();
  });
  direction?.addEventListener("click", () => {
    ascending = !ascending;
    arrange();
  });
  for (const head of all(".figures th[data-key]")) {
    find("button", head).addEventListener("click", () => {
      ascending = head.dataset.key === key ? !ascending : true;
      key = head.dataset.key;
      arrange();
    });
  }
  const filters = all(".filter");
  const choose = () => {
    const wanted = filters.filter((filter) => filter.checked).map((filter) => filter.value);
    for (const member of members) {
      member.shown = wanted.includes(member.state);
      member.card.classList.toggle("filtered", !member.shown);
      member.link.classList.toggle("filtered", !member.shown);
      member.row.hidden = !member.shown;
      if (member.cell) {
        member.cell.hidden = !member.shown;
      }
      if (!member.shown) {
        rest(member);
      }
    }
    const shown = members.filter((member) => member.shown);
    find("#shown").textContent = `${shown.length} of ${members.length} shown`;
    find("#none").hidden = shown.length > 0;
    if (shown.length > 0 && !shown.some((member) => member.link.getAttribute("tabindex") === "0")) {
      reach(shown[0]);
    }
  };
  filters.forEach((filter) => filter.addEventListener("change", choose));

  // Playing. A member shows its poster until its video has a picture.
  const play = (member) => member.video.play().catch(() => {});
  const rest = (member) => {
    member.pinned = false;
    member.video.pause();
    member.screen.classList.remove("live");
    press(member, false);
  };
  const press = (member, on) => member.button.setAttribute("aria-pressed", on);
  const start = (member) => {
    member.video.loop = true;
    member.video.playbackRate = 1;
    if (!member.screen.classList.contains("live") && member.video.currentTime > 0) {
      member.video.currentTime = 0;
    }
    press(member, true);
    play(member);
  };
  for (const member of members) {
    const live = () => {
      if (!member.video.paused || inStep.used) {
        member.screen.classList.add("live");
      }
    };
    member.video.addEventListener("playing", live);
    member.video.addEventListener("seeked", live);
    const glance = () => {
      if (!inStep.used && !calm.matches && !member.pinned) {
        start(member);
      }
    };
    const leave = () => {
      if (!inStep.used && !member.pinned && !member.card.matches(":hover") && document.activeElement !== member.button) {
        rest(member);
      }
    };
    member.card.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && glance());
    member.card.addEventListener("pointerleave", leave);
    member.button.addEventListener("focus", () => member.button.matches(":focus-visible") && glance());
    member.button.addEventListener("blur", leave);
    member.button.addEventListener("click", () => {
      if (inStep.used) {
        endStep();
      }
      if (member.pinned) {
        member.pinned = false;
        member.video.pause();
        press(member, false);
      } else {
        member.pinned = true;
        start(member);
      }
    });
  }

  // All in step, the wall too: one clock, which every video in view follows; shorter ones wait on their last frame.
  const wallVideo = find("#wall");
  const wall = wallVideo && {
    video: wallVideo,
    seconds: Number(wallVideo.dataset.seconds),
    frame: 1 / Number(wallVideo.dataset.fps),
  };
  const longest = Math.max(wall?.seconds ?? 0, ...members.map((member) => member.seconds));
  const PAUSE_AT_END = 1;
  // used: videos show the clock's time; wanted: they are to play; running: the clock runs, which it does not while they load.
  const inStep = { used: false, wanted: false, running: false, at: 0, since: 0, round: 0 };
  const stepButton = find("#step");
  const slider = find("#position");
  const clock = find("#clock");
  slider.max = longest;
  const position = () => inStep.at + (inStep.running ? (performance.now() - inStep.since) / 1000 : 0);
  const inView = () => [...members.filter((member) => member.near && member.shown), ...(wall ? [wall] : [])];
  const show = (seconds) => {
    const text = `${Math.min(seconds, longest).toFixed(1)} s`;
    clock.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    slider.value = seconds;
  };
  const moveTo = (seconds) => {
    inStep.at = seconds;
    inStep.since = performance.now();
    show(seconds);
  };
  const use = () => {
    if (!inStep.used) {
      members.forEach(rest);
      inStep.used = true;
    }
  };
  const place = (member, seconds) => {
    // The middle of a frame's time, so that rounding never shows its neighbour; the end itself would be no frame.
    const last = member.seconds - member.frame / 2;
    member.video.preload = "auto";
    member.video.currentTime = Math.max(0, Math.min(seconds, last));
  };
  const follow = (member, seconds) => {
    const video = member.video;
    video.loop = false;
    video.preload = "auto";
    if (video.readyState < 1) {
      return;
    }
    if (seconds >= member.seconds - member.frame) {
      if (!video.ended && video.currentTime < member.seconds - 2 * member.frame) {
        place(member, member.seconds);
      }
      return;
    }
    const ahead = video.currentTime - seconds;
    if (video.ended || Math.abs(ahead) > 0.4) {
      place(member, seconds);
      video.playbackRate = 1;
    } else {
      // No jump: nine tenths of a distance are made up within about a second.
      video.playbackRate = Math.abs(ahead) < member.frame / 4 ? 1 : Math.max(0.75, Math.min(1.35, 1 - 2.5 * ahead));
    }
    if (video.paused) {
      play(member);
    }
  };
  const tick = () => {
    let seconds = position();
    if (seconds > longest + PAUSE_AT_END) {
      moveTo(0);
      seconds = 0;
      [...members, ...(wall ? [wall] : [])].forEach((each) => each.video.readyState > 0 && place(each, 0));
    }
    show(seconds);
    for (const member of members) {
      if (member.near && member.shown) {
        follow(member, seconds);
      } else if (!member.video.paused) {
        member.video.pause();
      }
    }
    if (wall) {
      follow(wall, seconds);
    }
  };
  const ready = (member) => new Promise((done) => {
    const video = member.video;
    if (video.readyState >= 3) {
      done();
      return;
    }
    video.addEventListener("canplay", done, { once: true });
    video.addEventListener("error", done, { once: true });
    video.preload = "auto";
    if (video.networkState === HTMLMediaElement.NETWORK_IDLE || video.networkState === HTMLMediaElement.NETWORK_EMPTY) {
      video.load();
    }
  });
  const startStep = async () => {
    use();
    inStep.wanted = true;
    stepButton.textContent = "Pause all";
    if (inStep.at >= longest) {
      moveTo(0);
    }
    const round = ++inStep.round;
    const crowd = inView();
    const patience = new Promise((done) => setTimeout(done, 4000));
    await Promise.race([Promise.all(crowd.map(ready)), patience]);
    if (round !== inStep.round) {
      return;
    }
    crowd.forEach((member) => place(member, inStep.at));
    inStep.running = true;
    moveTo(inStep.at);
    const beat = () => {
      if (round === inStep.round) {
        tick();
        setTimeout(beat, 120);
      }
    };
    beat();
  };
  const pauseStep = () => {
    inStep.round++;
    inStep.at = Math.min(position(), longest);
    inStep.running = false;
    inStep.wanted = false;
    stepButton.textContent = "Play all in step";
    members.forEach((member) => member.video.pause());
    wall?.video.pause();
  };
  const endStep = () => {
    pauseStep();
    moveTo(0);
    inStep.used = false;
    members.forEach(rest);
  };
  stepButton.addEventListener("click", () => {
    if (inStep.wanted) {
      pauseStep();
      inView().forEach((member) => member.video.readyState > 0 && place(member, inStep.at));
    } else {
      startStep();
    }
  });
  // Whoever stops the wall by its own controls stops all.
  wallVideo?.addEventListener("pause", () => {
    if (inStep.running && !wallVideo.ended && !wallVideo.seeking && position() < wall.seconds - 2 * wall.frame) {
      pauseStep();
    }
  });
  slider.addEventListener("input", () => {
    if (!inStep.used || !inStep.running) {
      use();
      pauseStep();
    }
    moveTo(Number(slider.value));
    inView().forEach((member) => place(member, inStep.at));
  });
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const member = memberOf(entry.target);
      member.near = entry.isIntersecting;
      if (member.near && inStep.used && !inStep.running) {
        place(member, inStep.at);
      }
    }
  }, { rootMargin: "80px" });
  members.forEach((member) => observer.observe(member.card));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && inStep.used) {
      endStep();
    }
  });
  find(".toolbar").hidden = false;
})();
