/*
 * Shifts the wall clock of a process and of all that it starts by LANYARD_CLOCK_SHIFT seconds, which may be negative.
 * `npm run test:clock` compiles it and preloads it (`LD_PRELOAD`) into Node and the browsers, so that each of their processes
 * and threads agrees on the time. Only the wall clock moves: timers and waits run on the monotonic clock.
 *
 * libfaketime does the same and more, but Firefox never starts with it: its own allocator asks for the time
 * while libfaketime is still looking up the real functions (seen with libfaketime 0.9.10 and Firefox 153).
 * This file asks the kernel directly, so it has nothing to look up.
 */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t shift(void) {
  static time_t seconds;
  static int is_known;
  if (!is_known) {
    const char *text = getenv("LANYARD_CLOCK_SHIFT");
    seconds = text ? atol(text) : 0;
    is_known = 1;
  }
  return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int result = syscall(SYS_clock_gettime, clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift();
  return result;
}

int gettimeofday(struct timeval *now, void *zone) {
  (void)zone;
  struct timespec exact;
  int result = clock_gettime(CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return result;
}

time_t time(time_t *now) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  if (now) *now = exact.tv_sec;
  return exact.tv_sec;
}
