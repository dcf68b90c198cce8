#include "options.h"

#include "text.h"

static uint32_t parse_number(const char *text)
{
    uint32_t value = 0;
    while (*text >= '0' && *text <= '9')
        value = value * 10 + (uint32_t)(*text++ - '0');
    return value;
}

static void parse_word(const char *word, struct options *options)
{
    if (same((const uint8_t *)word, "random=", 7)) {
        options->random_mib = parse_number(word + 7);
    } else if (same((const uint8_t *)word, "dirty=", 6)) {
        options->dirty_rate = parse_number(word + 6);
    } else if (same((const uint8_t *)word, "marker=", 7)) {
        size_t length = 0;
        for (word += 7; *word > ' ' && length < MARKER_MAX; word++)
            options->marker[length++] = *word;
        options->marker[length] = 0;
    }
}

void parse_command_line(const char *text, struct options *options)
{
    while (*text) {
        while (*text == ' ')
            text++;
        parse_word(text, options);
        while (*text && *text != ' ')
            text++;
    }
}
