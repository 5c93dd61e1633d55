package io.tocsin.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a size and no further: a larger one is cut off on the wire. */
final class CappedBody implements BodySubscriber<byte[]> {
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    /** A body, packed or unpacked, that is larger than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int maxBytes) {
            super("more than " + maxBytes + " bytes");
        }
    }

    CappedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription opened) {
        subscription = opened;
        opened.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        Subscription open = subscription;
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        if (open == null) {
            return;
        }
        if (bytes.size() > maxBytes) {
            open.cancel();
            result.completeExceptionally(new TooLarge(maxBytes));
        } else {
            open.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(bytes.toByteArray());
    }

    /** The body as it was before it was packed for the way. */
    static byte[] unpacked(byte[] body, @Nullable String encoding, int maxBytes) throws IOException {
        boolean gzip = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        if (gzip && (encoding == null || encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"))) {
            return capped(new GZIPInputStream(new ByteArrayInputStream(body)), maxBytes);
        }
        if ("deflate".equalsIgnoreCase(encoding)) {
            return capped(new InflaterInputStream(new ByteArrayInputStream(body)), maxBytes);
        }
        return body;
    }

    private static byte[] capped(InputStream packed, int maxBytes) throws IOException {
        try (packed) {
            byte[] read = packed.readNBytes(maxBytes + 1);
            if (read.length > maxBytes) {
                throw new TooLarge(maxBytes);
            }
            return read;
        }
    }
}
