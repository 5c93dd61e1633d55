package io.tocsin.ingest.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: a byte order mark decides, then UTF-8 if the bytes are that, then what is declared, then what the bytes
 * look like. UTF-8 comes before the declaration because no other text passes for it by accident, and many declarations
 * are wrong.
 */
public final class Charsets {
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"'>]+)", Pattern.CASE_INSENSITIVE);

    private Charsets() {}

    /** The charset that a content type names, or null. */
    public static @Nullable Charset declared(@Nullable String contentType) {
        Matcher parameter = PARAMETER.matcher(contentType == null ? "" : contentType);
        return parameter.find() ? named(parameter.group(1)) : null;
    }

    /** The charset of a name as the web uses it (the Encoding standard takes Latin 1 for Windows 1252), or null. */
    public static @Nullable Charset named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String label =
                switch (name.strip().toLowerCase(Locale.ROOT)) {
                    case "iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1" -> "windows-1252";
                    case "iso-8859-9", "latin5" -> "windows-1254";
                    case "gb2312", "gb_2312-80", "gbk", "x-gbk" -> "GB18030";
                    case "shift-jis", "shift_jis", "sjis", "x-sjis" -> "windows-31j";
                    case "ks_c_5601-1987", "euc-kr", "korean" -> "x-windows-949";
                    case "utf8" -> "UTF-8";
                    default -> name.strip();
                };
        try {
            return Charset.forName(label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /**
     * The text.
     *
     * @param declared by the sender or in the document itself, or null
     */
    public static String decode(byte[] bytes, @Nullable Charset declared) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return without(new String(bytes, marked));
        }
        boolean wide = declared != null
                && (declared.name().startsWith("UTF-16") || declared.name().startsWith("UTF-32"));
        if (!wide) {
            String utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8 != null) {
                return utf8;
            }
        }
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return without(new String(bytes, declared));
        }
        return without(new String(bytes, declared == null ? guessed(bytes) : mostlyUtf8(bytes)));
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32");
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(bytes, 0xff, 0xfe) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String without(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Declared as UTF-8 and not quite that: a few bad bytes do not make it something else. */
    private static Charset mostlyUtf8(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long bad = lenient.chars().filter(c -> c == '\ufffd').count();
        long good = lenient.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
        return bad > 20 && bad > good ? guessed(bytes) : StandardCharsets.UTF_8;
    }

    private static Charset guessed(byte[] bytes) {
        try {
            CharsetDetector detector = new CharsetDetector();
            detector.enableInputFilter(true);
            detector.setText(new ByteArrayInputStream(bytes, 0, Math.min(bytes.length, 64 * 1024)));
            CharsetMatch match = detector.detect();
            Charset found = match == null || match.getConfidence() < 20 ? null : named(match.getName());
            return found == null ? Charset.forName("windows-1252") : found;
        } catch (IOException e) {
            return Charset.forName("windows-1252");
        }
    }
}
