// Draws the charts that the page holds, as wide as the page is and in its colours, and again when either changes.
const charts = JSON.parse(document.getElementById("charts").textContent);
const letters = document.createElement("canvas").getContext("2d");
letters.font = "12px system-ui, sans-serif";
let views = [];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** A specification names colours as the style does: "--synergy". */
function coloured(spec) {
  return JSON.parse(JSON.stringify(spec), (key, value) => typeof value === "string" && value.startsWith("--") ? colour(value) : value);
}

/** The words of a chart's legend; none where it has no legend. */
function legend(spec, rows) {
  for (const [key, part] of Object.entries(spec)) {
    if (key === "color" && part?.type === "nominal" && part.legend !== null) {
      return part.legend?.values ?? part.scale?.domain ?? [...new Set((rows ?? []).map(row => row[part.field]).filter(word => word != null))];
    }
    const found = part && typeof part === "object" ? legend(part, rows) : [];
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

function look(spec, rows, width) {
  const text = colour("--text"), quiet = colour("--quiet"), axis = colour("--axis");
  const words = legend(spec, rows);
  // Beside the words of a legend are their symbols and gaps; beside the legend are an axis and the menu.
  const symbol = 45, room = width - 100;
  const widest = Math.min(300, Math.max(0, ...words.map(word => letters.measureText(word).width)));
  const plain = {labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal", labelColor: text, titleColor: text};
  return {
    font: "system-ui, sans-serif", background: colour("--page"), view: {stroke: null},
    axis: {...plain, titlePadding: 10, gridColor: colour("--grid"), domainColor: axis, tickColor: axis, labelOverlap: true, labelLimit: 140},
    header: {labelColor: text, titleColor: quiet, labelLimit: width - 40},
    legend: {...plain, columnPadding: 20, labelLimit: Math.min(300, room - 25),
      columns: Math.max(1, Math.min(words.length, Math.floor(room / (widest + symbol))))}
  };
}

/** Panels side by side where each has room, else below each other. */
function panels(spec, across, width) {
  const axis = 75, least = 160;
  const columns = Math.max(1, Math.min(across, Math.floor(width / (least + axis))));
  spec.columns = columns;
  spec.resolve = {...spec.resolve, axis: {...spec.resolve?.axis, x: "independent"}};
  spec.spec.width = Math.floor(width / columns) - axis;
}

async function show(chart) {
  const place = document.getElementById(chart.id);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const spec = {...coloured(chart.spec), datasets: chart.datasets, config: look(chart.spec, chart.datasets.rows, place.clientWidth)};
  const options = {
    actions: {export: true, source: false, compiled: false, editor: false}, renderer: "svg", tooltip: {theme: dark ? "dark" : "light"}};
  if (!chart.across) {
    return vegaEmbed(place, spec, options);
  }
  panels(spec, chart.across, place.clientWidth);
  let view = await vegaEmbed(place, spec, options);
  // Only a drawn axis tells how wide its numbers and names are; slanted names take more room where panels are narrower.
  for (let tries = 0; place.scrollWidth > place.clientWidth && tries < 4; tries++) {
    spec.spec.width -= Math.ceil((place.scrollWidth - place.clientWidth) / spec.columns) + 4 * tries;
    view.finalize();
    view = await vegaEmbed(place, spec, options);
  }
  return view;
}

async function draw() {
  delete document.body.dataset.charts;
  views.splice(0).forEach(view => view.finalize());
  for (const chart of charts) {
    try {
      views.push(await show(chart));
    } catch (problem) {
      console.error(chart.id, problem);
    }
  }
  document.body.dataset.charts = "drawn";
}

let drawn = draw(), width = innerWidth;
function again() {
  drawn = drawn.then(draw);
}
addEventListener("resize", () => {
  if (innerWidth !== width) {
    width = innerWidth;
    again();
  }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
