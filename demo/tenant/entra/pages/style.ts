/** The look of every page: Fluent's proportions, the system's font, both themes. */
export const style = `
:root {
  --ground: #eef2f1; --ground-2: #dfe8e8; --card: #ffffff; --line: #d6dcdb; --field: #8a9492;
  --ink: #1c2423; --soft: #5a6664; --accent: #0b6a68; --accent-ink: #ffffff; --accent-hover: #095553;
  --wash: #f3f7f6; --bad: #a4262c; --bad-wash: #fdf1f1; --warn: #7a4d05; --warn-wash: #fff4dc; --warn-line: #ecd6a2;
  --shadow: 0 1px 2px rgb(12 40 38 / 8%), 0 12px 32px rgb(12 40 38 / 11%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #141a1a; --ground-2: #1b2525; --card: #222a2a; --line: #3a4545; --field: #7d8a88;
    --ink: #eef3f2; --soft: #a9b6b4; --accent: #5fc2bd; --accent-ink: #06201f; --accent-hover: #7dd3ce;
    --wash: #2a3434; --bad: #ff9d9f; --bad-wash: #3d2527; --warn: #f2cf86; --warn-wash: #352c19; --warn-line: #5d4c25;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 35%);
  }
}
* { box-sizing: border-box; }
html { height: 100%; }
body {
  min-height: 100%; margin: 0; padding: 16px; display: flex; flex-direction: column; align-items: center;
  color: var(--ink); background: linear-gradient(160deg, var(--ground), var(--ground-2)) fixed;
  font: 15px/1.45 "Segoe UI", "Segoe UI Web", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif;
}
.notice {
  margin: 0; padding: 4px 12px; border: 1px solid var(--warn-line); border-radius: 999px;
  background: var(--warn-wash); color: var(--warn); font-size: 12.5px;
}
.notice strong { font-weight: 600; }
.notice span::before { content: "\\b7"; margin-right: 5px; }
.card {
  width: 100%; max-width: 440px; margin: clamp(14px, 5vh, 72px) 0 14px; padding: 28px 40px 30px;
  border-radius: 10px; background: var(--card); box-shadow: var(--shadow);
}
.brand { display: flex; align-items: center; gap: 8px; margin: 0 0 16px -5px; color: var(--soft); font-size: 14px; }
.mark { color: var(--accent); flex: none; }
.mark-eye { fill: var(--card); }
h1 { margin: 0 0 6px; font-size: 24px; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em; }
p { margin: 0 0 14px; }
.lead { color: var(--soft); }
.asked { margin: 0 0 2px; font-size: 14px; overflow-wrap: anywhere; }
.who { display: flex; align-items: center; gap: 6px; margin: 0 0 12px -7px; font-size: 14px; }
.back {
  display: grid; place-items: center; width: 30px; height: 30px; border-radius: 50%; color: inherit;
  font-size: 18px; text-decoration: none;
}
.back:hover { background: var(--wash); }
.back + span { overflow-wrap: anywhere; }
label { display: block; margin: 14px 0 5px; font-size: 13.5px; font-weight: 600; }
input {
  width: 100%; height: 40px; padding: 0 11px; border: 1px solid var(--line); border-bottom-color: var(--field);
  border-radius: 5px; background: var(--card); color: var(--ink); font: inherit;
}
.choice { display: flex; align-items: center; gap: 9px; font-size: 14px; font-weight: 400; }
.choice input { width: 17px; height: 17px; flex: none; accent-color: var(--accent); }
input:focus { outline: none; border-bottom-color: var(--accent); box-shadow: inset 0 -1px 0 var(--accent); }
.error {
  margin: 12px 0 0; padding: 9px 12px; border-radius: 5px; background: var(--bad-wash); color: var(--bad); font-size: 14px;
}
.actions { display: flex; flex-direction: row-reverse; gap: 8px; margin-top: 20px; }
.actions button { min-width: 104px; }
button {
  min-height: 36px; padding: 0 16px; border: 1px solid var(--line); border-radius: 5px;
  background: var(--card); color: var(--ink); font: inherit; font-weight: 600; cursor: pointer;
}
button:hover { background: var(--wash); }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
button.primary:hover { border-color: var(--accent-hover); background: var(--accent-hover); }
:is(button, a, summary):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.hint { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 13.5px; color: var(--soft); }
.hint p { margin: 0 0 6px; }
.hint ul { margin: 0; padding: 0; list-style: none; }
.hint li { padding: 4px 0; line-height: 1.35; }
.hint li span { display: block; }
.hint li code { color: var(--ink); overflow-wrap: anywhere; }
code { font: 13px ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
.tiles { margin: 14px -12px 0; }
.tiles button {
  display: flex; align-items: center; gap: 12px; width: 100%; padding: 10px 12px; border: 0; border-radius: 7px;
  background: none; text-align: left; font-weight: 400;
}
.tiles button:hover { background: var(--wash); }
.tiles small { display: block; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.face {
  display: grid; place-items: center; flex: none; width: 40px; height: 40px; border-radius: 50%;
  background: var(--wash); color: var(--accent); font-weight: 600; font-size: 14px;
}
.app { display: flex; align-items: center; gap: 12px; margin: 12px 0 14px; padding: 10px 12px; border-radius: 7px; background: var(--wash); }
.app strong { display: block; font-weight: 600; }
.app .face { border-radius: 9px; background: var(--accent); color: var(--accent-ink); font-size: 18px; }
.unverified { color: var(--warn); font-size: 13px; }
.permissions { margin: -6px 0 0; padding: 0; list-style: none; }
.permissions li { padding: 7px 0 7px 24px; line-height: 1.38; border-top: 1px solid var(--line); position: relative; }
.permissions li:first-child { border-top: 0; }
.permissions li::before {
  content: ""; position: absolute; left: 3px; top: 11px; width: 10px; height: 5px;
  border: solid var(--accent); border-width: 0 0 2px 2px; transform: rotate(-45deg);
}
.permissions strong { display: block; font-weight: 600; font-size: 14.5px; }
.permissions span { color: var(--soft); font-size: 13.5px; }
.fine { margin: 10px 0 0; color: var(--soft); font-size: 13px; }
.way { margin: 16px 0 0; }
.way a { color: var(--accent); }
dl { margin: 16px 0 0; font-size: 13px; color: var(--soft); }
dl div { display: flex; gap: 8px; padding: 2px 0; }
dt { flex: none; width: 104px; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 480px) { .card { padding: 26px 24px 28px; } .tiles { margin-inline: -8px; } }
`;
