/* The layouts of README.md, in memory and on disk. */
#ifndef FORMATS_H
#define FORMATS_H

#include <stdint.h>

#define MEMORY_PAGE 0x00200000u
#define RANDOM_BASE 0x00400000u
#define PAGE 4096u
#define DIRTY_OFFSET 2048u
#define DIRTY_BYTES 64u
#define SECTOR 512u
#define FIRST_SLOT_SECTOR 64u
#define MARKER_MAX 64u

struct memory_page {
    char magic[8];
    uint64_t counter;
    uint64_t boot;
    uint64_t rewritten;
    uint64_t failed;
    uint32_t dirty_rate;
    uint32_t random_mib;
    uint64_t tsc;
};

struct header {
    char magic[8];
    uint64_t next_slot;
    uint64_t ring;
    uint64_t counter;
    uint64_t boot;
    uint8_t rest[SECTOR - 40];
};

struct control {
    char magic[8];
    uint32_t dirty_rate;
    uint8_t rest[SECTOR - 12];
};

struct record {
    char magic[8];
    uint64_t slot;
    uint64_t disk_counter;
    uint64_t memory_counter;
    uint64_t boot;
    uint64_t tsc;
    uint8_t rest[SECTOR - 48];
};

_Static_assert(sizeof(struct header) == SECTOR, "header");
_Static_assert(sizeof(struct control) == SECTOR, "control");
_Static_assert(sizeof(struct record) == SECTOR, "record");

#endif
