/* The first virtio disk: legacy virtio-pci, one request at a time, polled. */
#ifndef DISK_H
#define DISK_H

#include <stdbool.h>
#include <stdint.h>

/* 0 when there is none. */
extern uint32_t disk_sectors;

bool disk_init(void);

/* Gives virtio-blk's status byte: 0 is well. Buffers are at their physical addresses. */
uint8_t disk_request(bool write, uint32_t sector, void *data, uint32_t bytes);

#endif
