"""ussd_centre - an operator's USSD centre over SMPP 3.4, as four of them are;
no furrow inside.

Written from the standard with struct and nothing else.  furrowd binds to a
Centre; a Dialogue is one phone's, and walks as ussd_client's Call does: dial,
answer, screen.  What furrowd submits is judged strictly: addresses swapped, the
operation, the session's TLV by the profile, the acknowledgement of our
deliver_sm before the answer to it.
"""
import queue
import socket
import struct
import threading

from ussd_client import PATIENCE, Screen, Walker, Wrong

GSM = ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
       "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
MORE = {0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\", 0x3C: "[", 0x3D: "~",
        0x3E: "]", 0x40: "|", 0x65: "€"}
BINDS = (1, 2, 9)
SUBMIT, DELIVER, UNBIND, ENQUIRE, DATA = 4, 5, 6, 0x15, 0x103
RESP = 0x80000000
OP, ITS, REFERENCE, PAYLOAD = 0x0501, 0x1383, 0x0204, 0x0424
PSSR, USSR, ABORT = 1, 18, 129      # what a phone does
ASK, LAST = 2, 17                   # what we are answered


def cstring(words):
    return words.encode("latin-1") + b"\0"


def tlv(tag, value):
    return struct.pack(">HH", tag, len(value)) + value


class Reader:
    def __init__(self, octets):
        self.octets, self.at = octets, 0

    def string(self):
        end = self.octets.index(b"\0", self.at)
        got, self.at = self.octets[self.at:end], end + 1
        return got.decode("latin-1")

    def octet(self):
        self.at += 1
        return self.octets[self.at - 1]

    def take(self, count):
        self.at += count
        return self.octets[self.at - count:self.at]

    def tlvs(self):
        got = {}
        while self.at < len(self.octets):
            tag, count = struct.unpack(">HH", self.take(4))
            got.setdefault(tag, self.take(count))
        return got


class Said:
    """A submit_sm or data_sm."""

    def __init__(self, command, body):
        r = Reader(body)
        self.service = r.string()
        self.source_type, self.source = (r.octet(), r.octet()), r.string()
        self.dest_type, self.dest = (r.octet(), r.octet()), r.string()
        self.esm = r.octet()
        if command == SUBMIT:
            r.take(2)
            r.string()
            r.string()
        self.registered = r.octet()
        if command == SUBMIT:
            r.octet()
        self.coding = r.octet()
        self.octets = b""
        if command == SUBMIT:
            r.octet()
            self.octets = r.take(r.octet())
        self.tlvs = r.tlvs()
        self.octets = self.tlvs.get(PAYLOAD, self.octets)
        self.op = self.tlvs.get(OP, b"")

    def text(self):
        if self.coding in (8, 72):
            return self.octets.decode("utf-16-be")
        if self.coding not in (0, 15):
            raise Wrong(f"data_coding {self.coding}")
        words, shifted = "", False
        for octet in self.octets:
            if octet == 0x1B and not shifted:
                shifted = True
                continue
            words += MORE[octet] if shifted else GSM[octet]
            shifted = False
        return words


class Centre:
    """Listens; every bind is welcome.  `status`: of the answers to what is
    submitted, first to last, then 0."""

    def __init__(self, port):
        self.door = socket.create_server(("127.0.0.1", port))
        self.port = self.door.getsockname()[1]
        self.lock, self.sequence = threading.Lock(), 0
        self.receivers, self.bound = [], threading.Event()
        self.waiting, self.acknowledged, self.status = {}, {}, []
        self.texts, self.open = queue.Queue(), True
        threading.Thread(target=self.welcome, daemon=True).start()

    def welcome(self):
        while self.open:
            try:
                wire, _ = self.door.accept()
            except OSError:
                return
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.serve, args=(wire,),
                             daemon=True).start()

    def serve(self, wire):
        with wire.makefile("rb") as stream:
            while True:
                try:
                    head = stream.read(16)
                    if len(head) < 16:
                        break
                    size, command, status, number = struct.unpack(">4I", head)
                    self.turn(wire, command, status, number,
                              stream.read(size - 16))
                except OSError:
                    break
        self.forget(wire)

    def turn(self, wire, command, status, number, body):
        if command == DELIVER | RESP:
            self.acknowledged[number] = status
        elif command in (SUBMIT, DATA):
            said = Said(command, body)
            code = self.status.pop(0) if self.status else 0
            self.send(wire, command | RESP, number, cstring("1"), code)
            if code == 0:
                self.take(said)
        elif command < RESP:
            self.send(wire, command | RESP, number,
                      cstring("centre") if command in BINDS else b"")
            if command in (1, 9):
                self.receivers.append(wire)
                self.bound.set()

    def take(self, said):
        if said.op:
            self.waiting.setdefault(said.dest, queue.Queue()).put(said)
        else:
            self.texts.put(said)

    def send(self, wire, command, number, body, status=0):
        with self.lock:
            wire.sendall(struct.pack(">4I", 16 + len(body), command, status,
                                     number) + body)

    def deliver(self, body):
        with self.lock:
            self.sequence += 1
            number = self.sequence
        if not self.bound.wait(PATIENCE):
            raise Wrong("furrowd is not bound")
        self.send(self.receivers[-1], DELIVER, number, body)
        return number

    def said_to(self, number, patience=PATIENCE):
        try:
            return self.waiting.setdefault(number, queue.Queue()).get(
                timeout=patience)
        except queue.Empty:
            raise Wrong(f"no answer to {number}") from None

    def forget(self, wire):
        with self.lock:
            if wire in self.receivers:
                self.receivers.remove(wire)
            if not self.receivers:
                self.bound.clear()

    def cut(self):
        for wire in list(self.receivers):
            self.forget(wire)
            wire.shutdown(socket.SHUT_RDWR)

    def close(self):
        self.open = False
        self.door.close()
        self.cut()


