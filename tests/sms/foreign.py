#!/usr/bin/env python3
"""foreign.py FURROW [COUNT [SEED]] - our PDUs, read and written by others.

COUNT (500) random texts of every alphabet go through `FURROW pdu encode`, with
random wishes; a reader written straight from the standard, bit by bit and slow,
reads the PDUs, and libgammu too where python3-gammu is installed (it knows no
national tables).  Checked: the text, the header, every field that was wished,
and that no allowed alphabet takes fewer parts.  As many random messages,
written here, go through `FURROW pdu decode`.  Prints figures; exit 1 on the
first ten differences, 77 (skipped) is for who calls.
"""
import json
import random
import subprocess
import sys
import unicodedata

from foreign_tables import DEFAULT, EXTENSION, LOCKING, SINGLE

try:
    import gammu
except ImportError:
    gammu = None

ESCAPE = 0x1B
CODES = ["", "tr", "es", "pt", "bn", "gu", "hi", "kn", "ml", "or", "pa", "ta",
         "te", "ur"]
DIGITS = "0123456789*#abc"


# ---- septets, 23.038 6.1.2.1: a string of bits, the least one first ----

def bits_of(octets):
    return "".join(format(o, "08b")[::-1] for o in octets)


def octets_of(bits):
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8][::-1], 2) for i in range(0, len(bits), 8))


def septets_from(octets, first, count):
    bits = bits_of(octets)
    return [int(bits[7 * i:7 * i + 7][::-1], 2)
            for i in range(first, first + count)]


def pack(septets, fill=0):
    return octets_of("0" * fill +
                     "".join(format(s, "07b")[::-1] for s in septets))


def main_of(locking):
    return LOCKING.get(locking, DEFAULT)


def extension_of(single):
    if single not in SINGLE:
        return EXTENSION
    return {i: c for i, c in enumerate(SINGLE[single]) if c != " "}


def text_of(septets, locking, single):
    main, extension = main_of(locking), extension_of(single)
    text, escaped = "", False
    for s in septets:
        if escaped:
            text += " " if s == ESCAPE else extension.get(s, main[s])
            escaped = False
        elif s == ESCAPE:
            escaped = True
        else:
            text += main[s]
    return text


def septets_of(char, locking, single):
    """The shortest way to write a character, or None."""
    at = [i for i, c in enumerate(main_of(locking))
          if c == char and i != ESCAPE and (c != " " or i == 0x20)]
    if at:
        return [at[0]]
    at = [i for i, c in extension_of(single).items() if c == char]
    return [ESCAPE, at[0]] if at else None


# ---- 23.040 9.2.2.2 and 9.2.3, read ----

