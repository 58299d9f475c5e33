"""A fork beside guarded work in another thread."""

import threading

from smaws_kms._runtime.support.fork_guard import ForkGuard


def fork_beside_work(guard: ForkGuard) -> threading.Thread:
    """Fork while another thread works for longer than the guard waits; return that thread, ended."""
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        inside.set()
        leave.wait(20)

    thread = threading.Thread(target=guard.run, args=(work,))
    thread.start()
    inside.wait(20)
    guard.before_fork()
    guard.after_fork_in_parent()
    leave.set()
    thread.join()
    return thread
