// Fields above long tables that show only the rows with all the words in them.
for (const field of document.querySelectorAll(".filter")) {
  const look = field.closest(".look");
  const table = look.nextElementSibling.querySelector("table");
  look.hidden = false;
  field.addEventListener("input", () => {
    // Sorting makes a new body.
    const rows = [...table.tBodies[0].rows];
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
    }
    look.querySelector("output").textContent = field.value ? `${rows.filter(row => !row.hidden).length} of ${rows.length} rows` : "";
  });
}
