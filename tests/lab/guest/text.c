#include "text.h"

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

bool same(const uint8_t *left, const char *right, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        if (left[i] != (uint8_t)right[i])
            return false;
    return true;
}