class Dialogue(Walker):
    """Of one phone.  `in_text`: the code comes as the text and nowhere else."""
    count = 0

    def __init__(self, centre, profile, number, code, in_text=False,
                 coding=0x0F):
        Dialogue.count += 1
        self.centre, self.profile, self.number = centre, profile, number
        self.code, self.in_text, self.coding = code, in_text, coding
        self.session, self.turn = Dialogue.count % 256, 0
        self.reference = Dialogue.count * 7 % 65536
        self.answers, self.service = [], "USSD"
        self.last = None

    def info(self, end=0):
        """its_session_info of this turn: it is another one every turn."""
        if self.profile == "sixdee":
            return struct.pack(">H", self.reference << 1 & 0xFFFE | end)
        return bytes([self.session, self.turn << 1 & 0xFE | end])

    def own_tlv(self):
        if self.profile in ("its", "sixdee"):
            return tlv(ITS, self.info())
        if self.profile == "mica":
            return tlv(REFERENCE, struct.pack(">H", self.reference))
        return b""

    def body(self, op, words):
        dest = "" if self.in_text else self.code.strip("*#")
        text = words.encode("utf-16-be") if self.coding in (8, 72) else \
            bytes(GSM.index(c) for c in words)
        return (cstring(self.service) + b"\1\1" + cstring(self.number) +
                b"\0\1" + cstring(dest) + b"\0" * 3 + b"\0\0" + b"\0\0" +
                bytes([self.coding, 0, len(text)]) + text +
                tlv(OP, bytes([op])) + self.own_tlv())

    def deliver(self, op, words):
        self.turn += 1
        self.last = self.body(op, words)
        return self.centre.deliver(self.last)

    def judge(self, said, number):
        if self.centre.acknowledged.get(number) != 0:
            raise Wrong("answered before our deliver_sm was acknowledged: "
                        f"{self.centre.acknowledged.get(number)}")
        code = self.code.strip("*#")
        if said.source.strip("*#") != code or said.service != self.service \
                or said.registered != 0:
            raise Wrong(f"from {said.source!r}, service {said.service!r}, "
                        f"registered {said.registered}")
        if said.op not in (bytes([ASK]), bytes([LAST])):
            raise Wrong(f"operation {said.op!r}")
        end = int(said.op == bytes([LAST]))
        want = {"its": (ITS, self.info(end)), "sixdee": (ITS, self.info(end)),
                "mica": (REFERENCE, struct.pack(">H", self.reference)),
                "none": (ITS, None)}[self.profile]
        if said.tlvs.get(want[0]) != want[1]:
            raise Wrong(f"{want[0]:#06x} is {said.tlvs.get(want[0])!r}, "
                        f"not {want[1]!r}")
        self.screen = Screen(said.text().replace("\r\n", "\n"), not end)
        return self.screen

    def hear(self, number):
        return self.judge(self.centre.said_to(self.number), number)

    def dial(self, behind=""):
        words = self.code.rstrip("#") + ("*" + behind if behind else "") + "#"
        return self.hear(self.deliver(PSSR, words))

    def answer(self, words):
        self.answers.append(words)
        return self.hear(self.deliver(USSR, words))

    def hang_up(self):
        self.deliver(ABORT, "")
