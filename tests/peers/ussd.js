// ussd.js PORT - a USSD centre made of npm's `smpp`, led by lines of JSON.
//
// Commands come on stdin, what happens goes to stdout, one object a line; see
// dial.py.  It keeps a dialogue for each phone as four kinds of centres do, and
// says what it sees of a screen; dial.py judges it.
"use strict";
const readline = require("readline");
const smpp = require(process.env.PEERS_MODULES + "/smpp");

let session = null; // the last bound one that takes deliver_sm
let statuses = []; // for the next submit_sms
let sessions = 0; // session numbers count from here
const phones = new Map(); // phone -> its dialogue

function say(event) {
  process.stdout.write(JSON.stringify(event) + "\n");
}

// This library leaves texts of data_coding 15 as they are: here, GSM letters
// that are ASCII.
function textOf(message) {
  if (message === undefined || message === null) return "";
  const words = message.message === undefined ? message : message.message;
  return Buffer.isBuffer(words) ? words.toString("latin1") : String(words);
}

function onScreen(s, pdu, kind) {
  const status = statuses.length > 0 ? statuses.shift() : 0;
  const by = pdu.message_payload !== undefined ? "message_payload"
    : "short_message";
  say({ saw: "screen", kind: kind, status: status, to: pdu.destination_addr,
    from: pdu.source_addr, op: pdu.ussd_service_op, by: by,
    text: textOf(pdu[by]), coding: pdu.data_coding,
    service: pdu.service_type, registered: pdu.registered_delivery,
    info: pdu.its_session_info === undefined ? ""
      : pdu.its_session_info.toString("hex"),
    reference: pdu.user_message_reference === undefined ? -1
      : pdu.user_message_reference });
  s.send(pdu.response(status === 0
    ? { message_id: "1" } : { command_status: status }));
}

function bound(kind) {
  return function (pdu) {
    say({ saw: kind, system_id: pdu.system_id, good: true,
      version: pdu.interface_version });
    this.send(pdu.response({ system_id: "npm" }));
    session = this;
  };
}

const server = smpp.createServer({}, function (s) {
  s.on("error", (e) => say({ saw: "error", what: String(e.message) }));
  s.on("close", () => say({ saw: "closed" }));
  s.on("bind_transceiver", bound("bind_transceiver").bind(s));
  s.on("submit_sm", (pdu) => onScreen(s, pdu, "submit_sm"));
  s.on("data_sm", (pdu) => onScreen(s, pdu, "data_sm"));
  s.on("enquire_link", (pdu) => s.send(pdu.response()));
  s.on("unbind", (pdu) => {
    say({ saw: "unbind" });
    s.send(pdu.response());
    s.close();
  });
});

// What marks a dialogue, by profile; `last`: the subscriber is gone.
function marks(dialogue, last) {
  if (dialogue.profile === "mica")
    return { user_message_reference: dialogue.number };
  if (dialogue.profile === "its")
    return { its_session_info: Buffer.from([dialogue.number & 0xff,
      (dialogue.turn++ & 0x7f) << 1 | (last ? 1 : 0)]) };
  if (dialogue.profile === "sixdee")
    return { its_session_info: Buffer.from([dialogue.number >> 7 & 0xff,
      (dialogue.number & 0x7f) << 1 | (last ? 1 : 0)]) };
  return {};
}

function turn(c, op, text, last) {
  const dialogue = phones.get(c.phone);
  const pdu = Object.assign({ service_type: c.service || "USSD",
    source_addr_ton: 1, source_addr_npi: 1, source_addr: c.phone,
    destination_addr: c.to, ussd_service_op: op },
  dialogue.coding === 15 ? { data_coding: 15,
    short_message: Buffer.from(text, "latin1") }
    : { data_coding: dialogue.coding, short_message: { message: text } },
  marks(dialogue, last));
  for (let i = 0; i < (c.times || 1); i++)
    session.deliver_sm(Object.assign({}, pdu),
      (r) => say({ saw: "taken", status: r.command_status }));
}

const commands = {
  dial(c) {
    phones.set(c.phone, { profile: c.profile, number: ++sessions, turn: 0,
      coding: c.coding || 0 });
    turn(c, c.op === undefined ? 1 : c.op, c.text);
  },
  answer(c) { turn(c, 18, c.text); },
  abort(c) {
    const ends = phones.get(c.phone).profile;
    turn(c, ends === "sixdee" ? 18 : 129, "", ends === "sixdee");
  },
  text(c) {
    session.deliver_sm({ source_addr_ton: 1, source_addr_npi: 1,
      source_addr: c.phone, destination_addr: c.to,
      short_message: c.text }, (r) => say({ saw: "taken",
      status: r.command_status }));
  },
  statuses(c) { statuses = c.list; },
};

server.listen(Number(process.argv[2]), "127.0.0.1", () => say({ saw: "up" }));
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const c = JSON.parse(line);
  commands[c.do](c);
}).on("close", () => process.exit(0));
