"""drop.py WINDOW URI: drops a file onto a window, as a file manager does.

It speaks XDND (freedesktop.org, version 5) as a source, by libX11 itself, and prints
"finished" when the window has taken what it asked for. Time is the guard of the caller.
"""
import ctypes as c
import sys

x = c.CDLL("libX11.so.6")
D, U, S = c.c_void_p, c.c_ulong, c.c_char_p
for name, result, arguments in (
    ("XOpenDisplay", D, [S]),
    ("XInternAtom", U, [D, S, c.c_int]),
    ("XDefaultRootWindow", U, [D]),
    ("XCreateSimpleWindow", U, [D, U, c.c_int, c.c_int, c.c_uint, c.c_uint, c.c_uint, U, U]),
    ("XSetSelectionOwner", c.c_int, [D, U, U, U]),
    ("XSendEvent", c.c_int, [D, U, c.c_int, c.c_long, D]),
    ("XNextEvent", c.c_int, [D, D]),
    ("XFlush", c.c_int, [D]),
    ("XChangeProperty", c.c_int, [D, U, U, U, c.c_int, c.c_int, S, c.c_int]),
):
    function = getattr(x, name)
    function.restype, function.argtypes = result, arguments

HEAD = [("type", c.c_int), ("serial", U), ("sent", c.c_int), ("display", D)]


class Message(c.Structure):
    _fields_ = HEAD + [("window", U), ("kind", U), ("format", c.c_int), ("data", c.c_long * 5), ("rest", c.c_long * 20)]


class Asked(c.Structure):  # XSelectionRequestEvent
    _fields_ = HEAD + [(n, U) for n in ("owner", "requestor", "selection", "target", "property", "time")]


class Answered(c.Structure):  # XSelectionEvent
    _fields_ = HEAD + [(n, U) for n in ("requestor", "selection", "target", "property", "time")] + [("rest", c.c_long * 20)]


display = x.XOpenDisplay(None)
target, words = int(sys.argv[1]), (sys.argv[2] + "\r\n").encode()
source = x.XCreateSimpleWindow(display, x.XDefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)


def atom(name):
    return x.XInternAtom(display, name.encode(), 0)


def send(name, *data):
    event = Message(type=33, display=display, window=target, kind=atom(name), format=32)
    for i, value in enumerate(data):
        event.data[i] = value
    x.XSendEvent(display, target, 0, 0, c.byref(event))
    x.XFlush(display)


x.XSetSelectionOwner(display, atom("XdndSelection"), source, 0)
send("XdndEnter", source, 5 << 24, atom("text/uri-list"))
send("XdndPosition", source, 0, 300 << 16 | 300, 0, atom("XdndActionCopy"))
dropped = False
while True:
    event = Message()
    x.XNextEvent(display, c.byref(event))
    if event.type == 33 and event.kind == atom("XdndStatus") and not dropped:
        dropped = True
        send("XdndDrop", source, 0, 0)
    if event.type == 33 and event.kind == atom("XdndFinished"):
        print("finished")
        break
    if event.type == 30:
        asked = c.cast(c.byref(event), c.POINTER(Asked)).contents
        x.XChangeProperty(display, asked.requestor, asked.property, asked.target, 8, 0, words, len(words))
        answer = Answered(
            type=31, display=display, requestor=asked.requestor, selection=asked.selection,
            target=asked.target, property=asked.property, time=asked.time,
        )
        x.XSendEvent(display, asked.requestor, 0, 0, c.byref(answer))
        x.XFlush(display)
