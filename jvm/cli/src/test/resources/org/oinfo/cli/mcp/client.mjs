// An assistant's side, by the protocol's own library: node client.mjs FOLDER HOW COMMAND [ARGUMENT...]. Asserts what it finds; prints the
// server's process number first.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const [folder, how, command, ...args] = process.argv.slice(2);
const transport = new StdioClientTransport({ command, args });
const client = new Client({ name: "test", version: "1" });
await client.connect(transport);
console.log(transport.pid);

const neurons = `${folder}/activations.npy`;
const long = { name: "scan", arguments: { data: neurons, order: 9 } };
const text = (result) => result.content[0].text;

if (how === "leave") {
  // Killed while a scan runs.
  await client.callTool(long, undefined, { onprogress: () => console.log("running") });
}

assert.equal(client.getServerVersion().name, "oinfo");
assert.match(client.getInstructions(), /warnings/);
const { tools } = await client.listTools();
const scan = tools.find((tool) => tool.name === "scan");
assert.deepEqual(scan.inputSchema.required, ["data"]);
assert.deepEqual(scan.inputSchema.properties.level.enum, ["extremes", "plain", "full"]);

const found = await client.callTool({ name: "scan", arguments: { data: `${folder}/series.csv`, order: 3, top: 1 } });
assert.equal(found.structuredContent.schema, "oinfo/1");
assert.deepEqual(found.structuredContent.orders[0].most_synergistic[0].nplet, [0, 3, 4]);
assert.match(text(found), /heart;oxygen;skin/);
assert.ok(!found.isError);

const wrong = await client.callTool({ name: "scan", arguments: { data: neurons, levle: "full" } });
assert.ok(wrong.isError);
assert.equal(text(wrong), "every parameter must be one of scan: found levle; perhaps level is meant");
await assert.rejects(client.callTool({ name: "scann" }), /there must be a tool of this name: found scann/);

const told = [];
const stop = new AbortController();
await assert.rejects(
  client.callTool(long, undefined, {
    signal: stop.signal,
    onprogress: (progress) => {
      told.push(progress);
      if (told.length === 2) {
        stop.abort("enough");
      }
    },
  }),
);
assert.ok(told[1].progress > told[0].progress);
assert.equal(told[0].total, 163011640);
// Calls run one after another: this one is answered because the scan has been stopped.
assert.match(text(await client.callTool({ name: "info" }, undefined, { timeout: 30000 })), /processors/);

await client.close();
console.log("done");
