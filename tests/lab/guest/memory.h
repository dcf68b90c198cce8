/* The counters' page, and the random memory. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdint.h>

#include "formats.h"
#include "options.h"

#define PAGES_PER_MIB 256u

static volatile struct memory_page *const memory = (volatile struct memory_page *)MEMORY_PAGE;

/* Fills page and random area; `memory_mib` is what the VM has. */
void memory_init(struct options *options, uint32_t memory_mib);

/* One tick's share of the dirty rate. */
void dirty_tick(uint32_t pages);

#endif
