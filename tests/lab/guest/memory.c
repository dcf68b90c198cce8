#include "memory.h"

#include "port.h"
#include "text.h"
#include "timer.h"

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

/* What does not divide by the ticks is carried on. */
void dirty_tick(uint32_t pages)
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

void memory_init(struct options *options, uint32_t memory_mib)
{
    uint32_t room_mib = memory_mib > 5 ? memory_mib - 5 : 0;
    if (options->random_mib > room_mib)
        options->random_mib = room_mib;
    memset((void *)MEMORY_PAGE, 0, PAGE);
    memcpy((void *)memory->magic, "DROVMEM1", 8);
    memory->boot = tsc();
    memory->random_mib = options->random_mib;
    memory->dirty_rate = options->dirty_rate;
    random_state = (uint32_t)memory->boot | 1;
    for (uint32_t page = 0; page < options->random_mib * PAGES_PER_MIB; page++)
        fill_page(page, options->marker);
}
