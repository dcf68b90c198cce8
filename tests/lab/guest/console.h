/* The serial console. */
#ifndef CONSOLE_H
#define CONSOLE_H

#include <stdint.h>

void serial_init(void);
void put(const char *text);
void put_hex(uint64_t value);
void put_number(uint32_t value);

#endif
