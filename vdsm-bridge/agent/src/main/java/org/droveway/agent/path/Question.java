package org.droveway.agent.path;

/** What the source may ask over a proved connection: one byte each, then what follows it. */
enum Question {
    /** Answered by the same byte. */
    ROUND_TRIP('R'),
    /** A length (4 bytes, big-endian) and so many bytes; answered by the same byte when all have come. */
    TAKE('B'),
    /** A length; answered by so many bytes. */
    GIVE('F'),
    /** Answered by the same byte; then both begin TLS with their migration certificates, and may ask on inside. */
    TLS('T');

    private final int letter;

    Question(char letter) {
        this.letter = letter;
    }

    int letter() {
        return letter;
    }
}
