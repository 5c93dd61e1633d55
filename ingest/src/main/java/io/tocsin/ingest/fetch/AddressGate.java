package io.tocsin.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides which hosts may be reached: those whose addresses are all public (RFC 6890), and those that are allowed by name. */
final class AddressGate {
    private final Set<String> allowedHosts;

    AddressGate(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    /** The answer. */
    enum Passage {
        OPEN,
        PRIVATE
    }

    Passage of(String host, List<InetAddress> addresses) {
        if (allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
            return Passage.OPEN;
        }
        boolean open = !addresses.isEmpty() && addresses.stream().allMatch(AddressGate::isPublic);
        return open ? Passage.OPEN : Passage.PRIVATE;
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublic4(bytes, 0)
                : address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        int third = bytes[at + 2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean benchmarking = first == 198 && (second == 18 || second == 19);
        boolean documentation = (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
        boolean inside = first == 10
                || first == 127
                || (first == 172 && second >= 16 && second <= 31)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254);
        return first != 0 && first < 224 && !shared && !benchmarking && !documentation && !inside;
    }

    /** Unique local addresses and those that carry an IPv4 address (mapped, NAT64, 6to4) are looked through. */
    private static boolean isPublic6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        if ((first & 0xfe) == 0xfc) {
            return false;
        }
        if (first == 0x20 && bytes[1] == 0x02) {
            return isPublic4(bytes, 2);
        }
        boolean nat64 =
                first == 0 && (bytes[1] & 0xff) == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean embedded = true;
        for (int i = 0; i < 10; i++) {
            embedded &= bytes[i] == 0;
        }
        return (nat64 || embedded) ? isPublic4(bytes, 12) : (first & 0xe0) == 0x20;
    }
}
