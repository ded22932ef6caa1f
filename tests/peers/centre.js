// centre.js PORT - a message centre made of npm's `smpp`, led by lines of JSON.
//
// Commands come on stdin, what happens goes to stdout, one object a line; see
// play.py, which leads this one and centre.pl by the same commands.
"use strict";
const readline = require("readline");
const smpp = require(process.env.PEERS_MODULES + "/smpp");

let session = null; // the last bound one that takes deliver_sm
let submits = 0; // message ids count from here
let answers = []; // statuses for the next submit_sms
let idForm = "decimal";

function say(event) {
  process.stdout.write(JSON.stringify(event) + "\n");
}

function idOf(n) {
  return idForm === "hex" ? n.toString(16).toUpperCase() : String(n);
}

// What the library made of a text: its words, and the header before them.
function textOf(message) {
  if (message === undefined || message === null) return { text: "" };
  const udh = [].concat(message.udh || []).map((u) => u.toString("hex"));
  const words = message.message === undefined ? message : message.message;
  return { udh: udh.join(""), text: Buffer.isBuffer(words)
    ? words.toString("latin1") : String(words) };
}

const TLVS = ["sar_msg_ref_num", "sar_total_segments", "sar_segment_seqnum",
  "user_message_reference", "message_state"];

function onSubmit(s, pdu) {
  const status = answers.length > 0 ? answers.shift() : 0;
  const event = { saw: "submit_sm", status: status, to: pdu.destination_addr,
    from: pdu.source_addr, coding: pdu.data_coding, esm: pdu.esm_class,
    registered: pdu.registered_delivery,
    tlvs: {} };
  const said = pdu.message_payload !== undefined ? pdu.message_payload
    : pdu.short_message;
  event.by = pdu.message_payload !== undefined ? "message_payload"
    : "short_message";
  Object.assign(event, textOf(said));
  for (const name of TLVS)
    if (pdu[name] !== undefined) event.tlvs[name] = pdu[name];
  if (status === 0) event.id = ++submits;
  say(event);
  s.send(pdu.response(status === 0
    ? { message_id: idOf(submits) } : { command_status: status }));
}

function bound(kind) {
  return function (pdu) {
    const good = pdu.system_id === "furrow" && pdu.password === "secret";
    say({ saw: kind, system_id: pdu.system_id, good: good,
      version: pdu.interface_version });
    this.send(pdu.response(good ? { system_id: "npm",
      sc_interface_version: 0x34 }
      : { command_status: smpp.ESME_RINVPASWD }));
    if (good && kind !== "bind_transmitter") session = this;
  };
}

const server = smpp.createServer({}, function (s) {
  s.on("error", (e) => say({ saw: "error", what: String(e.message) }));
  s.on("close", () => say({ saw: "closed" }));
  for (const kind of ["bind_transceiver", "bind_transmitter", "bind_receiver"])
    s.on(kind, bound(kind).bind(s));
  s.on("submit_sm", (pdu) => onSubmit(s, pdu));
  s.on("enquire_link", (pdu) => s.send(pdu.response()));
  s.on("unbind", (pdu) => {
    say({ saw: "unbind" });
    s.send(pdu.response());
    s.close();
  });
});

function told(what) {
  return (pdu) => say({ saw: what, status: pdu.command_status });
}

function messageOf(c) {
  return c.text !== undefined ? c.text : Buffer.from(c.hex || "", "hex");
}

const commands = {
  deliver(c) {
    const p = Object.assign({ source_addr_ton: 1, source_addr_npi: 1,
      source_addr: c.from, destination_addr: c.to, esm_class: c.esm || 0,
      short_message: messageOf(c) }, c.tlvs || {});
    if (c.coding !== undefined) p.data_coding = c.coding;
    if (c.payload !== undefined)
      p.message_payload = Buffer.from(c.payload, "hex");
    if (c.receipted_message_id !== undefined)
      p.receipted_message_id = c.receipted_message_id;
    session.deliver_sm(p, told("deliver_sm_resp"));
  },
  data(c) {
    session.data_sm({ source_addr_ton: 1, source_addr_npi: 1,
      source_addr: c.from, destination_addr: c.to, data_coding: c.coding || 0,
      message_payload: Buffer.from(c.payload, "hex") }, told("data_sm_resp"));
  },
  enquire() { session.enquire_link(told("enquire_link_resp")); },
  alert(c) {
    session.alert_notification({ source_addr: c.from, esme_addr: c.to });
  },
  unbind() { session.unbind(told("unbind_resp")); },
  answer(c) { answers = Array(c.times).fill(c.status); },
  ids(c) { idForm = c.form; },
};

server.listen(Number(process.argv[2]), "127.0.0.1", () => say({ saw: "up" }));
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const c = JSON.parse(line);
  commands[c.do](c);
}).on("close", () => process.exit(0));
