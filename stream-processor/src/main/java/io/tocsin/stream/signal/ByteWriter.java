package io.tocsin.stream.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that {@link java.io.DataInputStream} reads, in an array that grows: what {@link java.io.DataOutputStream} writes,
 * without a lock for each byte. Not safe for use by several threads.
 */
final class ByteWriter {
    private static final int LONGEST_TEXT = 65_535;

    private byte[] bytes;
    private int size;

    /**
     * A writer.
     *
     * @param expected about how many bytes there will be
     */
    ByteWriter(int expected) {
        bytes = new byte[Math.max(16, expected)];
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    void writeByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    void writeLong(long value) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(bytes, size, Long.BYTES).putLong(value);
        size += Long.BYTES;
    }

    void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    void write(byte[] some) {
        reserve(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    /** Seven bits a byte, the lowest first; the eighth says that there are more. */
    void writeNumber(int number) {
        reserve(5);
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /**
     * A text, as {@link java.io.DataInput#readUTF} wants it.
     *
     * @throws IllegalArgumentException when it is longer than {@value #LONGEST_TEXT} bytes
     */
    void writeUTF(String text) {
        reserve(2 + 3 * text.length());
        int begin = size;
        size += 2;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit != 0 && unit < 0x80) {
                bytes[size++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[size++] = (byte) (0xC0 | (unit >> 6));
                bytes[size++] = (byte) (0x80 | (unit & 0x3F));
            } else {
                bytes[size++] = (byte) (0xE0 | (unit >> 12));
                bytes[size++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
                bytes[size++] = (byte) (0x80 | (unit & 0x3F));
            }
        }
        int length = size - begin - 2;
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        bytes[begin] = (byte) (length >>> 8);
        bytes[begin + 1] = (byte) length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
