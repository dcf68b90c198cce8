package org.droveway.agent.relay;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads XDR (RFC 4506) as libvirt uses it; every length is checked against what is there. */
final class XdrReader {
    private static final int MOST_PARAMETERS = 64;

    private final int procedure;
    private final ByteBuffer bytes;

    XdrReader(int procedure, byte[] body) {
        this.procedure = procedure;
        this.bytes = ByteBuffer.wrap(body).asReadOnlyBuffer();
    }

    int word() throws RelayViolation {
        need(4);
        return bytes.getInt();
    }

    long doubleWord() throws RelayViolation {
        need(8);
        return bytes.getLong();
    }

    /** A string of UTF-8 text without zero bytes, which would mean another text to C. */
    String string() throws RelayViolation {
        byte[] raw = opaque();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw violation("a string holds a zero byte");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw violation("a string is not UTF-8");
        }
    }

    /** A string behind a pointer. */
    @Nullable
    String optionalString() throws RelayViolation {
        return switch (word()) {
            case 0 -> null;
            case 1 -> string();
            default -> throw violation("a pointer is neither 0 nor 1");
        };
    }

    byte[] opaque() throws RelayViolation {
        int length = word();
        if (length < 0 || length > bytes.remaining()) {
            throw violation("a field claims " + Integer.toUnsignedString(length) + " bytes, " + bytes.remaining()
                    + " are left");
        }
        byte[] raw = new byte[length];
        bytes.get(raw);
        padding(length);
        return raw;
    }

    List<TypedParam> typedParams() throws RelayViolation {
        int count = word();
        if (count < 0 || count > MOST_PARAMETERS) {
            throw violation(Integer.toUnsignedString(count) + " parameters, needed at most " + MOST_PARAMETERS);
        }
        List<TypedParam> parameters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parameters.add(typedParam());
        }
        return parameters;
    }

    void end() throws RelayViolation {
        if (bytes.hasRemaining()) {
            throw violation(bytes.remaining() + " bytes follow the arguments");
        }
    }

    RelayViolation violation(String what) {
        return new RelayViolation(procedure, what);
    }

    private TypedParam typedParam() throws RelayViolation {
        String name = string();
        int type = word();
        Object value = switch (type) {
            case TypedParam.INT, TypedParam.UINT, TypedParam.BOOLEAN -> (long) word();
            case TypedParam.LLONG, TypedParam.ULLONG, TypedParam.DOUBLE -> doubleWord();
            case TypedParam.STRING -> string();
            default -> throw violation("parameter " + name + " has the unknown type " + type);
        };
        return new TypedParam(name, type, value);
    }

    private void padding(int length) throws RelayViolation {
        int padding = (4 - length % 4) % 4;
        need(padding);
        for (int i = 0; i < padding; i++) {
            if (bytes.get() != 0) {
                throw violation("padding is not zero");
            }
        }
    }

    private void need(int count) throws RelayViolation {
        if (bytes.remaining() < count) {
            throw violation("the arguments end early");
        }
    }
}
