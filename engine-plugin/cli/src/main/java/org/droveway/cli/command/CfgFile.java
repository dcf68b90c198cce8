package org.droveway.cli.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.droveway.cli.CommandFailure;
import org.droveway.cli.Console;
import org.droveway.cli.ExitCode;
import org.droveway.cli.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A datacenter.cfg on this machine, read and written byte for byte.
 *
 * @param path null: standard input or output
 */
record CfgFile(@Nullable Path path) {
    static final String STREAM = "-";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    static CfgFile named(String name) {
        return new CfgFile(name.equals(STREAM) ? null : Path.of(name));
    }

    byte[] read(Console console) {
        try {
            return path == null ? console.in().readAllBytes() : Files.readAllBytes(path);
        } catch (IOException e) {
            throw failure("cannot read " + (path == null ? "standard input" : path), e);
        }
    }

    /** All of it, or nothing: whoever reads the file meanwhile sees the old one or the new one. */
    void write(Console console, byte[] content) {
        try {
            if (path == null) {
                console.bytes().write(content);
                console.bytes().flush();
            } else if (Files.exists(path) && !Files.isRegularFile(path)) {
                Files.write(path, content);
            } else {
                replace(path.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw failure("cannot write " + (path == null ? "standard output" : path), e);
        }
    }

    private static void replace(Path target, byte[] content) throws IOException {
        boolean there = Files.exists(target);
        Path real = there ? target.toRealPath() : target;
        String name = "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".new";
        Path beside = real.resolveSibling(name);
        try {
            Files.write(beside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (there) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(real));
            }
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Whether the text is a digest, not the name of a file; a file of such a name is written {@code ./NAME}. */
    static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** SHA-256, hexadecimal: the engine's ETag without its quotes. */
    static String digest(byte[] content) {
        return Sha256.of(content);
    }

    private static CommandFailure failure(String what, IOException cause) {
        return CommandFailure.of(ExitCode.FAILED, what + ": " + why(cause));
    }

    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "no such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
