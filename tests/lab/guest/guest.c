/*
 * A guest to be migrated: random memory, a dirty rate, and a trail of counters in memory and on disk.
 * README.md beside this file has the formats and is what observers go by.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MEMORY_PAGE 0x00200000u
#define RANDOM_BASE 0x00400000u
#define PAGE 4096u
#define DIRTY_OFFSET 2048u
#define DIRTY_BYTES 64u
#define SECTOR 512u
#define FIRST_SLOT_SECTOR 64u
#define MARKER_MAX 64u

#define PIT_HZ 100u
#define TICKS_PER_RECORD 10u /* 100 ms */
#define RECORDS_PER_LINE 100u /* 10 s */

/* ---- the processor and its ports ---- */

static inline void out8(uint16_t port, uint8_t value) { __asm__ volatile("outb %0, %1" ::"a"(value), "Nd"(port)); }
static inline void out16(uint16_t port, uint16_t value) { __asm__ volatile("outw %0, %1" ::"a"(value), "Nd"(port)); }
static inline void out32(uint16_t port, uint32_t value) { __asm__ volatile("outl %0, %1" ::"a"(value), "Nd"(port)); }

static inline uint8_t in8(uint16_t port)
{
    uint8_t value;
    __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline uint16_t in16(uint16_t port)
{
    uint16_t value;
    __asm__ volatile("inw %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline uint32_t in32(uint16_t port)
{
    uint32_t value;
    __asm__ volatile("inl %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline uint64_t tsc(void)
{
    uint64_t value;
    __asm__ volatile("rdtsc" : "=A"(value));
    return value;
}

static void stop(void)
{
    for (;;)
        __asm__ volatile("cli; hlt");
}

/* The compiler may call these for struct copies even in a freestanding build. */
void *memcpy(void *to, const void *from, size_t bytes)
{
    void *start = to;
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(bytes)::"memory");
    return start;
}

void *memset(void *to, int value, size_t bytes)
{
    void *start = to;
    __asm__ volatile("rep stosb" : "+D"(to), "+c"(bytes) : "a"(value) : "memory");
    return start;
}

static bool same(const uint8_t *left, const char *right, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        if (left[i] != (uint8_t)right[i])
            return false;
    return true;
}

/* ---- serial console ---- */

#define COM1 0x3F8

static void serial_init(void)
{
    out8(COM1 + 1, 0x00);
    out8(COM1 + 3, 0x80);
    out8(COM1 + 0, 0x01); /* 115200 */
    out8(COM1 + 1, 0x00);
    out8(COM1 + 3, 0x03); /* 8N1 */
    out8(COM1 + 2, 0xC7);
    out8(COM1 + 4, 0x03);
}

static void put_char(char c)
{
    while ((in8(COM1 + 5) & 0x20) == 0)
        ;
    out8(COM1, (uint8_t)c);
}

static void put(const char *text)
{
    while (*text)
        put_char(*text++);
}

static void put_hex(uint64_t value)
{
    bool started = false;
    for (int shift = 60; shift >= 0; shift -= 4) {
        unsigned digit = (unsigned)(value >> shift) & 0xF;
        started = started || digit != 0 || shift == 0;
        if (started)
            put_char("0123456789abcdef"[digit]);
    }
}

/* 32 bits are enough for what is printed (13 years of ticks) and need no 64-bit division. */
static void put_number(uint32_t value)
{
    char digits[10];
    int length = 0;
    do {
        digits[length++] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    while (length > 0)
        put_char(digits[--length]);
}

/* ---- formats of README.md ---- */

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

static volatile struct memory_page *const memory = (volatile struct memory_page *)MEMORY_PAGE;

/* ---- command line ---- */

struct options {
    uint32_t random_mib;
    uint32_t dirty_rate;
    char marker[MARKER_MAX + 1];
};

static uint32_t parse_number(const char *text)
{
    uint32_t value = 0;
    while (*text >= '0' && *text <= '9')
        value = value * 10 + (uint32_t)(*text++ - '0');
    return value;
}

static void parse_word(const char *word, struct options *options)
{
    if (same((const uint8_t *)word, "random=", 7)) {
        options->random_mib = parse_number(word + 7);
    } else if (same((const uint8_t *)word, "dirty=", 6)) {
        options->dirty_rate = parse_number(word + 6);
    } else if (same((const uint8_t *)word, "marker=", 7)) {
        size_t length = 0;
        for (word += 7; *word > ' ' && length < MARKER_MAX; word++)
            options->marker[length++] = *word;
        options->marker[length] = 0;
    }
}

static void parse_command_line(const char *text, struct options *options)
{
    while (*text) {
        while (*text == ' ')
            text++;
        parse_word(text, options);
        while (*text && *text != ' ')
            text++;
    }
}

/* ---- timer ---- */

extern void on_timer_stub(void);
extern void on_spurious_stub(void);

static volatile uint32_t ticks;

void on_timer(void)
{
    ticks++;
    out8(0x20, 0x20);
}

static struct {
    uint16_t low, selector, flags, high;
} idt[48];

static void set_gate(int vector, void (*handler)(void))
{
    uint32_t address = (uint32_t)handler;
    idt[vector].low = (uint16_t)address;
    idt[vector].selector = 0x08;
    idt[vector].flags = 0x8E00;
    idt[vector].high = (uint16_t)(address >> 16);
}

static void timer_init(void)
{
    struct {
        uint16_t limit;
        uint32_t base;
    } __attribute__((packed)) pointer = {sizeof idt - 1, (uint32_t)idt};

    for (int vector = 32; vector < 48; vector++)
        set_gate(vector, on_spurious_stub);
    set_gate(32, on_timer_stub);
    __asm__ volatile("lidt %0" ::"m"(pointer));

    out8(0x20, 0x11); /* both interrupt controllers: vectors 32.., only the timer unmasked */
    out8(0xA0, 0x11);
    out8(0x21, 32);
    out8(0xA1, 40);
    out8(0x21, 4);
    out8(0xA1, 2);
    out8(0x21, 1);
    out8(0xA1, 1);
    out8(0x21, 0xFE);
    out8(0xA1, 0xFF);

    uint16_t divisor = 1193182 / PIT_HZ;
    out8(0x43, 0x34);
    out8(0x40, (uint8_t)divisor);
    out8(0x40, (uint8_t)(divisor >> 8));
    __asm__ volatile("sti");
}

/* ---- disk: legacy virtio-pci, one request at a time, polled ---- */

#define VIRTIO_QUEUE_ADDRESS 0x08
#define VIRTIO_QUEUE_SIZE 0x0C
#define VIRTIO_QUEUE_SELECT 0x0E
#define VIRTIO_QUEUE_NOTIFY 0x10
#define VIRTIO_STATUS 0x12
#define VIRTIO_BLK_CAPACITY 0x14
#define QUEUE_MAX 1024u
#define NO_DISK 0xFF

struct descriptor {
    uint64_t address;
    uint32_t length;
    uint16_t flags;
    uint16_t next;
};

static uint8_t queue_memory[3 * 16 * QUEUE_MAX] __attribute__((aligned(4096)));
static uint16_t disk_port;
static uint16_t queue_size;
static uint32_t disk_sectors;

static uint32_t pci_read(uint32_t device, uint32_t offset)
{
    out32(0xCF8, 0x80000000u | device << 11 | offset);
    return in32(0xCFC);
}

static volatile uint16_t *queue_available(void)
{
    return (volatile uint16_t *)(queue_memory + queue_size * sizeof(struct descriptor));
}

/* Legacy layout: the used ring starts on the next page after the available ring. */
static volatile uint16_t *queue_used(void)
{
    uint32_t available_end = (uint32_t)(queue_available() + 3 + queue_size);
    return (volatile uint16_t *)((available_end + PAGE - 1) & ~(PAGE - 1));
}

static bool disk_init(void)
{
    for (uint32_t device = 0; device < 32; device++) {
        if (pci_read(device, 0x00) != 0x10011AF4u)
            continue;
        uint32_t command = pci_read(device, 0x04);
        out32(0xCFC, (command & 0xFFFFu) | 0x5u); /* I/O ports, bus master */
        disk_port = (uint16_t)(pci_read(device, 0x10) & ~3u);
        out8(disk_port + VIRTIO_STATUS, 0);
        out8(disk_port + VIRTIO_STATUS, 1 | 2);
        out32(disk_port + 0x04, 0); /* no features: every write is through or flushed by the host's cache mode */
        out16(disk_port + VIRTIO_QUEUE_SELECT, 0);
        queue_size = in16(disk_port + VIRTIO_QUEUE_SIZE);
        if (queue_size < 3 || queue_size > QUEUE_MAX)
            return false;
        out32(disk_port + VIRTIO_QUEUE_ADDRESS, (uint32_t)queue_memory / PAGE);
        queue_available()[0] = 1; /* no interrupts, we poll */
        out8(disk_port + VIRTIO_STATUS, 1 | 2 | 4);
        disk_sectors = in32(disk_port + VIRTIO_BLK_CAPACITY);
        return disk_sectors > FIRST_SLOT_SECTOR;
    }
    return false;
}

/* Gives virtio-blk's status byte: 0 is well. */
static uint8_t disk_request(bool write, uint32_t sector, void *data, uint32_t bytes)
{
    static struct {
        uint32_t type;
        uint32_t reserved;
        uint64_t sector;
    } request;
    static volatile uint8_t status;
    volatile struct descriptor *chain = (volatile struct descriptor *)queue_memory;
    volatile uint16_t *available = queue_available();
    volatile uint16_t *used = queue_used();
    uint16_t done = used[1];

    request.type = write ? 1 : 0;
    request.sector = sector;
    status = NO_DISK;
    chain[0] = (struct descriptor){(uint32_t)&request, sizeof request, 1, 1};
    chain[1] = (struct descriptor){(uint32_t)data, bytes, (uint16_t)(write ? 1 : 1 | 2), 2};
    chain[2] = (struct descriptor){(uint32_t)&status, 1, 2, 0};
    available[2 + available[1] % queue_size] = 0;
    __asm__ volatile("" ::: "memory");
    available[1]++;
    out16(disk_port + VIRTIO_QUEUE_NOTIFY, 0);
    while (used[1] == done)
        __asm__ volatile("pause" ::: "memory");
    return status;
}

/* ---- random memory ---- */

static uint32_t random_state;

static uint32_t next_random(void)
{
    uint32_t x = random_state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return random_state = x;
}

/* xorshift32 never gives 0 from a state that is not 0, so no word of the area is zero. */
static void fill_page(uint32_t page, const char *marker)
{
    uint32_t *words = (uint32_t *)(RANDOM_BASE + page * PAGE);
    for (uint32_t i = 0; i < PAGE / 4; i++)
        words[i] = next_random();
    char *head = (char *)words;
    if (*marker == 0)
        return;
    while (*marker)
        *head++ = *marker++;
    *head = ' ';
}

static void rewrite_page(uint32_t page)
{
    uint32_t *words = (uint32_t *)(RANDOM_BASE + page * PAGE + DIRTY_OFFSET);
    for (uint32_t i = 0; i < DIRTY_BYTES / 4; i++)
        words[i] = next_random();
}

/* One PIT tick's share of the dirty rate; what does not divide is carried on. */
static void dirty_tick(uint32_t pages)
{
    static uint32_t owed;
    static uint32_t next;
    if (pages == 0)
        return;
    owed += memory->dirty_rate;
    uint32_t due = owed / PIT_HZ;
    owed %= PIT_HZ;
    for (uint32_t i = 0; i < due; i++) {
        rewrite_page(next);
        next = next + 1 == pages ? 0 : next + 1;
    }
    memory->rewritten += due;
}

/* ---- the trail ---- */

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
    if (disk_port != 0)
        leave_record(options);
    if ((uint32_t)memory->counter % RECORDS_PER_LINE == 0) {
        put("droveway-guest: tick ");
        put_number((uint32_t)memory->counter);
        put(" disk ");
        put_number((uint32_t)front.header.counter);
        put("\r\n");
    }
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
    put_number(disk_port == 0 ? 0 : disk_sectors - FIRST_SLOT_SECTOR);
    put("\r\n");
}

static void run(const struct options *options)
{
    uint32_t pages = options->random_mib * 256;
    uint32_t seen = ticks;
    uint32_t due = ticks + TICKS_PER_RECORD;
    for (;;) {
        __asm__ volatile("sti; hlt");
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
    uint32_t memory_mib = 1 + multiboot[2] / 1024; /* mem_upper is in KiB from 1 MiB */
    uint32_t room_mib = memory_mib > 5 ? memory_mib - 5 : 0;
    if (options.random_mib > room_mib)
        options.random_mib = room_mib;

    memset((void *)MEMORY_PAGE, 0, PAGE);
    memcpy((void *)memory->magic, "DROVMEM1", 8);
    memory->boot = tsc();
    memory->random_mib = options.random_mib;
    memory->dirty_rate = options.dirty_rate;
    random_state = (uint32_t)memory->boot | 1;
    for (uint32_t page = 0; page < options.random_mib * 256; page++)
        fill_page(page, options.marker);

    if (!disk_init()) {
        disk_port = 0;
        put("droveway-guest: no usable virtio disk, counting in memory only\r\n");
    }
    timer_init();
    announce(&options);
    run(&options);
}
