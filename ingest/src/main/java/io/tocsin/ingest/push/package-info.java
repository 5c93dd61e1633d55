/**
 * Articles that others hand in: {@code POST /articles} with one article as JSON, an array of them, or a document of any
 * kind that {@link io.tocsin.ingest.parse.ArticleParser} reads. The answer comes when the broker has the article: 202
 * with its id, or one answer for each article of an array or of lines. What cannot be read is answered with 400 and what
 * is wrong where; when ingest cannot take more, the answer is 429 with {@code Retry-After}, and 503 when the broker did not
 * acknowledge in time. A client that repeats a request gets the same ids, and downstream they are the same articles.
 */
@NullMarked
package io.tocsin.ingest.push;

import org.jspecify.annotations.NullMarked;
