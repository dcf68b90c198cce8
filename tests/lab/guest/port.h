/* The processor: its I/O ports, its time stamp counter and its address translations. */
#ifndef PORT_H
#define PORT_H

#include <stdint.h>

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

/*
 * While QEMU 7.2 migrates an emulated guest, it overlooks writes through a translation that it made before its last look at
 * what is dirty: the destination then gets an old page. Write protection means nothing without paging, but changing it
 * makes the emulator forget all translations, and the first write through a new one is noticed.
 */
static inline void forget_translations(void)
{
    uint32_t cr0;
    __asm__ volatile("movl %%cr0, %0; xorl $0x10000, %0; movl %0, %%cr0" : "=r"(cr0)::"memory");
}

#endif
