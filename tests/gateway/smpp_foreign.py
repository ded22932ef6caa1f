#!/usr/bin/env python3
"""smpp_foreign.py TALK [COUNT [SEED]] - our SMPP codec beside another one.

The other one is here, written from the standard (SMPP 3.4 chapters 4 and 5)
with struct and nothing else.  COUNT (3000) random PDUs of every command, with
random TLVs, are written here and read by TALK (tests/gateway/smpp_talk), which
tells each field and writes the PDU again; that is read here.  Then every PDU is
cut short at a random octet: what is refused here must be refused there.  Prints
figures; exit 1 on the first ten differences.
"""
import random
import struct
import subprocess
import sys

# ---- the standard's tables, in its own order and words ----

OCTET, STRING, MESSAGE, DESTS, FAILED = range(5)


def octets(*names):
    return [(name, OCTET, 0) for name in names]


SOURCE = octets("source_addr_ton", "source_addr_npi") + \
    [("source_addr", STRING, 20)]
DEST = octets("dest_addr_ton", "dest_addr_npi") + \
    [("destination_addr", STRING, 20)]
LONG_SOURCE = SOURCE[:2] + [("source_addr", STRING, 64)]
LONG_DEST = DEST[:2] + [("destination_addr", STRING, 64)]
SERVICE = [("service_type", STRING, 5)]
TIMES = [("schedule_delivery_time", STRING, 16),
         ("validity_period", STRING, 16)]
ID = [("message_id", STRING, 64)]
TEXT = octets("esm_class", "protocol_id", "priority_flag") + TIMES + \
    octets("registered_delivery", "replace_if_present_flag", "data_coding",
           "sm_default_msg_id") + [("short_message", MESSAGE, 254)]
SM = SERVICE + SOURCE + DEST + TEXT
LOGIN = [("system_id", STRING, 15), ("password", STRING, 8)]
BIND = LOGIN + [("system_type", STRING, 12)] + \
    octets("interface_version", "addr_ton", "addr_npi") + \
    [("address_range", STRING, 40)]
SYSTEM = LOGIN[:1]
RESP = 0x80000000

BODIES = {
    0x00000001: ("bind_receiver", BIND),
    0x80000001: ("bind_receiver_resp", SYSTEM),
    0x00000002: ("bind_transmitter", BIND),
    0x80000002: ("bind_transmitter_resp", SYSTEM),
    0x00000009: ("bind_transceiver", BIND),
    0x80000009: ("bind_transceiver_resp", SYSTEM),
    0x0000000B: ("outbind", LOGIN),
    0x00000006: ("unbind", []),
    0x80000006: ("unbind_resp", []),
    0x00000015: ("enquire_link", []),
    0x80000015: ("enquire_link_resp", []),
    0x80000000: ("generic_nack", []),
    0x00000004: ("submit_sm", SM),
    0x80000004: ("submit_sm_resp", ID),
    0x00000005: ("deliver_sm", SM),
    0x80000005: ("deliver_sm_resp", ID),
    0x00000021: ("submit_multi", SERVICE + SOURCE +
                 [("dest_address", DESTS, 0)] + TEXT),
    0x80000021: ("submit_multi_resp", ID + [("unsuccess_sme", FAILED, 0)]),
    0x00000103: ("data_sm", SERVICE + LONG_SOURCE + LONG_DEST +
                 octets("esm_class", "registered_delivery", "data_coding")),
    0x80000103: ("data_sm_resp", ID),
    0x00000003: ("query_sm", ID + SOURCE),
    0x80000003: ("query_sm_resp", ID + [("final_date", STRING, 16)] +
                 octets("message_state", "error_code")),
    0x00000008: ("cancel_sm", SERVICE + ID + SOURCE + DEST),
    0x80000008: ("cancel_sm_resp", []),
    0x00000007: ("replace_sm", ID + SOURCE + TIMES +
                 octets("registered_delivery", "sm_default_msg_id") +
                 [("short_message", MESSAGE, 254)]),
    0x80000007: ("replace_sm_resp", []),
    0x00000102: ("alert_notification", LONG_SOURCE +
                 octets("esme_addr_ton", "esme_addr_npi") +
                 [("esme_addr", STRING, 64)]),
    0x00000111: ("broadcast_sm", SERVICE + SOURCE + ID +
                 octets("priority_flag") + TIMES +
                 octets("replace_if_present_flag", "data_coding",
                        "sm_default_msg_id")),
    0x80000111: ("broadcast_sm_resp", ID),
    0x00000112: ("query_broadcast_sm", ID + SOURCE),
    0x80000112: ("query_broadcast_sm_resp", ID),
    0x00000113: ("cancel_broadcast_sm", SERVICE + ID + SOURCE),
    0x80000113: ("cancel_broadcast_sm_resp", []),
}
# 5.3.2: tag, and the octets of its value (None: as many as one likes).
TLVS = {0x0005: 1, 0x0017: 4, 0x0019: 1, 0x001D: None, 0x001E: None,
        0x0201: 1, 0x0204: 2, 0x020A: 2, 0x020B: 2, 0x020C: 2, 0x020D: 1,
        0x020E: 1, 0x020F: 1, 0x0210: 1, 0x0304: 1, 0x0381: None, 0x0422: 1,
        0x0423: 3, 0x0424: None, 0x0425: 1, 0x0426: 1, 0x0427: 1, 0x0428: 1,
        0x0501: 1, 0x1204: 2, 0x1383: 2, 0x1403: None, 0x2150: None}
