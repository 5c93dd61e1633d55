package io.tocsin.standalone;

import io.tocsin.alerts.RuleSet;
import io.tocsin.alerts.RuleTopic;
import io.tocsin.alerts.rule.RuleFile;
import io.tocsin.alerts.rule.TopicTree;
import io.tocsin.events.Rule;
import io.tocsin.runtime.InvalidSettings;
import io.tocsin.stream.query.QueryFile;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules, with the saved queries beside them, as they would be put in force at a moment. */
@FunctionalInterface
interface TriedRules extends Function<Instant, List<Rule>> {

    /**
     * Those of files and folders.
     *
     * @throws InvalidSettings with every problem in every file
     */
    static TriedRules of(List<String> places) {
        List<RuleFile.Written> rules = new RuleSet(new RuleFile(TopicTree.bundled())).load(places);
        List<QueryFile.Written> queries = QueryFiles.load(places);
        RuleSet.checkApart(
                rules, queries.stream().map(query -> query.query().id()).toList());
        return at -> Stream.concat(
                        queries.stream().map(query -> query.event(at)),
                        rules.stream().map(rule -> rule.event(at)))
                .toList();
    }

    /** Those on a broker's rules topic; what is no rule there is none here. */
    static TriedRules inForce(RuleTopic topic) {
        List<Rule> rules =
                topic.read().values().stream().map(RuleTopic.Entry::rule).toList();
        return at -> rules.stream().map(rule -> rule.at(at)).toList();
    }
}
