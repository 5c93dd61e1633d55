package io.tocsin.alerts.notify;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps webhooks out of the house: a target must be HTTP, and its host must not resolve to a loopback, private,
 * link-local or otherwise special address. The JVM's name cache (30 s) makes the connection go where the check looked.
 */
final class WebhookTarget {
    private WebhookTarget() {}

    /** What is wrong with the form of an address; empty when nothing is. */
    static Optional<String> malformed(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("must begin with https:// or http://");
        }
        if (url.getHost() == null) {
            return Optional.of("names no host");
        }
        return url.getUserInfo() == null ? Optional.empty() : Optional.of("must not hold a user name or a password");
    }

    /** Why it must not be called now; empty when it may. */
    static Optional<DeliveryOutcome> refused(URI url) {
        try {
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                if (isSpecial(address)) {
                    return Optional.of(new DeliveryOutcome.Rejected("its host is at a private address, "
                            + address.getHostAddress() + ": set allow-private: true if that is meant"));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(new DeliveryOutcome.RetryAfter("its host is unknown: " + url.getHost(), null));
        }
    }

    private static boolean isSpecial(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (address instanceof Inet4Address) {
            boolean carrierNat = first == 100 && second >= 64 && second < 128; // RFC 6598
            boolean benchmark = first == 198 && (second == 18 || second == 19); // RFC 2544
            return first == 0 || first >= 240 || carrierNat || benchmark;
        }
        boolean uniqueLocal = (first & 0xFE) == 0xFC; // RFC 4193
        boolean translated = first == 0 && second == 0x64; // 64:ff9b::/96, RFC 6052
        boolean embedded = first == 0x20 && second == 0x02; // 6to4, RFC 3056
        return uniqueLocal || translated || embedded;
    }
}
