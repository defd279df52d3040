/*
 * Shifts the wall clock of a process and of all that it starts by LANYARD_CLOCK_SHIFT seconds, which may be negative.
 * `npm run test:clock` compiles it and preloads it (`LD_PRELOAD`) into Node and the browsers, so that each of their processes
 * and threads agrees on the time. Only the wall clock moves: timers run on the monotonic clock.
 *
 * libfaketime does the same and more, but Firefox never starts with it: its own allocator asks for the time
 * while libfaketime is still looking up the real functions (seen with libfaketime 0.9.10 and Firefox 153).
 * This file asks the kernel directly and looks nothing up. It takes glibc 2.30 or newer, for the waits.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
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

/*
 * A wait until a time of day, of the shifted clock, is turned into a wait on the monotonic clock: the kernel would wait for that
 * time on its own clock, which may be months away. NSPR waits so, and with it parts of Firefox. A deadline that is
 * smaller than any date belongs to the monotonic clock already.
 */
static struct timespec on_monotonic(const struct timespec *deadline) {
  struct timespec wall, monotonic, result;
  if (deadline->tv_sec < 1000000000) return *deadline;
  clock_gettime(CLOCK_REALTIME, &wall);
  clock_gettime(CLOCK_MONOTONIC, &monotonic);
  result.tv_sec = deadline->tv_sec - wall.tv_sec + monotonic.tv_sec;
  result.tv_nsec = deadline->tv_nsec - wall.tv_nsec + monotonic.tv_nsec;
  while (result.tv_nsec < 0) result.tv_nsec += 1000000000, result.tv_sec -= 1;
  while (result.tv_nsec >= 1000000000) result.tv_nsec -= 1000000000, result.tv_sec += 1;
  if (result.tv_sec < 0) result.tv_sec = 0;
  return result;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *deadline) {
  struct timespec until = on_monotonic(deadline);
  return pthread_cond_clockwait(condition, mutex, CLOCK_MONOTONIC, &until);
}

int sem_timedwait(sem_t *semaphore, const struct timespec *deadline) {
  struct timespec until = on_monotonic(deadline);
  return sem_clockwait(semaphore, CLOCK_MONOTONIC, &until);
}
