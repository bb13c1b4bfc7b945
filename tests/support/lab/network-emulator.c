// A bad line between two network namespaces. It holds one TUN device in each and carries packets from one to
// the other: late, unevenly late, at a limited rate, through a queue of limited length, or not at all.
//
//   network-emulator <namespace> <device> <namespace> <device> <seed>
//
// Standard input brings one line for each change, always whole:
//   delay_ms jitter_ms loss_percent up_kbit down_kbit queue_ms drop
// "up" is from the first namespace to the second; a rate of 0 is no limit; drop: 0 nothing, 1 UDP, 2 all but https,
// 3 everything.
// Each line is answered with "ok" once it holds. The end of the input is the end of the program and of both
// devices, so that nothing outlives whoever started it, however that one ended.

#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { RING = 1 << 14, LARGEST_PACKET = 1 << 16, BURST = 64 };
enum { DROP_NOTHING, DROP_UDP, DROP_ALL_BUT_HTTPS, DROP_EVERYTHING };
enum { HTTPS = 443 };

typedef int64_t usec;

struct packet {
  usec due;
  ssize_t length;
  unsigned char *bytes;
};

struct way {
  int from, to;
  double kbit;
  usec free_at;  // when the last bit of what was taken so far has gone out
  usec last_due; // packets of one way never overtake each other
  unsigned head, tail;
  struct packet ring[RING];
};

static struct way ways[2];
static double delay_ms, jitter_ms, loss_percent, queue_ms = 400;
static int drop;

static usec now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (usec)time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void give_up(const char *what) {
  perror(what);
  exit(1);
}

static void enter_namespace(const char *name) {
  char path[128];
  snprintf(path, sizeof path, "/run/netns/%s", name);
  int there = open(path, O_RDONLY | O_CLOEXEC);
  if (there < 0 || setns(there, CLONE_NEWNET) < 0) give_up(path);
  close(there);
}

static int open_device(const char *namespace, const char *name) {
  enter_namespace(namespace);
  struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
  strncpy(request.ifr_name, name, IFNAMSIZ - 1);
  int device = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (device < 0) give_up("/dev/net/tun");
  if (ioctl(device, TUNSETIFF, &request) < 0) give_up(name);
  return device;
}

// What is queued keeps its time; the new shape holds for what comes after.
static void take_shape(const char *line) {
  double up, down;
  int read = sscanf(line, "%lf %lf %lf %lf %lf %lf %d", &delay_ms, &jitter_ms, &loss_percent, &up, &down,
                    &queue_ms, &drop);
  if (read != 7) {
    fprintf(stderr, "not a shape: %s", line);
    exit(1);
  }
  ways[0].kbit = up;
  ways[1].kbit = down;
  puts("ok");
  fflush(stdout);
}

static void hear(void) {
  static char line[256];
  static size_t length;
  char letter;
  while (read(STDIN_FILENO, &letter, 1) == 1) {
    if (length == sizeof line - 1) exit(1);
    line[length++] = letter;
    if (letter != '\n') continue;
    line[length] = 0;
    length = 0;
    take_shape(line);
    return;
  }
  exit(0);
}

static int is_udp(const unsigned char *packet) {
  return packet[0] >> 4 == 6 ? packet[6] == IPPROTO_UDP : packet[9] == IPPROTO_UDP;
}

static int is_https(const unsigned char *packet, ssize_t length) {
  ssize_t head = (packet[0] & 15) * 4;
  if (packet[0] >> 4 != 4 || packet[9] != IPPROTO_TCP || length < head + 4) return 0;
  const unsigned char *tcp = packet + head;
  return (tcp[0] << 8 | tcp[1]) == HTTPS || (tcp[2] << 8 | tcp[3]) == HTTPS;
}

static int is_dropped(const unsigned char *packet, ssize_t length) {
  switch (drop) {
  case DROP_UDP: return is_udp(packet);
  case DROP_ALL_BUT_HTTPS: return !is_https(packet, length);
  case DROP_EVERYTHING: return 1;
  default: return 0;
  }
}

static int is_lost(const struct way *way, const unsigned char *packet, ssize_t length, usec at) {
  if (is_dropped(packet, length)) return 1;
  if (drand48() * 100 < loss_percent) return 1;
  if (way->tail - way->head == RING) return 1;
  return way->kbit > 0 && way->free_at - at > queue_ms * 1000;
}

static void enqueue(struct way *way, const unsigned char *bytes, ssize_t length, usec at) {
  usec out = way->free_at > at ? way->free_at : at;
  if (way->kbit > 0) out += (usec)((double)length * 8000 / way->kbit);
  way->free_at = out;
  usec due = out + (usec)((delay_ms + jitter_ms * drand48()) * 1000);
  if (due < way->last_due) due = way->last_due;
  way->last_due = due;
  struct packet *packet = &way->ring[way->tail++ % RING];
  *packet = (struct packet){due, length, malloc(length)};
  if (!packet->bytes) give_up("malloc");
  memcpy(packet->bytes, bytes, length);
}

static void take_in(struct way *way) {
  static unsigned char bytes[LARGEST_PACKET];
  for (int taken = 0; taken < BURST; taken++) {
    ssize_t length = read(way->from, bytes, sizeof bytes);
    if (length < 20) return;
    usec at = now();
    if (!is_lost(way, bytes, length, at)) enqueue(way, bytes, length, at);
  }
}

// A device that is down takes nothing: then the packet is as lost as on a real line.
static void hand_on(struct way *way) {
  usec at = now();
  while (way->head != way->tail && way->ring[way->head % RING].due <= at) {
    struct packet *packet = &way->ring[way->head++ % RING];
    if (write(way->to, packet->bytes, packet->length) < 0) {
    }
    free(packet->bytes);
  }
}

static struct timespec until_next_packet(void) {
  usec next = now() + 1000000;
  for (int i = 0; i < 2; i++) {
    struct way *way = &ways[i];
    if (way->head != way->tail && way->ring[way->head % RING].due < next) next = way->ring[way->head % RING].due;
  }
  usec wait = next - now();
  return (struct timespec){wait > 0 ? wait / 1000000 : 0, wait > 0 ? wait % 1000000 * 1000 : 0};
}

int main(int count, char **words) {
  if (count != 6) return 2;
  int first = open_device(words[1], words[2]);
  int second = open_device(words[3], words[4]);
  ways[0].from = ways[1].to = first;
  ways[1].from = ways[0].to = second;
  srand48(atol(words[5]));
  setpriority(PRIO_PROCESS, 0, -15); // a late emulator is a slower line than was asked for
  for (;;) {
    struct pollfd ready[] = {{first, POLLIN, 0}, {second, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    struct timespec wait = until_next_packet();
    ppoll(ready, 3, &wait, NULL);
    if (ready[2].revents) hear();
    for (int i = 0; i < 2; i++) {
      if (ready[i].revents & POLLIN) take_in(&ways[i]);
      hand_on(&ways[i]);
    }
  }
}
