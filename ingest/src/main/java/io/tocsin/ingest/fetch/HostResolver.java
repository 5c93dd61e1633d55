package io.tocsin.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
public interface HostResolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The system's. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
