package io.tocsin.stream.topology;

import io.tocsin.events.Exclusion;
import io.tocsin.events.Signal;
import io.tocsin.events.Story;
import io.tocsin.events.TaggedArticle;
import io.tocsin.stream.signal.Contribution;
import io.tocsin.stream.story.StoryCandidate;
import java.util.List;

/** What a stage made of one record: what it hands on, by where it goes, and what it excluded. */
interface Outcome {

    /** Either tagged (and a candidate for a story), or excluded. */
    record OfTag(List<TaggedArticle> tagged, List<StoryCandidate> candidates, List<Exclusion> excluded)
            implements Outcome {
        static OfTag tagged(TaggedArticle article, StoryCandidate candidate) {
            return new OfTag(List.of(article), List.of(candidate), List.of());
        }

        static OfTag excluded(Exclusion exclusion) {
            return new OfTag(List.of(), List.of(), List.of(exclusion));
        }
    }

    /** Either placed in a story, which is told anew, or excluded. */
    record OfStory(List<Story> stories, List<PlacedArticle> placed, List<Exclusion> excluded) implements Outcome {
        static OfStory placed(Story story, PlacedArticle article) {
            return new OfStory(List.of(story), List.of(article), List.of());
        }

        static OfStory excluded(Exclusion exclusion) {
            return new OfStory(List.of(), List.of(), List.of(exclusion));
        }
    }

    /** One contribution a country, or excluded. */
    record OfCell(List<Contribution> contributions, List<Exclusion> excluded) implements Outcome {}

    /** The signals that changed, or excluded. */
    record OfSignal(List<Signal> signals, List<Exclusion> excluded) implements Outcome {}
}
