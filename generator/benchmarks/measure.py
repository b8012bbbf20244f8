"""Runs one command and prints its wall time, CPU time, peak memory and exit code as JSON; its output goes to LOG.

    python3 -I -S measure.py LOG COMMAND...

A process of its own, because the kernel counts what the starting process held before `exec` into a command's peak memory.
"""
import os
import sys
import time

log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
nothing = os.open(os.devnull, os.O_RDONLY)
streams = [(os.POSIX_SPAWN_DUP2, nothing, 0), (os.POSIX_SPAWN_DUP2, log, 1), (os.POSIX_SPAWN_DUP2, log, 2)]
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=streams)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print(f'{{"wall": {wall}, "cpu": {usage.ru_utime + usage.ru_stime}, "mb": {usage.ru_maxrss / 1024}, "exit": {os.waitstatus_to_exitcode(status)}}}')
