/**
 * What became of an article, of a cell, of an alert: the records that tell it, and the sentences that say it. Pure: the
 * records are brought by the commands, time is an argument.
 *
 * <p>A {@link io.tocsin.standalone.why.ArticleTrace} is one article's way through the stages; it ends in {@link
 * io.tocsin.standalone.why.CellTrace}s, what was known and decided of a country and a topic around a time. A {@link
 * io.tocsin.standalone.why.Recomputation} holds the numbers of an alert beside those that come out when they are
 * computed anew.
 */
@NullMarked
package io.tocsin.standalone.why;

import org.jspecify.annotations.NullMarked;