def read_address(octets, at):
    digits, kind = octets[at], octets[at + 1]
    value = octets[at + 2:at + 2 + (digits + 1) // 2]
    text = "".join(DIGITS[n] for o in value for n in (o & 15, o >> 4)
                   if n < 15)
    sign = "+" if kind >> 4 & 7 == 1 else ""
    return sign + text, at + 2 + (digits + 1) // 2


def read_header(data):
    header = {"concat": None, "ports": None, "locking": 0, "single": 0}
    at, end = 1, 1 + data[0]
    while at < end:
        element, value = data[at], data[at + 2:at + 2 + data[at + 1]]
        if element == 0x00:
            header["concat"] = (8, value[0], value[1], value[2])
        elif element == 0x08:
            header["concat"] = (16, value[0] << 8 | value[1], value[2],
                                value[3])
        elif element == 0x04:
            header["ports"] = (8, value[0], value[1])
        elif element == 0x05:
            header["ports"] = (16, value[0] << 8 | value[1],
                               value[2] << 8 | value[3])
        elif element == 0x24:
            header["single"] = value[0]
        elif element == 0x25:
            header["locking"] = value[0]
        at += 2 + len(value)
    assert at == end, "header"
    return header, end


def read_submit(pdu):
    octets = bytes.fromhex(pdu)
    at = 1 + octets[0]
    first, out = octets[at], {"mr": octets[at + 1], "tpdu": len(octets) - at}
    assert first & 3 == 1, "type"
    out["report"], out["reply_path"] = first >> 5 & 1, first >> 7
    out["reject"] = first >> 2 & 1
    out["to"], at = read_address(octets, at + 2)
    out["pid"], out["dcs"] = octets[at], octets[at + 1]
    at += 2
    form = first >> 3 & 3
    size = (0, 7, 1, 7)[form]
    out["validity"] = (form, octets[at:at + size].hex())
    at += size
    length, data = octets[at], octets[at + 1:]
    out["alphabet"] = ("gsm7", "8bit", "ucs2")[out["dcs"] >> 2 & 3]
    out["class"] = out["dcs"] & 3 if out["dcs"] & 0x10 else None
    out["header"], behind = {"concat": None, "ports": None, "locking": 0,
                             "single": 0}, 0
    if first & 0x40:
        out["header"], behind = read_header(data)
    if out["alphabet"] == "gsm7":
        assert len(data) == (length * 7 + 7) // 8, "length"
        skip = (behind * 8 + 6) // 7
        out["units"] = septets_from(data, skip, length - skip)
    else:
        assert len(data) == length, "length"
        out["units"] = data[behind:]
    assert len(data) <= 140, "too long"
    return out


def joined(parts):
    if parts[0]["alphabet"] == "ucs2":
        return b"".join(p["units"] for p in parts).decode("utf-16-be")
    if parts[0]["alphabet"] == "8bit":
        return b"".join(p["units"] for p in parts).hex().upper()
    header = parts[0]["header"]
    return text_of(sum((p["units"] for p in parts), []), header["locking"],
                   header["single"])


# ---- what the fewest parts would be ----

def fill(sizes, whole, part):
    if sum(sizes) <= whole:
        return 1
    parts, used = 1, 0
    for size in sizes:
        if used + size > part:
            parts, used = parts + 1, 0
        used += size
    return parts


def fewest(text, languages, wide, ports):
    other = 0 if ports is None else (6 if ports[0] == 16 else 4)
    concat = 6 if wide else 5
    best = None
    pairs = [(0, 0)]
    for i in languages:
        pairs += [(0, i)] + ([(i, 0), (i, i)] if i in LOCKING else [])
    for locking, single in pairs:
        ways = [septets_of(c, locking, single) for c in text]
        if any(w is None for w in ways):
            continue
        elements = other + 3 * (locking > 0) + 3 * (single > 0)

        def room(octets):
            return 160 - ((octets + 1) * 8 + 6) // 7 if octets else 160
        parts = fill([len(w) for w in ways], room(elements),
                     room(elements + concat))
        best = parts if best is None else min(best, parts)
    if best == 1:
        return 1
    room = [(140 - (e + 1 if e else 0)) // 2
            for e in (other, other + concat)]
    sizes = [len(c.encode("utf-16-be")) // 2 for c in text]
    parts = fill(sizes, *room)
    return parts if best is None else min(best, parts)


# ---- random wishes ----

def letters(rng):
    """Characters to choose from, and the language they are of."""
    plain = "abcdefghij KLMNOP 0123456789,.\n"
    kind = rng.randrange(8)
    if kind == 0:
        return plain, 0
    if kind == 1:
        return DEFAULT + "".join(EXTENSION.values()), 0
    if kind == 2:
        return plain + "\u0448\u0443\u043c\u96e8\U0001f600\U0001f33d", 0
    i = rng.randrange(1, 14)
    return plain + rng.choice([LOCKING.get(i, ""), SINGLE[i],
                               LOCKING.get(i, "") + SINGLE[i]]), i


def random_wish(rng, number):
    characters, language = letters(rng)
    text = "".join(rng.choices(characters, k=rng.choice(
        [0, 1, 7, 8, 60, 69, 70, 71, 150, 154, 155, 156, 160, 161,
         rng.randrange(800)])))
    languages = set(rng.sample(range(1, 14), rng.choice([0, 0, 1, 2, 13])))
    if language and rng.randrange(4):
        languages.add(language)
    wish = {"id": number, "to": rng.choice(
        ["+254722000001", "22384", "0712345678", "*144#", "1",
         "+12345678901234567890"]),
        "text": text, "languages": [CODES[i] for i in sorted(languages)],
        "concat": rng.choice([8, 16]), "ref": rng.randrange(256),
        "mr": rng.randrange(256), "pid": rng.choice([0, 0x41, 0x7F])}
    if rng.randrange(3) == 0:
        wish["class"] = rng.randrange(4)
    if rng.randrange(4) == 0:
        bits = rng.choice([8, 16])
        wish["ports"] = {"bits": bits, "dst": rng.randrange(1 << bits),
                         "src": rng.randrange(1 << bits)}
    for key in ("report", "reply_path", "reject_duplicates"):
        wish[key] = rng.randrange(2) == 0
    if rng.randrange(2) == 0:
        wish["validity"] = rng.choice(["1h", "2d"])
    return wish


def run(furrow, verb, lines):
    done = subprocess.run([furrow, "pdu", verb], check=True,
                          input="".join(json.dumps(x) + "\n" for x in lines),
                          capture_output=True, encoding="utf-8")
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert len(answers) == len(lines), "a line without an answer"
    return answers


def check_answer(wish, answer):
    assert answer["ok"], answer
    parts = [read_submit(p["pdu"]) for p in answer["parts"]]
    ports = wish.get("ports")
    ports = ports and (ports["bits"], ports["dst"], ports["src"])
    text = unicodedata.normalize("NFC", wish["text"])
    got = unicodedata.normalize("NFC", joined(parts))
    assert got == text, ("text", got, text)
    assert answer["segments"] == len(parts)
    wide = wish["concat"] == 16
    least = fewest(wish["text"], [CODES.index(c) for c in wish["languages"]],
                   wide, ports)
    marks = unicodedata.normalize("NFC", wish["text"]) == wish["text"]
    assert len(parts) == least or not marks, ("parts", len(parts), least)
    for i, part in enumerate(parts):
        concat = part["header"]["concat"]
        assert part["tpdu"] == answer["parts"][i]["length"], "length"
        assert part["header"]["ports"] == ports, "ports"
        assert (concat is None) == (len(parts) == 1), "concat"
        if concat:
            assert concat == (16 if wide else 8, wish["ref"], len(parts),
                              i + 1), "concat"
        assert (part["to"], part["mr"], part["pid"], part["class"]) == (
            wish["to"], wish["mr"], wish["pid"], wish.get("class")), "fields"
        assert (part["report"], part["reply_path"], part["reject"]) == (
            wish["report"], wish["reply_path"], wish["reject_duplicates"])
        assert part["validity"] == {None: (0, ""), "1h": (2, "0b"),
                                    "2d": (2, "a8")}[wish.get("validity")]
    return parts


def gammu_agrees(answer, parts):
    """None where libgammu does not know what it would need."""
    header = parts[0]["header"]
    if gammu is None or header["locking"] or header["single"]:
        return None
    odd = "~" if parts[0]["alphabet"] == "ucs2" else "\f"
    if len(parts[0]["to"]) > 20 or odd in joined(parts) or header["ports"]:
        return None  # what libgammu 1.42 refuses, doubles, or reads as a line
    text = ""
    for part, mine in zip(answer["parts"], parts):
        try:
            got = gammu.DecodePDU(bytes.fromhex(part["pdu"]))
        except gammu.GSMError:
            return False
        if got["Coding"].startswith("8"):
            return None
        text += got["Text"].split("\0")[0]  # behind it is what was there
        concat = mine["header"]["concat"]
        if concat and mine["header"]["ports"] is None and (
                got["UDH"]["PartNumber"], got["UDH"]["AllParts"]) != (
                    concat[3], concat[2]):
            return False
    return text == joined(parts)


# ---- messages written here, for our decoder ----

def swapped(digits):
    digits += "F" * (len(digits) % 2)
    return bytes(int(digits[i + 1] + digits[i], 16)
                 for i in range(0, len(digits), 2))


def random_deliver(rng, number):
    text = "".join(rng.choices(DEFAULT,
                               k=rng.randrange(140)))
    want = {"id": number, "type": "deliver"}
    locking = rng.choice([0, 0] + sorted(LOCKING))
    single = rng.choice([0, 0] + sorted(SINGLE))
    elements = b""
    want["udh"] = {}
    if rng.randrange(2):
        total = rng.randrange(1, 256)
        concat = {"ref": rng.randrange(256), "total": total,
                  "seq": rng.randrange(1, total + 1)}
        want["udh"]["concat"] = concat
        elements += bytes([0, 3, concat["ref"], total, concat["seq"]])
    if rng.randrange(3) == 0:
        elements += bytes([0x70, 2, 1, 2])  # SIM toolkit: stepped over
    if locking:
        elements += bytes([0x25, 1, locking])
    if single:
        elements += bytes([0x24, 1, single])
    if locking or single:
        want["udh"]["language"] = {"locking": locking, "single": single}
    header = bytes([len(elements)]) + elements if elements else b""
    kind = rng.choice(["gsm7", "gsm7", "ucs2", "8bit"])
    dcs = {"gsm7": 0, "ucs2": 8, "8bit": 4}[kind]
    if rng.randrange(2):
        want["class"] = rng.randrange(4)
        dcs |= 0x10 | want["class"]
    if kind == "gsm7":
        septets = [rng.randrange(128) for _ in range(rng.randrange(120))]
        skip = (len(header) * 8 + 6) // 7
        want["text"] = text_of(septets, locking, single)
        length = skip + len(septets)
        data = header + pack(septets, skip * 7 - len(header) * 8)
        data = data[:(length * 7 + 7) // 8]
    elif kind == "ucs2":
        want["text"] = text[:50] + rng.choice(["", "ш", "😀"])
        data = header + want["text"].encode("utf-16-be")
        length = len(data)
    else:
        body = bytes(rng.randrange(256) for _ in range(rng.randrange(100)))
        want["data"] = body.hex().upper()
        data = header + body
        length = len(data)
    want["alphabet"] = kind
    digits = "".join(rng.choices("0123456789", k=rng.randrange(1, 20)))
    want["sender"] = "+" + digits
    quarters = rng.randrange(-48, 57)
    stamp = ["%02d" % n for n in (rng.randrange(100), rng.randrange(1, 13),
                                  rng.randrange(1, 29), rng.randrange(24),
                                  rng.randrange(60), rng.randrange(60))]
    want["timestamp"] = "20%s-%s-%sT%s:%s:%s%s%02d:%02d" % (
        *stamp, "-" if quarters < 0 else "+", abs(quarters) // 4,
        abs(quarters) % 4 * 15)
    zone = swapped("%02d" % abs(quarters))[0] | (8 if quarters < 0 else 0)
    first = 4 | (0x40 if header else 0)
    pdu = bytes([0, first, len(digits), 0x91]) + swapped(digits) + bytes(
        [0, dcs]) + swapped("".join(stamp)) + bytes([zone, length]) + data
    return {"id": number, "pdu": pdu.hex()}, want


def check_decoded(want, got):
    for key, value in want.items():
        assert got.get(key) == value, (key, got.get(key), value)
    assert got.get("class") == want.get("class"), "class"


def main():
    furrow = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    wrong = parts = tables = agreed = differed = 0
    wishes = [random_wish(rng, i) for i in range(count)]
    for wish, answer in zip(wishes, run(furrow, "encode", wishes)):
        try:
            read = check_answer(wish, answer)
        except AssertionError as error:
            wrong += 1
            print("encode", json.dumps(wish), error.args)
            continue
        parts += len(read)
        tables += "language" in answer
        agrees = gammu_agrees(answer, read)
        agreed += agrees is True
        differed += agrees is False
        if agrees is False:
            print("gammu", json.dumps(wish), json.dumps(answer))
    delivers = [random_deliver(rng, i) for i in range(count)]
    answers = run(furrow, "decode", [pdu for pdu, _ in delivers])
    for (pdu, want), got in zip(delivers, answers):
        try:
            check_decoded(want, got)
        except AssertionError as error:
            wrong += 1
            print("decode", json.dumps(pdu), error.args)
    print("%d texts in %d parts, %d of them with national tables; %d messages"
          " decoded: %d wrong" % (count, parts, tables, count, wrong))
    if gammu is not None:
        print("libgammu read %d of the texts, %d otherwise" % (
            agreed + differed, differed))
    return 1 if wrong or differed else 0


if __name__ == "__main__":
    sys.exit(main())
