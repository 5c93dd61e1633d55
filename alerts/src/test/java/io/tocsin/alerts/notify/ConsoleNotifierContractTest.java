package io.tocsin.alerts.notify;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.TREE;
import static io.tocsin.alerts.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.notify.ConsoleNotifier.Colours;
import io.tocsin.alerts.wording.AlertWording;
import io.tocsin.events.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleNotifierContractTest extends NotifierContractTest {
    private final List<String> received = new ArrayList<>();

    private Notifier to(Appendable out, Colours colours) {
        return new ConsoleNotifier(out, new AlertWording(TREE), colours);
    }

    @Override
    Notifier working() {
        return to(new Sink(received), Colours.OFF);
    }

    @Override
    Notifier broken() {
        return to(new Sink(null), Colours.OFF);
    }

    @Override
    List<String> received() {
        return received;
    }

    @Test
    void isABlockThatPeopleRead() throws Exception {
        working().send(alert("a1b2", 2, Change.RAISED, START), "id");
        assertThat(received.get(0)).isEqualTo("""

                        high, raised  Iran: conflict, war and peace  2026-03-02 00:00 UTC
                          Air strikes reported near the border – desert-post.example
                          41 stories in 24 h from 19 owners (212 articles, 131 copies) where 6.2 are expected and 17 would be significant: p = 2.1e-09 over 28 known days.
                          - Air strikes reported near the border (desert-post.example, 2026-03-02 00:00 UTC) https://desert-post.example/2026/03/strikes
                          - <b>"Strikes" & shells</b>  (other.example)
                          rule surge (abc123), alert a1b2 change 2
                        """);
    }

    @Test
    void isColouredOnlyWhenTold() throws Exception {
        to(new Sink(received), Colours.ON).send(alert("a1b2", 2, Change.RAISED, START), "id");
        working().send(alert("a1b2", 2, Change.RAISED, START), "id");
        assertThat(received.get(0)).contains("\u001B[1;31mhigh, raised\u001B[0m");
        assertThat(received.get(1)).doesNotContain("\u001B");
    }

    /** Keeps what is written, or fails. */
    private record Sink(@org.jspecify.annotations.Nullable List<String> texts) implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            if (texts == null) {
                throw new IOException("the terminal is gone");
            }
            texts.add(text.toString());
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char c) throws IOException {
            return append(String.valueOf(c));
        }
    }
}
