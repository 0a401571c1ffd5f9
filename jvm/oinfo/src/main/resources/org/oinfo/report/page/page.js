// Fields above long tables that show only the rows with all the words in them; and pictures of charts to keep.
for (const field of document.querySelectorAll(".filter")) {
  const table = field.closest(".look").nextElementSibling.querySelector("table");
  const said = field.parentElement.querySelector("output");
  field.parentElement.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    said.textContent = words.length ? `${shown} of ${table.tBodies[0].rows.length} rows` : "";
  });
}
