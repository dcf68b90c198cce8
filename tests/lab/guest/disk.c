#include "disk.h"

#include "formats.h"
#include "port.h"

#define VIRTIO_GUEST_FEATURES 0x04
#define VIRTIO_QUEUE_ADDRESS 0x08
#define VIRTIO_QUEUE_SIZE 0x0C
#define VIRTIO_QUEUE_SELECT 0x0E
#define VIRTIO_QUEUE_NOTIFY 0x10
#define VIRTIO_STATUS 0x12
#define VIRTIO_BLK_CAPACITY 0x14
#define VIRTIO_BLK_F_FLUSH (1u << 9)
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
uint32_t disk_sectors;

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

bool disk_init(void)
{
    for (uint32_t device = 0; device < 32; device++) {
        if (pci_read(device, 0x00) != 0x10011AF4u)
            continue;
        uint32_t command = pci_read(device, 0x04);
        out32(0xCFC, (command & 0xFFFFu) | 0x5u); /* I/O ports, bus master */
        disk_port = (uint16_t)(pci_read(device, 0x10) & ~3u);
        out8(disk_port + VIRTIO_STATUS, 0);
        out8(disk_port + VIRTIO_STATUS, 1 | 2);
        /* Offered, FLUSH keeps QEMU from syncing after every write; a guest that dies with its host loses nothing we need. */
        out32(disk_port + VIRTIO_GUEST_FEATURES, in32(disk_port) & VIRTIO_BLK_F_FLUSH);
        out16(disk_port + VIRTIO_QUEUE_SELECT, 0);
        queue_size = in16(disk_port + VIRTIO_QUEUE_SIZE);
        if (queue_size < 3 || queue_size > QUEUE_MAX)
            return false;
        out32(disk_port + VIRTIO_QUEUE_ADDRESS, (uint32_t)queue_memory / PAGE);
        queue_available()[0] = 1; /* no interrupts, we poll */
        out8(disk_port + VIRTIO_STATUS, 1 | 2 | 4);
        uint32_t sectors = in32(disk_port + VIRTIO_BLK_CAPACITY);
        disk_sectors = sectors > FIRST_SLOT_SECTOR ? sectors : 0;
        return disk_sectors != 0;
    }
    return false;
}

uint8_t disk_request(bool write, uint32_t sector, void *data, uint32_t bytes)
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
