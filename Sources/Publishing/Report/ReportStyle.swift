/// How a report looks: light and dark by the reader's setting, plain on paper.
enum ReportStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #22262e; --dim: #5c6470; --paper: #fbf9f3;
      --card: #f2eee2; --line: #d8d2c2; --good: #1f6f3d; --bad: #a32626; --half: #8a5a00; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e3da; --dim: #a5a79f;
      --paper: #16191e; --card: #20252c; --line: #3a414b; --good: #7fce97; --bad: #f08f8f;
      --half: #e3b866; } figure img { filter: brightness(.86); } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 58rem; padding: 2.5rem 1.25rem 4rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.55 Inter, "Helvetica Neue", Arial, sans-serif; }
    h1 { font-size: 2.3rem; line-height: 1.15; margin: 0 0 .3rem; }
    h2 { font-size: 1.45rem; margin: 3rem 0 .8rem; padding-top: .8rem;
      border-top: 2px solid var(--line); break-after: avoid; }
    h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; break-after: avoid; }
    p { margin: .5rem 0; } .dim, figcaption, caption { color: var(--dim); }
    .notice { border-left: 4px solid var(--line); padding: .2rem 0 .2rem 1rem; color: var(--dim); }
    .lead { font-size: 1.12rem; }
    figure { margin: 1.4rem 0; break-inside: avoid; } figure img, figure svg { display: block;
      width: 100%; height: auto; border-radius: 4px; } figcaption { font-size: .9rem;
      margin-top: .4rem; } figcaption strong { color: var(--ink); }
    table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.4; }
    th { text-align: left; color: var(--dim); font-weight: 600; } th, td { padding: .35rem .6rem;
      vertical-align: top; border-bottom: 1px solid var(--line); } tr { break-inside: avoid; }
    td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .numbers td:first-child { white-space: normal; }
    .numbers td + td, .numbers th + th { text-align: right; font-variant-numeric: tabular-nums; }
    .numbers .group td { background: var(--card); font-weight: 600; }
    del { color: var(--bad); text-decoration-thickness: 2px; } .confirmed { color: var(--good); }
    .partly { color: var(--half); } .struck { color: var(--bad); } .verdict { font-weight: 600;
      white-space: nowrap; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
    .card { background: var(--card); border-radius: 6px; padding: .8rem 1.1rem; break-inside: avoid;
      border-top: 4px solid var(--side, var(--line)); } .card h3 { margin-top: 0; }
    svg text { fill: var(--dim); font-size: 12px; } svg .axis { stroke: var(--line); }
    svg .night { fill: var(--card); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; }
    dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
    @media print { :root { --paper: #fff; --ink: #000; --card: #f4f4f4; } body { max-width: none;
      padding: 0; font-size: 10pt; } figure img { filter: none; } }
    """
}
