/* The interval timer: counts ticks by interrupt. */
#ifndef TIMER_H
#define TIMER_H

#include <stdint.h>

#define PIT_HZ 100u

extern volatile uint32_t ticks;

void timer_init(void);

#endif
