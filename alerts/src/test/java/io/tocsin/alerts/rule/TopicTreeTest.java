package io.tocsin.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.Samples;
import org.junit.jupiter.api.Test;

class TopicTreeTest {
    @Test
    void findsATopicAsPeopleWriteIt() {
        assertThat(Samples.TREE.find("medtop:20000056")).contains("medtop:20000056");
        assertThat(Samples.TREE.find("20000056")).contains("medtop:20000056");
        assertThat(Samples.TREE.find("Armed Conflict")).contains("medtop:20000056");
        assertThat(Samples.TREE.find("armed")).isEmpty();
        assertThat(Samples.TREE.find("medtop:1")).isEmpty();
    }
}
