/**
 * Whether an article reports conflict or cooperation, in which words, and how grave it is.
 *
 * <p>One dictionary a language, {@code en.txt}, {@code ar.txt} ..., in sections:
 *
 * <pre>
 * $troops = troops|soldier+n|army          a set of phrases, for use below
 *
 * [mobilize act 6]                         PLOVER family, threat or act, strength 0 to 10
 * deploy+v .. $troops                      parts that follow each other in one sentence, at most 5 words between them
 * impose+v ~ sanctions|embargo             in either order: "sanctions were imposed"
 * mass+v ..3.. border                      at most 3 words between them
 * call+v (up|in) reservists                alternatives inside a phrase
 * military exercise+n ? = 4                weak: a noun, rather background than news; a strength of its own
 * war ??                                   weaker still: says nothing without company in the article
 *
 * [threaten threat 6 -&gt; hypothetical]      what follows it in the sentence is only a thought
 * threaten+v                               other effects: negated ("refused to ..."), reported ("condemned the ...")
 *
 * [idiom]                                  phrases that give a sense to the shorter matches that they overlap
 * tug of war                               also [commerce], [drill], [sport], [fiction], [historical]
 *
 * [cue negated]                            words that tell the sense of the matches around them: {@code Cue}
 * denied
 * </pre>
 *
 * <p>Strengths follow the size of Goldstein's numbers. Of patterns that want the same words, the one with more of them
 * wins, then the one with fewer words between them. To announce an act is to threaten it, or to agree to it.
 *
 * <p>{@link io.tocsin.stream.escalation.EscalationLexicon} compiles the dictionaries and lends their phrases to the one
 * {@link io.tocsin.stream.text.Lexicon}; {@link io.tocsin.stream.escalation.EscalationResolver} joins the hits. A sense
 * is decided for each match, from its own sentence; the topics of the article are one voice among the cues. Only
 * literal matches count; the others stay on the record with their sense.
 */
@NullMarked
package io.tocsin.stream.escalation;

import org.jspecify.annotations.NullMarked;
