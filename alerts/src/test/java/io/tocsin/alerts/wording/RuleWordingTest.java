package io.tocsin.alerts.wording;

import static io.tocsin.alerts.Samples.START;
import static io.tocsin.alerts.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alerts.RuleChanges;
import io.tocsin.alerts.RulePublisher;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.RuleTopic.Entry;
import io.tocsin.alerts.Samples;
import io.tocsin.events.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleWordingTest {
    private final RuleWording wording = new RuleWording(Samples.TREE);
    private final Rule five = event("id: coup\nwhen: {count: {stories: 5}}\n");
    private final Rule six = event("id: coup\nwhen: {count: {stories: 6}}\n");
    private final Rule other = event("id: other\nwhen: {count: {stories: 5}}\n");

    private static Rule event(String yaml) {
        return written(yaml).event(START);
    }

    private static Entry entry(Rule rule, String source) {
        return new Entry(rule, source);
    }

    @Test
    void saysWhatIsNewChangedUnchangedAndRemoved() {
        Map<String, Entry> there = Map.of(
                "coup", entry(five, RuleTopic.APPLIED),
                "other", entry(other, "/somebody"),
                "old", entry(event("id: old\nwhen: {count: {stories: 5}}\n"), RuleTopic.APPLIED));
        Rule fresh = event("id: fresh\nwhen: {count: {stories: 5}}\n");

        RuleChanges changes = RuleChanges.of(there, List.of(six, other, fresh), List.of("old", "old"));

        assertThat(changes.toWrite()).containsExactly(fresh, six);
        assertThat(wording.changes(changes, there))
                .containsExactly(
                        "new        fresh (version " + fresh.version() + ")",
                        "changed    coup (version " + six.version() + "), was version " + five.version(),
                        "unchanged  other (version " + other.version() + ")",
                        "removed    old",
                        "1 new, 1 changed, 1 unchanged, 1 removed");
    }

    @Test
    void warnsThatARuleOfTheFilesComesBack() {
        Map<String, Entry> there = Map.of("coup", entry(five, RulePublisher.SOURCE));

        assertThat(wording.changes(RuleChanges.of(there, List.of(six), List.of()), there)
                        .get(0))
                .contains("comes back when that starts: change it there");
        assertThat(wording.changes(RuleChanges.of(there, List.of(), List.of("coup")), there)
                        .get(0))
                .startsWith("removed    coup; it is in the alert service's files too");
    }

    @Test
    void listsARuleAsItWasUnderstoodAndWhoPutItThere() {
        assertThat(wording.entry(entry(five, RuleTopic.APPLIED)))
                .satisfiesExactly(
                        sentence ->
                                assertThat(sentence).startsWith("coup: rings for every country on every topic when"),
                        origin -> assertThat(origin)
                                .isEqualTo("    version " + five.version()
                                        + ", from 'tocsin rules apply' at 2026-03-02 00:00 UTC"));
        assertThat(wording.entry(entry(five, RulePublisher.SOURCE)).get(1)).contains("from the alert service's files");
        assertThat(wording.entry(entry(five, "/desk/editor")).get(1)).contains("from /desk/editor");
    }

    @Test
    void aRecordThatIsNoRuleIsShownAsRefused() {
        Rule broken = new Rule("coup", "v", "id: coup\nwhen: {never: }\n", five.parsed(), START);

        assertThat(wording.entry(new Entry(broken, "")).get(0))
                .startsWith("coup: refused")
                .contains("never");
    }
}
