#include "timer.h"

#include "port.h"

void on_timer(void);
extern void on_timer_stub(void);
extern void on_spurious_stub(void);

volatile uint32_t ticks;

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

void timer_init(void)
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