STRINGS = (0x001D, 0x001E)


def text(rng, most):
    count = rng.choice([0, 1, most // 2, most, rng.randint(0, most)])
    return bytes(rng.randint(1, 255) for _ in range(count))


def blob(rng, most):
    return bytes(rng.randint(0, 255) for _ in range(rng.randint(0, most)))


def make_value(rng, kind, most):
    """The value as TALK tells it, and its octets on the wire."""
    if kind == OCTET:
        value = bytes([rng.randint(0, 255)])
        return value, value
    if kind == STRING:
        value = text(rng, most)
        return value, value + b"\0"
    if kind == MESSAGE:
        value = blob(rng, most)
        return value, struct.pack("B", len(value)) + value
    several = b""
    count = rng.randint(0, 4)
    for _ in range(count):
        number = bytes([rng.randint(0, 255), rng.randint(0, 255)]) + \
            text(rng, 20) + b"\0"
        if kind == FAILED:
            several += number + struct.pack(">I", rng.randint(0, 2**32 - 1))
        elif rng.random() < 0.5:
            several += b"\1" + number
        else:
            several += b"\2" + text(rng, 20) + b"\0"
    return several, bytes([count]) + several


def make_tlvs(rng):
    tlvs = {}
    for tag in rng.sample(sorted(TLVS), rng.choice([0, 0, 1, 2, 6])):
        size = TLVS[tag]
        value = blob(rng, 40) if size is None else \
            bytes(rng.randint(0, 255) for _ in range(size))
        if tag in STRINGS:
            value = text(rng, 30) + b"\0"
        tlvs[tag] = value
    return tlvs


def pack_tlvs(tlvs):
    return b"".join(struct.pack(">HH", tag, len(value)) + value
                    for tag, value in tlvs.items())


def make(rng):
    command = rng.choice(sorted(BODIES))
    name, fields = BODIES[command]
    values, body = {}, b""
    for field, kind, most in fields:
        values[field], wire = make_value(rng, kind, most)
        body += wire
    tlvs = make_tlvs(rng) if fields else {}
    sequence = rng.randint(0, 2**32 - 1)
    status = 0 if not command & RESP or fields else rng.randint(0, 0x4FF)
    whole = struct.pack(">IIII", 16 + len(body) + len(pack_tlvs(tlvs)),
                        command, status, sequence) + body + pack_tlvs(tlvs)
    return {"name": name, "command": command, "status": status,
            "sequence": sequence, "values": values, "tlvs": tlvs,
            "octets": whole}


# ---- reading ----

class Wrong(Exception):
    pass


def take(data, count):
    if len(data) < count:
        raise Wrong
    return data[:count], data[count:]


def take_string(data, most):
    end = data.find(b"\0")
    if end < 0 or end > most:
        raise Wrong
    return data[:end], data[end + 1:]


def take_list(data, kind):
    count, data = take(data, 1)
    start = data
    for _ in range(count[0]):
        flag = b"\1"
        if kind == DESTS:
            flag, data = take(data, 1)
        if flag == b"\2":
            _, data = take_string(data, 20)
            continue
        if flag != b"\1":
            raise Wrong
        _, data = take(data, 2)
        _, data = take_string(data, 20)
        if kind == FAILED:
            _, data = take(data, 4)
    return start[:len(start) - len(data)], data


def read(data):
    """Of a whole PDU: (command, status, sequence, values, tlvs)."""
    length, command, status, sequence = struct.unpack(">IIII", data[:16])
    if length != len(data):
        raise Wrong
    data = data[16:]
    values, tlvs = {}, {}
    for field, kind, most in BODIES[command][1]:
        if kind == OCTET:
            values[field], data = take(data, 1)
        elif kind == STRING:
            values[field], data = take_string(data, most)
        elif kind == MESSAGE:
            count, data = take(data, 1)
            values[field], data = take(data, count[0])
        else:
            values[field], data = take_list(data, kind)
    while data:
        head, data = take(data, 4)
        tag, count = struct.unpack(">HH", head)
        tlvs[tag], data = take(data, count)
    return command, status, sequence, values, tlvs


# ---- the two beside each other ----

def number(tlvs, tag):
    return int.from_bytes(tlvs.get(tag, b""), "big")


def expected(pdu):
    """What TALK must tell of the fields and of some TLVs."""
    tlvs = pdu["tlvs"]
    error = tlvs.get(0x0423, b"\0\0\0")
    told = {"command": pdu["name"], "status": str(pdu["status"]),
            "sequence": str(pdu["sequence"]),
            "sar": "/".join(str(number(tlvs, tag))
                            for tag in (0x020C, 0x020E, 0x020F)),
            "state": str(number(tlvs, 0x0427)),
            "ports": f"{number(tlvs, 0x020A)}/{number(tlvs, 0x020B)}",
            "reference": str(number(tlvs, 0x0204)),
            "seconds": str(number(tlvs, 0x0017)),
            "error": f"{error[0]}/{number({0: error[1:]}, 0)}",
            "payload": tlvs.get(0x0424, b"").hex().upper(),
            "receipted": tlvs.get(0x001E, b"\0")[:-1].hex().upper()}
    told.update((field, value.hex().upper())
                for field, value in pdu["values"].items())
    return told


def compare(pdu, line):
    if line.startswith("refused"):
        return "refused: " + line
    told = dict(pair.split("=", 1) for pair in line.split() if "=" in pair)
    for key, value in expected(pdu).items():
        if told.get(key) != value:
            return f"{key}: {told.get(key)} for {value}"
    try:
        back = read(bytes.fromhex(told["|"]))
    except (Wrong, KeyError):
        return "what it wrote is no PDU: " + line
    wanted = (pdu["command"], pdu["status"], pdu["sequence"], pdu["values"],
              pdu["tlvs"])
    return None if back == wanted else f"written as {back}"


def cut_short(rng, pdu):
    """The same with its end gone, and a length that says so."""
    octets_left = rng.randint(16, len(pdu["octets"]) - 1)
    return struct.pack(">I", octets_left) + pdu["octets"][4:octets_left]


def is_wrong(data):
    try:
        read(data)
    except Wrong:
        return True
    return False


def stray_nuls(data):
    """A few NULs behind a whole body are tolerated there."""
    return any(not is_wrong(struct.pack(">I", len(data) - n) + data[4:-n])
               for n in (1, 2, 3)
               if len(data) - n >= 16 and data.endswith(b"\0" * n))


def main():
    talk = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    pdus = [make(rng) for _ in range(count)]
    cuts = [cut_short(rng, pdu) for pdu in pdus
            if not pdu["command"] & RESP and pdu["values"]]
    lines = subprocess.run(
        [talk], check=True, text=True, capture_output=True,
        input="".join(octets.hex() + "\n" for octets in
                      [pdu["octets"] for pdu in pdus] + cuts)
    ).stdout.splitlines()
    bad = [(pdu["octets"].hex(), why) for pdu, line in zip(pdus, lines)
           for why in [compare(pdu, line)] if why]
    refused = 0
    for data, line in zip(cuts, lines[count:]):
        wrong = is_wrong(data)
        refused += wrong
        if line.startswith("refused") != wrong and \
                not (wrong and stray_nuls(data)):
            bad.append((data.hex(), f"cut, {line}"))
    for octets_hex, why in bad[:10]:
        print(f"{octets_hex}\n  {why}")
    print(f"{count} PDUs both ways, {len(cuts)} cut short of which {refused} "
          f"are none, {len(bad)} differences")
    sys.exit(1 if bad or len(lines) != count + len(cuts) else 0)


main()
