package io.tocsin.ingest.article;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web address in the one form in which Tocsin writes it (RFC 3986, section 6.2): scheme and host in lower case, no
 * default port, no user, no fragment, no parameter that only tracks where a reader came from; the others keep their
 * order. A page of an AMP cache is the page that it caches.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in ASCII (IDNA), without a trailing dot
 * @param port -1 when it is the scheme's own
 * @param path begins with a slash
 * @param query without the question mark, or null
 */
public record CanonicalUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query) {
    private static final int LONGEST = 4096;

    private static final Pattern PARTS =
            Pattern.compile("^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#\\\\]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?$");

    /** Parameters that say where a reader came from, never what he reads. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "oly_anon_id",
            "oly_enc_id",
            "vero_id",
            "wickedid",
            "_hsenc",
            "_hsmi",
            "__hssc",
            "__hstc",
            "hsctatracking",
            "ocid",
            "ito",
            "cmpid",
            "cmp",
            "ncid",
            "smid",
            "smtyp",
            "sr_share",
            "spm",
            "ref_src",
            "ref_url",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "at_link_id",
            "at_link_origin",
            "at_link_type",
            "at_format",
            "at_ptr_name",
            "at_bbc_team",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "wt_mc",
            "wt.mc_id",
            "wt.tsrc",
            "xtor",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "soc_src",
            "soc_trk",
            "taid",
            "campaign_id",
            "partner",
            "feedtype",
            "feedname",
            "traffic_source",
            "amp_js_v",
            "amp_gsa",
            "usqp");

    private static final Pattern AMP_CACHE = Pattern.compile("^(?:/c|/v|/i)?(/s)?/([^/]+\\.[^/]+)(/.*)?$");

    /** The address that a text holds, or null when it is no web address. */
    public static @Nullable CanonicalUrl of(@Nullable String text) {
        return text == null || text.length() > LONGEST ? null : read(text.strip(), null);
    }

    /** The address that a reference leads to from a page, or null when it leads to no web address. */
    public static @Nullable CanonicalUrl resolve(@Nullable String base, @Nullable String reference) {
        return reference == null || reference.length() > LONGEST ? null : read(reference.strip(), of(base));
    }

    private static @Nullable CanonicalUrl read(String text, @Nullable CanonicalUrl base) {
        Matcher parts = PARTS.matcher(text.replaceAll("[\\t\\n\\r]", ""));
        if (text.isEmpty() || !parts.matches()) {
            return null;
        }
        String scheme = parts.group(1) == null
                ? (base == null ? "https" : base.scheme)
                : parts.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        String path = parts.group(3);
        String query = parts.group(4);
        if (parts.group(2) == null) {
            if (base == null || parts.group(1) != null) {
                return null;
            }
            String joined = path.isEmpty()
                    ? base.path
                    : path.startsWith("/") ? path : base.path.substring(0, base.path.lastIndexOf('/') + 1) + path;
            String kept = path.isEmpty() && query == null ? base.query : query;
            return new CanonicalUrl(scheme, base.host, base.port, path(joined), query(kept));
        }
        String authority = parts.group(2).substring(parts.group(2).lastIndexOf('@') + 1);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = host(hasPort ? authority.substring(0, colon) : authority);
        int port = port(hasPort ? authority.substring(colon + 1) : "", scheme);
        if (host == null || port < -1) {
            return null;
        }
        CanonicalUrl cached = cached(host, path, query);
        return cached != null ? cached : new CanonicalUrl(scheme, host, port, path(path), query(query));
    }

    private static @Nullable CanonicalUrl cached(String host, String path, @Nullable String query) {
        boolean google = host.matches("(www\\.)?google\\.[a-z.]+") && path.startsWith("/amp/");
        if (!google && !host.endsWith(".cdn.ampproject.org")) {
            return null;
        }
        Matcher inner = AMP_CACHE.matcher(google ? path.substring(4) : path);
        if (!inner.matches()) {
            return null;
        }
        String rest = inner.group(3) == null ? "/" : inner.group(3);
        return of((inner.group(1) == null ? "http://" : "https://")
                + inner.group(2)
                + rest
                + (query == null ? "" : "?" + query));
    }

    private static @Nullable String host(String written) {
        String host = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (host.isEmpty()) {
            return null;
        }
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            String lower = ascii.toLowerCase(Locale.ROOT);
            return new URI("http://" + lower + "/").getHost() != null || lower.matches("[a-z0-9._-]+") ? lower : null;
        } catch (IllegalArgumentException | URISyntaxException e) {
            return null;
        }
    }

    /** -1 for the scheme's own port, -2 for none at all. */
    private static int port(String written, String scheme) {
        if (written.isEmpty()) {
            return -1;
        }
        if (!written.matches("\\d{1,5}")) {
            return -2;
        }
        int port = Integer.parseInt(written);
        if (port > 65_535) {
            return -2;
        }
        return port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
    }

    private static String path(String written) {
        String encoded = encoded(written.replace('\\', '/'));
        if (!encoded.contains("/.")) {
            return encoded.startsWith("/") ? encoded : "/" + encoded;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = encoded.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            boolean last = i == segments.length - 1;
            if (segment.equals(".") || segment.equals("..")) {
                if (segment.equals("..") && kept.size() > 1) {
                    kept.removeLast();
                }
                if (last) {
                    kept.addLast("");
                }
            } else {
                kept.addLast(segment);
            }
        }
        String joined = String.join("/", kept);
        return joined.startsWith("/") ? joined : "/" + joined;
    }

    private static @Nullable String query(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        StringJoiner kept = new StringJoiner("&");
        for (String parameter : written.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
            boolean amp = (name.equals("amp") && (equals < 0 || parameter.endsWith("=1") || parameter.endsWith("=")))
                    || parameter.equalsIgnoreCase("outputType=amp");
            if (!parameter.isEmpty() && !amp && !name.startsWith("utm_") && !TRACKING.contains(name)) {
                kept.add(encoded(parameter));
            }
        }
        return kept.length() == 0 ? null : kept.toString();
    }

    /** Percent-encodes what RFC 3986 wants encoded, writes escapes in upper case and undoes needless ones. */
    private static String encoded(String written) {
        StringBuilder out = new StringBuilder(written.length() + 16);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            if (c == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                int decoded = HexFormat.fromHexDigits(new String(bytes, i + 1, 2, StandardCharsets.US_ASCII));
                if (isUnreserved(decoded)) {
                    out.append((char) decoded);
                } else {
                    escape(out, decoded);
                }
                i += 2;
            } else if (c <= ' ' || c >= 0x7f || "\"<>`{}|^%".indexOf(c) >= 0) {
                escape(out, c);
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    private static void escape(StringBuilder out, int octet) {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) octet));
    }

    private static boolean isHex(byte digit) {
        return HexFormat.isHexDigit(digit);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    /**
     * What the page is, whichever of its doors was used: without scheme, {@code www.}, {@code m.} and {@code amp.},
     * {@code /amp} at the end and a closing slash. For comparing, not for fetching.
     */
    public String identity() {
        String door = host.replaceFirst("^(?:www\\d?|m|mobile|amp)\\.(?=[^.]+\\.)", "");
        String page = path.replaceFirst("(?:/amp|\\.amp)?/*$", "").replaceFirst("^/amp/", "/");
        return door + (port < 0 ? "" : ":" + port) + page + (query == null ? "" : "?" + query);
    }

    /** The address itself. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + (query == null ? "" : "?" + query);
    }
}
