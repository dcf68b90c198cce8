/*
 * A guest to be migrated: random memory, a dirty rate, and a trail of counters in memory and on disk.
 * README.md beside this file has the formats and is what observers go by.
 */
#include <stdbool.h>
#include <stdint.h>

#include "console.h"
#include "disk.h"
#include "formats.h"
#include "memory.h"
#include "options.h"
#include "port.h"
#include "text.h"
#include "timer.h"

#define TICKS_PER_RECORD 10u /* 100 ms */
#define RECORDS_PER_LINE 100u /* 10 s */

void guest_main(uint32_t magic, const uint32_t *multiboot);

static struct {
    struct header header;
    struct control control;
} front;
static struct record record;

static bool ok(uint8_t status)
{
    if (status == 0)
        return true;
    memory->failed++;
    put("droveway-guest: disk error ");
    put_number(status);
    put("\r\n");
    return false;
}

static void adopt_header(uint32_t ring)
{
    if (same((uint8_t *)front.header.magic, "DROVDSK1", 8))
        return;
    memset(&front.header, 0, sizeof front.header);
    memcpy(front.header.magic, "DROVDSK1", 8);
    front.header.ring = ring;
}

static void leave_record(const struct options *options)
{
    if (!ok(disk_request(false, 0, &front, sizeof front)))
        return;
    bool controlled = same((uint8_t *)front.control.magic, "DROVCTL1", 8);
    memory->dirty_rate = controlled ? front.control.dirty_rate : options->dirty_rate;
    uint32_t ring = disk_sectors - FIRST_SLOT_SECTOR;
    adopt_header(ring);

    memcpy(record.magic, "DROVREC1", 8);
    record.slot = front.header.next_slot;
    record.disk_counter = front.header.counter + 1;
    record.memory_counter = memory->counter;
    record.boot = memory->boot;
    record.tsc = memory->tsc;
    if (!ok(disk_request(true, FIRST_SLOT_SECTOR + (uint32_t)record.slot % ring, &record, SECTOR)))
        return;

    front.header.next_slot++;
    front.header.counter++;
    front.header.boot = memory->boot;
    ok(disk_request(true, 0, &front.header, SECTOR));
}

static void tick(const struct options *options)
{
    memory->tsc = tsc();
    memory->counter++;
    if (disk_sectors != 0)
        leave_record(options);
    if ((uint32_t)memory->counter % RECORDS_PER_LINE == 0) {
        put("droveway-guest: tick ");
        put_number((uint32_t)memory->counter);
        put(" disk ");
        put_number((uint32_t)front.header.counter);
        put("\r\n");
    }
}

static void stop(void)
{
    for (;;)
        __asm__ volatile("cli; hlt");
}

static void announce(const struct options *options)
{
    put("droveway-guest: ready boot=");
    put_hex(memory->boot);
    put(" random=");
    put_number(options->random_mib);
    put(" dirty=");
    put_number(options->dirty_rate);
    put(" marker=");
    put(options->marker);
    put(" ring=");
    put_number(disk_sectors == 0 ? 0 : disk_sectors - FIRST_SLOT_SECTOR);
    put("\r\n");
}

static void run(const struct options *options)
{
    uint32_t pages = options->random_mib * PAGES_PER_MIB;
    uint32_t seen = ticks;
    uint32_t due = ticks + TICKS_PER_RECORD;
    for (;;) {
        __asm__ volatile("sti; hlt");
        forget_translations();
        for (; seen != ticks; seen++)
            dirty_tick(pages);
        if ((int32_t)(ticks - due) < 0)
            continue;
        tick(options);
        due += TICKS_PER_RECORD;
        if ((int32_t)(ticks - due) >= 0)
            due = ticks + TICKS_PER_RECORD; /* ticks that were missed are not made up for */
    }
}

void guest_main(uint32_t magic, const uint32_t *multiboot)
{
    static struct options options = {64, 0, ""};
    serial_init();
    if (magic != 0x2BADB002u) {
        put("droveway-guest: not started by a multiboot loader\r\n");
        stop();
    }
    if (multiboot[0] & 4)
        parse_command_line((const char *)multiboot[4], &options);
    /* mem_upper is in KiB from 1 MiB. */
    memory_init(&options, 1 + multiboot[2] / 1024);
    if (!disk_init())
        put("droveway-guest: no usable virtio disk, counting in memory only\r\n");
    timer_init();
    announce(&options);
    run(&options);
}
