package org.droveway.agent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file of lines to which lines are only added, each with its checksum. A line that a crash cut off is not there; a line that something
 * damaged is left out and said. Not thread-safe.
 */
public final class AppendLog implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AppendLog.class.getName());
    private static final int CHECKSUM_DIGITS = 8;

    private final Path file;
    private final List<String> lines;
    private FileChannel channel;
    /** Up to here everything is whole; what a failed write left behind it is cut off by the next. */
    private long end;

    /**
     * Opens the file, makes it and its folder if it is not there, and takes away what is damaged.
     *
     * @throws UncheckedIOException if it cannot be read or written
     */
    public AppendLog(Path file) {
        this.file = requireNonNull(file, "file");
        DurableFile.makeDirectory(DurableFile.parentOf(file));
        try {
            List<String> raw = Files.exists(file)
                    ? List.of(new String(Files.readAllBytes(file), UTF_8).split("\n", -1))
                    : List.of("");
            this.lines = sound(raw);
            DurableFile.write(file, content(lines));
            this.channel = FileChannel.open(file, READ, WRITE);
            this.end = channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /** The lines that were there when it was opened, oldest first. */
    public List<String> linesAtOpening() {
        return List.copyOf(lines);
    }

    /**
     * Adds a line; on disk when this returns.
     *
     * @param line without line breaks
     * @throws UncheckedIOException if it cannot be written; then it is not there
     */
    public void append(String line) {
        byte[] content = content(List.of(line));
        try {
            channel.truncate(end);
            channel.position(end);
            writeFully(content);
            channel.force(false);
            end += content.length;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": is the disk full?", e);
        }
    }

    /** Replaces everything by these lines, wholly or not at all. */
    public void rewrite(List<String> replacement) {
        try {
            DurableFile.write(file, content(replacement));
            channel.close();
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rewrite " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private void writeFully(byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void open() throws IOException {
        channel = FileChannel.open(file, READ, WRITE);
        end = channel.size();
    }

    private List<String> sound(List<String> raw) {
        List<String> sound = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Optional<String> line = unseal(raw.get(i));
            line.ifPresent(sound::add);
            if (line.isEmpty() && !raw.get(i).isEmpty()) {
                int number = i + 1;
                String what = number == raw.size() ? "was cut off by a crash" : "is damaged";
                LOG.log(System.Logger.Level.WARNING, () -> file + ": line " + number + " " + what + " and is left out");
            }
        }
        return sound;
    }

    private static byte[] content(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (line.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line of a log must not have a line break: " + line);
            }
            text.append(checksum(line)).append(' ').append(line).append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private static Optional<String> unseal(String raw) {
        if (raw.length() <= CHECKSUM_DIGITS || raw.charAt(CHECKSUM_DIGITS) != ' ') {
            return Optional.empty();
        }
        String line = raw.substring(CHECKSUM_DIGITS + 1);
        return raw.startsWith(checksum(line)) ? Optional.of(line) : Optional.empty();
    }

    private static String checksum(String line) {
        CRC32 crc = new CRC32();
        crc.update(line.getBytes(UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue(), CHECKSUM_DIGITS);
    }
}
