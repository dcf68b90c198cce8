/* What a freestanding build has to bring itself. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void *memcpy(void *to, const void *from, size_t bytes);
void *memset(void *to, int value, size_t bytes);
bool same(const uint8_t *left, const char *right, size_t bytes);

#endif
