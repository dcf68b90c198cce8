/* The command line. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdint.h>

#include "formats.h"

struct options {
    uint32_t random_mib;
    uint32_t dirty_rate;
    char marker[MARKER_MAX + 1];
};

void parse_command_line(const char *text, struct options *options);

#endif
