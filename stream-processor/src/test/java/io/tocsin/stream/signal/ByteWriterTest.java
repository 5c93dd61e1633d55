package io.tocsin.stream.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ByteWriterTest {
    private final ByteWriter out = new ByteWriter(256);

    private DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void aDataInputStreamReadsIt() throws IOException {
        String text = "a\0é€\uD83D\uDE00\uD800z".repeat(500);
        out.writeByte(-3);
        out.writeBoolean(true);
        out.writeLong(Long.MIN_VALUE + 5);
        out.writeDouble(-0.1);
        out.writeUTF(text);
        out.write(new byte[] {1, 2, 3});

        DataInputStream in = in();
        assertThat(in.readByte()).isEqualTo((byte) -3);
        assertThat(in.readBoolean()).isTrue();
        assertThat(in.readLong()).isEqualTo(Long.MIN_VALUE + 5);
        assertThat(in.readDouble()).isEqualTo(-0.1);
        assertThat(in.readUTF()).isEqualTo(text);
        assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void smallNumbersTakeFewBytes() throws IOException {
        int[] numbers = {0, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, -1};
        for (int number : numbers) {
            out.writeNumber(number);
        }
        assertThat(out.toByteArray()).hasSize(1 + 1 + 2 + 2 + 3 + 5 + 5);
        DataInputStream in = in();
        for (int number : numbers) {
            assertThat(CellCountsSerde.read(in)).isEqualTo(number);
        }
    }

    @Test
    void aTextThatCouldNotBeReadIsRefused() {
        assertThatThrownBy(() -> out.writeUTF("x".repeat(65_536))).isInstanceOf(IllegalArgumentException.class);
    }
}
