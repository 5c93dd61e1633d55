package io.tocsin.events.codec;

/**
 * How one type of event becomes bytes and back. Implementations are safe for use by any thread.
 *
 * @param <T> the event
 */
public interface EventCodec<T> {

    byte[] encode(T event);

    /**
     * The event that the bytes hold.
     *
     * @throws UnreadableEvent when the bytes are not such an event
     */
    T decode(byte[] bytes);
}
