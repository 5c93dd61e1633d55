/**
 * What makes an article that article: its canonical address, its id, who published it, when, and how it stands in one
 * line of JSON.
 *
 * <p>Whoever reads something from outside (a feed, a page, a pushed document, an archive) makes an {@link
 * io.tocsin.ingest.article.ArticleDraft} of it; {@link io.tocsin.ingest.article.ArticleDraft#seenAt} turns it into the
 * event. Three things are decided there and nowhere else: the id ({@link io.tocsin.ingest.article.ArticleId}: the
 * canonical address, else the source's own id, else the content), which dates are possible ({@link
 * io.tocsin.ingest.article.PossibleDate}), and where a text is cut. {@link io.tocsin.ingest.article.Owners} knows the
 * publisher families; {@link io.tocsin.ingest.article.WrittenDate} reads dates as people and programs write them.
 * Everything here is pure and safe for use by any thread.
 */
@NullMarked
package io.tocsin.ingest.article;

import org.jspecify.annotations.NullMarked;
