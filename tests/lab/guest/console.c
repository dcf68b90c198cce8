#include "console.h"

#include <stdbool.h>

#include "port.h"

#define COM1 0x3F8

void serial_init(void)
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

void put(const char *text)
{
    while (*text)
        put_char(*text++);
}

void put_hex(uint64_t value)
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
void put_number(uint32_t value)
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
