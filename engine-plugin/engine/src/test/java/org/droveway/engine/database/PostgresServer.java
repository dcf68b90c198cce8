package org.droveway.engine.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL 15 with a data directory of its own, on a free port of the loopback interface, run by the user postgres
 * where the tests run as root. It ends with the tests; one that a killed test run left behind is ended first.
 */
final class PostgresServer {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "postgres";

    private final Path home;
    private final int port;
    private final String password;

    private PostgresServer(Path home, int port, String password) {
        this.home = home;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts one.
     *
     * @param home directory that the server may have for itself; what is in it is lost
     * @throws IllegalStateException if PostgreSQL is not installed or does not start; with what it said
     */
    static PostgresServer start(Path home) {
        if (!Files.isExecutable(PROGRAMS.resolve("postgres"))) {
            throw new IllegalStateException(PROGRAMS + " has no PostgreSQL 15; install the package postgresql-15");
        }
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        PostgresServer server =
                new PostgresServer(home, freePort(), HexFormat.of().formatHex(secret));
        server.endPredecessor();
        server.initialize();
        server.control("start", "-w", "-l", home.resolve("log").toString(), "-o", server.options());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop PostgreSQL"));
        return server;
    }

    /** Makes an empty database; JDBC's URL of it. */
    String create() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a database", e);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    private void stop() {
        control("stop", "-w", "-m", "immediate");
        delete();
    }

    /** Nobody else has a server in this directory: the one in its pid file, if it runs, is our own. */
    private void endPredecessor() {
        if (Files.exists(home.resolve("data/postmaster.pid"), LinkOption.NOFOLLOW_LINKS)
                && run(home, programs("pg_ctl", "status", "-D", data())) == 0) {
            control("stop", "-w", "-m", "immediate");
        }
        delete();
    }

    private void initialize() {
        try {
            Files.createDirectory(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path secret = Files.writeString(home.resolve("password"), password, StandardCharsets.UTF_8);
            if (isRoot()) {
                give(home);
                give(secret);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + home, e);
        }
        require(programs(
                "initdb",
                "--no-sync",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--username=" + USER,
                "--pwfile=" + home.resolve("password"),
                "-D",
                data()));
    }

    /** What is lost with the machine may be lost: no waiting for disks. */
    private String options() {
        return "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=32MB";
    }

    private void control(String command, String... options) {
        List<String> line = new ArrayList<>(programs("pg_ctl", command, "-D", data()));
        line.addAll(List.of(options));
        require(line);
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void require(List<String> command) {
        int status = run(home, command);
        if (status != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with status " + status + "; its words are in " + home);
        }
    }

    private static List<String> programs(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "--"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static int run(Path directory, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("commands").toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + String.join(" ", command), e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void give(Path path) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    }

    private void delete() {
        if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + home, e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on 127.0.0.1", e);
        }
    }
}
